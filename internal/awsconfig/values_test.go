package awsconfig

import (
	"strings"
	"testing"

	"gopkg.in/ini.v1"
)

// valueTests are the lines of one profile, and a key's value. A name such as s3.region is a key
// of a nested block; a want of none says that the key is not there.
var valueTests = []struct{ name, lines, key, want string }{
	{"plain", "region = eu-west-1", "region", "eu-west-1"},
	{"colon", "region: eu-west-1", "region", "eu-west-1"},
	{"first delimiter is an equals sign", "url = https://x", "url", "https://x"},
	{"first delimiter is a colon", "url: a=b", "url", "a=b"},
	{"no blanks", "a=b", "a", "b"},
	{"empty", "region =", "region", ""},
	{"name in lower case", "ReGion = r", "region", "r"},
	{"name with blanks", "a b = c", "a b", "c"},
	{"value keeps its case", "sso_role_name = AdminAccess", "sso_role_name", "AdminAccess"},
	{"inline comment is text", "region = r # x", "region", "r # x"},
	{"inline semicolon is text", "region = r ; x", "region", "r ; x"},
	{"fragment of a start URL", "sso_start_url = https://x.awsapps.com/start/#/", "sso_start_url", "https://x.awsapps.com/start/#/"},
	{"comment line", "# region = r", "region", none},
	{"indented comment line", "   ; region = r", "region", none},
	{"double quotes stay", `a = "b c"`, "a", `"b c"`},
	{"single quotes stay", `a = 'b c'`, "a", `'b c'`},
	{"backslash at the end", "a = b\\\nc = d", "a", `b\`},
	{"line behind a backslash", "a = b\\\nc = d", "c", "d"},
	{"interpolation is text", "a = %(b)s\nb = %(a)s", "a", "%(b)s"},
	{"variables are text", "a = $HOME ${x}", "a", "$HOME ${x}"},
	{"unclosed backquote", "a = `b\nc = d", "c", "d"},
	{"unclosed backquote stays", "a = `b\nc = d", "a", "`b"},
	{"backquotes stay", "a = `b`", "a", "`b`"},
	{"three quotes", "a = \"\"\"b\nc = d", "a", `"""b`},
	{"three quotes end with the line", "a = \"\"\"b\nc = d", "c", "d"},
	{"three quotes on both sides", `a = """b"""`, "a", `"""b"""`},
	{"quoted name", `"a" = b`, `"a"`, "b"},
	{"unclosed quoted name", `"a = b`, `"a`, "b"},
	{"backquoted name", "`a` = b", "`a`", "b"},
	{"name -", "- = b", "-", "b"},
	{"name --x", "--x = b", "--x", "b"},
	{"name with a bracket", "[a = b", "[a", "b"},
	{"name of brackets", "[] = b", "[]", "b"},
	{"NUL before the name", "\x00a = b", "\x00a", "b"},
	{"NUL before the value", "a = \x00b", "a", "\x00b"},
	{"separators that Python takes for blanks", "a\x1c=\x1d b \x1f", "a", "b"},
	{"no-break spaces", "a\u00a0=\u00a0b\u00a0", "a", "b"},
	{"form feed ends no line", "a = b\fc", "a", "b\fc"},
	{"long line", "a = " + strings.Repeat("x", 100_000), "a", strings.Repeat("x", 100_000)},

	{"equally indented keys", "  a = b\n  c = d", "c", "d"},
	{"less indented key", "  a = b\n c = d", "c", "d"},
	{"deeper line continues", "a = b\n  c = d", "a", "b\nc = d"},
	{"deeper line is no key", "a = b\n  c = d", "c", none},
	{"continued twice", "a = b\n  c\n d", "a", "b\nc\nd"},
	{"continued over blank lines", "a = b\n\n \n  c\n\n", "a", "b\n\n\nc"},
	{"continued over a comment", "a = b\n# x\n  # y\n  c", "a", "b\nc"},
	{"continued with two dashes", "a = b\n  --z=1", "a", "b\n--z=1"},
	{"continued with a header", "a = b\n  [profile x]", "a", "b\n[profile x]"},
	{"depth counts from the key", "  a = b\n    c\n  d = e", "d", "e"},
	{"depth is counted in characters", "\ta = b\n c = d", "c", "d"},
	{"a wide blank is one character", " a = b\n\u00a0c = d", "c", "d"},
	{"long continuation", "a = b\n  " + strings.Repeat("x", 9000), "a", "b\n" + strings.Repeat("x", 9000)},

	{"nested", "s3 =\n  region = r\n  max = 1", "s3.region", "r"},
	{"nested is not the profile's", "s3 =\n  region = r", "region", none},
	{"second nested", "s3 =\n  region = r\n  max = 1", "s3.max", "1"},
	{"nested at the first equals sign", "s3 =\n  a:b = c = d", "s3.a:b", "c = d"},
	{"nested with blank and comment", "s3 =\n\n  # x\n  a = b\n\n  c = d", "s3.c", "d"},
	{"nested name keeps its case", "s3 =\n  Region = r", "s3.Region", "r"},
	{"nested name twice", "s3 =\n  a = b\n  a = c", "s3.a", "c"},
	{"nested without name", "s3 =\n  = b", "s3.", "b"},
	{"nested with tab", "s3 =\n\ta = b", "s3.a", "b"},
	{"nested behind a wide blank", "s3 =\n\u00a0a = b", "s3.a", "b"},
	{"nested under an indented key", "  s3 =\n    a = b\n  c = d", "s3.a", "b"},
	{"key behind a nested block", "  s3 =\n    a = b\n  c = d", "c", "d"},
	{"nested with a vertical tab", "s3 =\n  a = b\vc = d", "s3.c", "d"},
	{"nested with a line separator", "s3 =\n  a = b\u2028c = d", "s3.c", "d"},
	{"nested that looks like a header", "s3 =\n  [a=b]", "s3.[a", "b]"},
	{"key of a child by name", "x = y\n[profile p.q]", "x", "y"},
}

const none = "\x00none"

func TestValues(t *testing.T) {
	for _, tt := range valueTests {
		t.Run(tt.name, func(t *testing.T) {
			c := Parse(Source{Data: []byte("[profile p]\n" + tt.lines)}, Source{})
			p, ok := c.Profile("p")
			if problem, refused := c.Refused(); !ok || refused {
				t.Fatalf("profile there: %v, refused: %+v", ok, problem)
			}
			if got := valueOf(p, tt.key); got != tt.want {
				t.Errorf("%s: got %.60q, want %.60q", tt.key, got, tt.want)
			}
		})
	}
}

func valueOf(p *Profile, name string) string {
	if k, ok := p.Lookup(name); ok {
		return k.Value
	}
	outer, inner, _ := strings.Cut(name, ".")
	k, _ := p.Lookup(outer)
	if nested, ok := lookup(k.Nested, inner); ok {
		return nested.Value
	}
	return none
}

// mergeTests are pairs of files and a key of profile a.
var mergeTests = []struct{ name, config, credentials, key, want string }{
	{"credentials win", "[profile a]\nregion = r\n", "[a]\nregion = s\n", "region", "s"},
	{"config's others stay", "[profile a]\nregion = r\noutput = json\n", "[a]\nregion = s\n", "output", "json"},
	{"credentials add", "[profile a]\nregion = r\n", "[a]\naws_access_key_id = x\n", "aws_access_key_id", "x"},
	{"empty value of credentials wins", "[profile a]\nregion = r\n", "[a]\nregion =\n", "region", ""},
	{"nested block of credentials wins whole", "[profile a]\ns3 =\n  a = b\n", "[a]\ns3 =\n  c = d\n", "s3.a", none},
	{"text over a nested block", "[profile a]\ns3 =\n  a = b\n", "[a]\ns3 = x\n", "s3", "x"},
	{"the prefix makes another profile", "[profile a]\nregion = r\n", "[profile a]\nregion = s\n", "region", "r"},
	{"a bare name in config is nothing", "[a]\noutput = json\n", "[a]\nregion = s\n", "output", none},
	{"last header of one name, whole", "[profile a]\nregion = r\noutput = json\n[profile \"a\"]\nregion = s\n", "", "output", none},
	{"last header of one name", "[profile a]\nregion = r\n[profile \"a\"]\nregion = s\n", "", "region", "s"},
	{"DEFAULT is inherited", "[DEFAULT]\nregion = d\n[profile a]\n", "", "region", "d"},
	{"DEFAULT is overridden", "[DEFAULT]\nregion = d\n[profile a]\nregion = r\n", "", "region", "r"},
	{"DEFAULT behind", "[profile a]\n[DEFAULT]\nregion = d\n", "", "region", "d"},
	{"DEFAULT repeated", "[DEFAULT]\nregion = d\n[profile a]\n[DEFAULT]\noutput = text\n", "", "output", "text"},
	{"DEFAULT of credentials where both have the profile", "[profile a]\nregion = r\n", "[DEFAULT]\nregion = d\n[a]\n", "region", "d"},
	{"DEFAULT of credentials alone", "[profile a]\nregion = r\n", "[DEFAULT]\nregion = d\n[b]\n", "region", "r"},
	{"nested DEFAULT", "[DEFAULT]\ns3 =\n  a = b\n[profile a]\n", "", "s3.a", "b"},
	{"default is no DEFAULT", "[default]\nregion = d\n[profile a]\n", "", "region", none},
	{"no child of another profile", "[profile]\nregion = d\n[profile a]\n", "", "region", none},
}

func TestMerge(t *testing.T) {
	for _, tt := range mergeTests {
		t.Run(tt.name, func(t *testing.T) {
			c := Parse(Source{Data: []byte(tt.config)}, Source{Data: []byte(tt.credentials)})
			p, ok := c.Profile("a")
			if problem, refused := c.Refused(); !ok || refused {
				t.Fatalf("profile there: %v, refused: %+v", ok, problem)
			}
			if got := valueOf(p, tt.key); got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.key, got, tt.want)
			}
		})
	}
}

