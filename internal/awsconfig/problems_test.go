package awsconfig

import (
	"fmt"
	"strings"
	"testing"
)

// problemTests are files and the one problem each has, written as "line code: message; hint",
// with a ! before what the CLI refuses. They stand in config, or in credentials where told.
var problemTests = []struct {
	name, text, want string
	credentials      bool
}{
	{"none", "[default]\nregion = r\n[services x]\n[plugins]\n[preview]\n[sso-session x]\n", "", false},
	{"section twice", "[profile a]\n\n[profile a]\n", "!3 duplicate-section: section [profile a] stands twice (first on line 1); remove or rename one of them", false},
	{"section twice in credentials", "[a]\n[b]\n[a]\n", "!3 duplicate-section: section [a] stands twice (first on line 1); remove or rename one of them", true},
	{"DEFAULT twice", "[DEFAULT]\n[DEFAULT]\n", "", false},
	{"key twice", "[profile a]\nregion = r\nx = y\nregion = s\n", "!4 duplicate-key: region of [profile a] stands twice (first on line 2); remove one of them", false},
	{"key twice in another case", "[profile a]\nregion = r\nREGION = s\n", "!3 duplicate-key: region of [profile a] stands twice (first on line 2); remove one of them", false},
	{"key twice in two DEFAULTs", "[DEFAULT]\na = 1\n[DEFAULT]\na = 2\n", "!4 duplicate-key: a of [DEFAULT] stands twice (first on line 2); remove one of them", false},
	{"key twice among many", "[profile a]\n" + manyKeys(100) + "k50 = x\n", "!102 duplicate-key: k50 of [profile a] stands twice (first on line 52); remove one of them", false},
	{"same key in two sections", "[profile a]\na = 1\n[profile b]\na = 1\n", "", false},
	{"line without delimiter", "[profile a]\nstray\n", "!2 stray-line: line is no header, no setting and no comment; write name = value, or put # before it", false},
	{"key without name", "[profile a]\n = x\n", "!2 empty-key: setting has no name before its =; write name = value, or put # before it", false},
	{"colon without name", "[profile a]\n: x\n", "!2 empty-key: setting has no name before its :; write name = value, or put # before it", false},
	{"empty header", "[default]\n[]\n", "!2 bad-header: section header has no name; write a name between the brackets", false},
	{"unclosed header", "[default]\n[profile a\n", "!2 bad-header: section header is not closed; close it with ]", false},
	{"unclosed header with a colon", "[default]\n[profile a:b\n", "2 bad-header: header without ] is read as a setting; close it with ]", false},
	{"key before the first header", "\n# x\nregion = r\noutput = s\n[default]\n", "!3 key-before-section: line stands before the first section header; put a header such as [default] above it", false},
	{"unclosed first header", "[default\n", "!1 key-before-section: line stands before the first section header; put a header such as [default] above it", false},
	{"byte order mark", "\ufeff[default]\nregion = r\n", "!1 bom: file begins with a byte order mark; save it as UTF-8 without BOM", false},
	{"byte order mark alone", "\ufeff", "!1 bom: file begins with a byte order mark; save it as UTF-8 without BOM", false},
	{"not UTF-8, in a comment", "[default]\r\nregion = r\r\n# caf\xe9\n", "!3 encoding: text is not UTF-8; save the file as UTF-8 without BOM", false},
	{"surrogate", "[default]\n# \xed\xa0\x80\n", "!2 encoding: text is not UTF-8; save the file as UTF-8 without BOM", false},
	{"nested line without equals sign", "[profile a]\ns3 =\n  a = b\n  region: r\n", "!4 bad-nested-line: line is indented under s3, but is no name = value; write name = value, or move it to the start of the line", false},
	{"header in a nested block", "[profile a]\ns3 =\n\n  [profile b]\n", "!4 bad-nested-line: line is indented under s3, but is no name = value; write name = value, or move it to the start of the line", false},
	{"nested line with a form feed", "[profile a]\ns3 =\n  a = b\fc\n", "!3 bad-nested-line: line is indented under s3, but is no name = value; write name = value, or move it to the start of the line", false},
	{"bad nested line, inherited", "[DEFAULT]\ns3 =\n  x\n[default]\n", "!3 bad-nested-line: line is indented under s3, but is no name = value; write name = value, or move it to the start of the line", false},
	{"bad nested line, inherited by none", "[DEFAULT]\ns3 =\n  x\n", "", false},
	{"bad nested line, always overridden", "[DEFAULT]\ns3 =\n  x\n[default]\ns3 = y\n", "", false},
	{"continued value", "[profile a]\na = b\n  c\n  d\n", "3 continued-value: line is indented, so it is part of the value of a; if it is a setting of its own, indent it like the line above", false},
	{"header in a value", "[profile a]\na = b\n  [profile b]\n", "3 indented-header: header is indented, so it is part of the value of a; move it to the start of the line", false},
	{"bare name", "[dev]\n", "1 ignored-section: section [dev] is ignored; write [profile dev]", false},
	{"bare name with a blank", "[dev team]\n", `1 ignored-section: section [dev team] is ignored; write [profile "dev team"]`, false},
	{"case of profile", "[Profile x]\n", "1 ignored-section: section [Profile x] is ignored; write [profile x]", false},
	{"case of default", "[Default]\n", "1 ignored-section: section [Default] is ignored; write [default]", false},
	{"case of sso-session", "[SSO-session x]\n", "1 ignored-section: section [SSO-session x] is ignored; write [sso-session x]", false},
	{"blank before profile", "[ profile x ]\n", "1 ignored-section: section [ profile x ] is ignored; write [profile x]", false},
	{"blanks in default", "[ default ]\n", "1 ignored-section: section [ default ] is ignored; write [default]", false},
	{"unquoted blanks", "[profile a b]\n", `1 ignored-section: section [profile a b] is ignored; write [profile "a b"]`, false},
	{"unquoted blanks in a session", "[sso-session a b]\n", `1 ignored-section: section [sso-session a b] is ignored; write [sso-session "a b"]`, false},
	{"unquoted blanks in services", "[services a b]\n", `1 ignored-section: section [services a b] is ignored; write [services "a b"]`, false},
	{"apostrophe", "[profile O'Brien]\n", `1 ignored-section: section [profile O'Brien] is ignored; write [profile "O'Brien"]`, false},
	{"unclosed quote", "[profile \"a b]\n", `1 ignored-section: section [profile "a b] is ignored; write [profile "a b"]`, false},
	{"no name", "[profile]\n", "1 ignored-section: section [profile] is ignored; write [profile NAME]", false},
	{"no-break space", "[profile\u00a0x]\n", `1 ignored-section: section [profile\u00a0x] is ignored; write [profile x]`, false},
	{"comment with a bracket", "[profile a] # see [x]\n", "1 ignored-section: section [profile a] # see [x] is ignored; move what follows the first ] to a line of its own", false},
	{"terminal codes in a name", "[a\x1b[0m]\n", `1 ignored-section: section [a\x1b[0m] is ignored; write [profile a\x1b[0m]`, false},
	{"replaced section", "[default]\n[profile a]\n[profile default]\n", "3 replaced-section: section [profile default] replaces the one of the same name on line 1; remove or rename one of them", false},
	{"replaced session", "[sso-session a]\n[sso-session 'a']\n", "2 replaced-section: section [sso-session 'a'] replaces the one of the same name on line 1; remove or rename one of them", false},
	{"profile in credentials", "[profile x]\n", "1 misplaced-section: section [profile x] is a profile of that whole name here; write [x]", true},
	{"session in credentials", "[sso-session x]\n", "1 misplaced-section: section [sso-session x] is a profile of that whole name here; move it to the config file", true},
	{"blanks in credentials", "[ x ]\n", "1 misplaced-section: the blanks in [ x ] are part of the profile's name; write [x]", true},
	{"any name in credentials", "[Default]\n[a b]\n[O'Brien]\n[plugins]\n", "", true},
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d = v\n", i)
	}
	return b.String()
}