// TestNoChildSections holds an option that only ini.v1's own look-ups go by.
func TestNoChildSections(t *testing.T) {
	file, err := ini.LoadSources(options(), []byte("[profile a]\nregion=r\n[profile a.b]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if file.Section("profile a.b").HasKey("region") {
		t.Error("[profile a.b] inherits from [profile a]")
	}
}

func TestPlaces(t *testing.T) {
	config := "# head\n\n[DEFAULT]\ncli_pager = less\n\n[profile a]\n# note\nregion = r\r\noutput = x\n  y\ns3 =\n\n  a = b\n  c = d\nlast = 1\n"
	credentials := "[b]\nk = v\r[a]\rregion = s\n"
	c := Parse(Source{"conf", []byte(config)}, Source{"cred", []byte(credentials)})
	a, _ := c.Profile("a")
	b, _ := c.Profile("b")
	tests := []struct {
		name      string
		got, want Place
	}{
		{"profile in both files", a.Place, Place{"conf", 6}},
		{"profile of credentials", b.Place, Place{"cred", 1}},
		{"key of credentials", place(a, "region"), Place{"cred", 4}},
		{"continued key", place(a, "output"), Place{"conf", 9}},
		{"nested block", place(a, "s3"), Place{"conf", 11}},
		{"nested key", mustLookup(a, "s3").Nested[1].Place, Place{"conf", 14}},
		{"key behind", place(a, "last"), Place{"conf", 15}},
		{"inherited key", place(a, "cli_pager"), Place{"conf", 4}},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

func place(p *Profile, name string) Place { return mustLookup(p, name).Place }

func mustLookup(p *Profile, name string) Key {
	k, _ := p.Lookup(name)
	return k
}