func TestProblems(t *testing.T) {
	for _, tt := range problemTests {
		t.Run(tt.name, func(t *testing.T) {
			src := Source{"file", []byte(tt.text)}
			c := Parse(src, Source{})
			if tt.credentials {
				c = Parse(Source{}, src)
			}
			if got := describe(c.Problems); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func describe(problems []Problem) string {
	var lines []string
	for _, p := range problems {
		fatal := ""
		if p.Fatal {
			fatal = "!"
		}
		lines = append(lines, fmt.Sprintf("%s%d %s: %s; %s", fatal, p.Place.Line, p.Code, p.Message, p.Hint))
	}
	return strings.Join(lines, "\n")
}

func TestProblemsInOrder(t *testing.T) {
	config := "[dev]\n[default]\nstray\n[DEFAULT]\ns3 =\n  x\n[default]\n# \xff\n"
	c := Parse(Source{"conf", []byte(config)}, Source{"cred", []byte("a = b\n")})
	var got []string
	for _, p := range c.Problems {
		got = append(got, fmt.Sprintf("%s:%d %s", p.Place.File, p.Place.Line, p.Code))
	}
	want := "conf:1 ignored-section, conf:3 stray-line, conf:6 bad-nested-line, conf:7 duplicate-section, conf:8 encoding, cred:1 key-before-section"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if p, ok := c.Refused(); !ok || p.Code != "stray-line" {
		t.Errorf("refused: got %v %q, want the first fatal one", ok, p.Code)
	}
}

// TestReadsOn holds that a file which the CLI refuses is read as well as can be.
func TestReadsOn(t *testing.T) {
	config := "\ufefflost = x\n[profile a]\nregion = r\n  more\nregion = s\n= x\n  deep = 1\nstray\n[profile b\n[profile c]\ns3 =\n  bad\n  a = b\n" +
		"[profile a]\noutput = json\n[]\n[profile d]\nregion = caf\xe9\n"
	c := Parse(Source{"conf", []byte(config)}, Source{"cred", []byte("[a]\nz = t\n[a]\nx = y\n")})
	var got []string
	for _, p := range c.Profiles {
		got = append(got, p.Name)
		for _, k := range p.Keys {
			got = append(got, fmt.Sprintf("%s=%s%v@%d", k.Name, k.Value, len(k.Nested), k.Place.Line))
		}
	}
	want := "a region=s0@5 deep=10@7 output=json0@15 z=t0@2 x=y0@4 c s3=1@11 d region=caf\xe90@18"
	if got := strings.Join(got, " "); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if len(c.Problems) != 12 {
		t.Errorf("problems: %s", describe(c.Problems))
	}
}

// TestNoSecrets holds that messages never quote what may be a pasted secret.
func TestNoSecrets(t *testing.T) {
	const secret = "wJalrXUtnFEMI"
	for _, line := range []string{secret, "= " + secret, "a = " + secret, "a = b\n  " + secret, "a =\n  " + secret, "A = 1\na = " + secret, "# " + secret + "\xff"} {
		for _, head := range []string{"", "[dev]\n", "[default]\n[default]\n"} {
			c := Parse(Source{"conf", []byte(head + line + "\n")}, Source{})
			if got := describe(c.Problems); strings.Contains(got, secret) {
				t.Errorf("%q: %s", head+line, got)
			}
		}
	}
}

// TestHintsWork holds that the header a hint tells to write makes the profile that it names.
func TestHintsWork(t *testing.T) {
	for _, name := range []string{"x", "a b", "O'Brien", `back\slash`, `say "hi" x`, "Profile x", " profile  x ", "profile\u00a0x"} {
		hint, ok := strings.CutPrefix(ignoredHint(name), "write ")
		c := Parse(Source{"conf", []byte(hint)}, Source{})
		if !ok || len(c.Profiles) != 1 || len(c.Problems) != 0 {
			t.Errorf("[%s]: hint %q makes %v, %s", name, hint, c.Profiles, describe(c.Problems))
		}
	}
}
