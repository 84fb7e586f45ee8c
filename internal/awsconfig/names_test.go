package awsconfig

import (
	"slices"
	"testing"
)

// nameTests are single headers and the profile each makes in one of the two files.
var nameTests = []struct {
	name, header string
	config       []string // names when it stands in config
	credentials  []string
}{
	{"default", "[default]", []string{"default"}, []string{"default"}},
	{"profile", "[profile x]", []string{"x"}, []string{"profile x"}},
	{"profile default", "[profile default]", []string{"default"}, []string{"profile default"}},
	{"bare name", "[x]", nil, []string{"x"}},
	{"sso-session", "[sso-session x]", nil, []string{"sso-session x"}},
	{"services", "[services x]", nil, []string{"services x"}},
	{"plugins", "[plugins]", nil, []string{"plugins"}},
	{"preview", "[preview]", nil, []string{"preview"}},
	{"DEFAULT is for defaults", "[DEFAULT]", nil, nil},
	{"case of default", "[Default]", nil, []string{"Default"}},
	{"case of profile", "[Profile x]", nil, []string{"Profile x"}},
	{"double quotes", `[profile "a b"]`, []string{"a b"}, []string{`profile "a b"`}},
	{"single quotes", `[profile 'a b']`, []string{"a b"}, []string{`profile 'a b'`}},
	{"backslash blank", `[profile a\ b]`, []string{"a b"}, []string{`profile a\ b`}},
	{"three words", "[profile a b]", nil, []string{"profile a b"}},
	{"backslash", `[profile corp\alice]`, []string{"corpalice"}, []string{`profile corp\alice`}},
	{"backslash at the end", `[profile a\]`, nil, []string{`profile a\`}},
	{"backslash in double quotes", `[profile "a\"b\\c\d"]`, []string{`a"b\c\d`}, []string{`profile "a\"b\\c\d"`}},
	{"backslash in single quotes", `[profile 'a\b']`, []string{`a\b`}, []string{`profile 'a\b'`}},
	{"unclosed quote", "[profile O'Brien]", nil, []string{"profile O'Brien"}},
	{"quoted apostrophe", `[profile "O'Brien"]`, []string{"O'Brien"}, []string{`profile "O'Brien"`}},
	{"quotes inside a word", `[profile a"b c"d]`, []string{"ab cd"}, []string{`profile a"b c"d`}},
	{"empty name", `[profile ""]`, []string{""}, []string{`profile ""`}},
	{"quoted first word", `["profile" x]`, nil, []string{`"profile" x`}},
	{"profiles", "[profiles x]", []string{"x"}, []string{"profiles x"}},
	{"longer first word", "[profilefoo x]", []string{"x"}, []string{"profilefoo x"}},
	{"no name", "[profile]", nil, []string{"profile"}},
	{"leading blank", "[ profile x]", nil, []string{" profile x"}},
	{"blanks between and behind", "[profile  x ]", []string{"x"}, []string{"profile  x "}},
	{"tab", "[profile\tx]", []string{"x"}, []string{"profile\tx"}},
	{"no-break space", "[profile\u00a0x]", nil, []string{"profile\u00a0x"}},
	{"blanks round a bare name", "[ foo ]", nil, []string{" foo "}},
	{"two bare words", "[a b]", nil, []string{"a b"}},
	{"comment behind", "[profile a] # c", []string{"a"}, []string{"profile a"}},
	{"semicolon behind", "[profile a];c", []string{"a"}, []string{"profile a"}},
	{"junk behind", "[profile a]junk", []string{"a"}, []string{"profile a"}},
	{"to the last bracket", "[profile a] # see [x]", nil, []string{"profile a] # see [x"}},
	{"bracket as name", "[]]", nil, []string{"]"}},
	{"equals sign before the bracket", "[] = x]", nil, []string{"] = x"}},
	{"indented", "   [profile a]", []string{"a"}, []string{"profile a"}},
	{"hash", "[profile a#b]", []string{"a#b"}, []string{"profile a#b"}},
	{"leading hash", "[profile #b]", []string{"#b"}, []string{"profile #b"}},
	{"leading dash", "[profile -x]", []string{"-x"}, []string{"profile -x"}},
	{"punctuation", "[profile ./:@+%;=*,{}()&|<>~!?^]", []string{"./:@+%;=*,{}()&|<>~!?^"}, []string{"profile ./:@+%;=*,{}()&|<>~!?^"}},
	{"shell code", "[profile $(id)`id`$HOME]", []string{"$(id)`id`$HOME"}, []string{"profile $(id)`id`$HOME"}},
	{"backquote", "[profile `]", []string{"`"}, []string{"profile `"}},
	{"unicode", "[profile ünïcödé☃]", []string{"ünïcödé☃"}, []string{"profile ünïcödé☃"}},
	{"control characters", "[profile a\x1b[31m\x07]", []string{"a\x1b[31m\x07"}, []string{"profile a\x1b[31m\x07"}},
	{"NUL", "[profile \x00x]", []string{"\x00x"}, []string{"profile \x00x"}},
	{"separator that Python takes for a blank", "[profile x]\x1c", []string{"x"}, []string{"profile x"}},
	{"dot", "[profile a.b]", []string{"a.b"}, []string{"profile a.b"}},
}

func TestNames(t *testing.T) {
	for _, tt := range nameTests {
		t.Run(tt.name, func(t *testing.T) {
			data := []byte(tt.header + "\nregion = r\n")
			wantNames(t, "config", Parse(Source{Data: data}, Source{}), tt.config)
			wantNames(t, "credentials", Parse(Source{}, Source{Data: data}), tt.credentials)
		})
	}
}

func wantNames(t *testing.T, where string, c *Config, want []string) {
	t.Helper()
	var got []string
	for _, p := range c.Profiles {
		got = append(got, p.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("in %s: got %q, want %q", where, got, want)
	}
	if p, refused := c.Refused(); refused {
		t.Errorf("in %s: refused: %+v", where, p)
	}
}

// listTests are pairs of files and the names they list, in order.
var listTests = []struct {
	name, config, credentials string
	want                      []string
}{
	{"nothing", "", "", nil},
	{"only comments", "# a\n; b\n\n", "", nil},
	{"no newline at the end", "[profile a]", "[b]", []string{"a", "b"}},
	{"config first, nothing sorted", "[profile z]\n[profile a]\n", "[y]\n[b]\n", []string{"z", "a", "y", "b"}},
	{"each once", "[profile b]\n[default]\n", "[default]\n[a]\n[b]\n", []string{"b", "default", "a"}},
	{"default where it first stood", "[profile default]\n[profile a]\n[default]\n", "", []string{"default", "a"}},
	{"one name by two headers", "[profile a]\n[profile b]\n[profile \"a\"]\n", "", []string{"a", "b"}},
	{"DEFAULT in between", "[profile a]\n[DEFAULT]\nregion = r\n[profile b]\n", "[DEFAULT]\n", []string{"a", "b"}},
	{"CRLF", "[profile a]\r\nregion = r\r\n[profile b]\r\n", "", []string{"a", "b"}},
	{"lone CR", "[profile a]\rregion = r\r[profile b]\r", "", []string{"a", "b"}},
	{"all line ends", "[profile a]\r\n\r[profile b]\n\r[profile c]\n", "", []string{"a", "b", "c"}},
	{"indented header behind a header", "[profile a]\n  [profile b]\n", "", []string{"a", "b"}},
	{"indented header behind a key", "[profile a]\nregion = r\n  [profile b]\n", "", []string{"a"}},
	{"header as deep as the key", "[profile a]\n  region = r\n  [profile b]\n", "", []string{"a", "b"}},
	{"indented header in a nested block", "[profile a]\ns3 =\n  a = b\n  [profile=b]\n", "", []string{"a"}},
}

func TestList(t *testing.T) {
	for _, tt := range listTests {
		t.Run(tt.name, func(t *testing.T) {
			c := Parse(Source{Data: []byte(tt.config)}, Source{Data: []byte(tt.credentials)})
			wantNames(t, "both", c, tt.want)
		})
	}
}

func TestSessions(t *testing.T) {
	config := "[sso-session a]\nsso_region = r\n[sso-session 'b c']\n[sso-session]\n[sso-sessions d]\n[sso-session \"a\"]\nsso_region = s\n"
	c := Parse(Source{Data: []byte(config)}, Source{Data: []byte("[sso-session e]\n")})
	var got []string
	for _, s := range c.Sessions {
		got = append(got, s.Name)
	}
	if want := []string{"a", "b c", "d"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	a, ok := c.Session("a")
	if !ok || a.Get("sso_region") != "s" || a.Place.Line != 6 {
		t.Errorf("session a: got %+v, want that of line 6", a)
	}
	if _, ok := a.Lookup("sso_start_url"); ok {
		t.Error("a key that is not there was found")
	}
	if _, ok := c.Session("e"); ok {
		t.Error("a session of the credentials file was taken")
	}
}

func TestConfigMadeByHand(t *testing.T) {
	c := &Config{Profiles: []Profile{{Name: "a"}, {Name: "b", Keys: []Key{{Name: "region", Value: "r"}}}}}
	if p, ok := c.Profile("b"); !ok || p.Get("region") != "r" {
		t.Errorf("got %+v, %v", p, ok)
	}
	if _, ok := c.Profile("c"); ok {
		t.Error("found a profile that is not there")
	}
	c.Sessions = []Session{{Name: "s"}}
	if s, ok := c.Session("s"); !ok || s.Name != "s" {
		t.Errorf("got %+v, %v", s, ok)
	}
	if _, ok := c.Session("t"); ok {
		t.Error("found a session that is not there")
	}
}

func TestSplitWords(t *testing.T) {
	tests := []struct {
		text string
		want []string // nil: refused
	}{
		{"", []string{}},
		{" \t\r\n", []string{}},
		{"a b", []string{"a", "b"}},
		{"a '' b", []string{"a", "", "b"}},
		{`''""`, []string{""}},
		{`a\'b`, []string{"a'b"}},
		{`"a\'b"`, []string{`a\'b`}},
		{`'a"b'`, []string{`a"b`}},
		{"a#b #c", []string{"a#b", "#c"}},
		{"\x00 x", []string{"\x00", "x"}},
		{`a\`, nil},
		{`"a\`, nil},
		{`'a`, nil},
		{`a "`, nil},
	}
	for _, tt := range tests {
		got, err := splitWords(tt.text)
		if (err != nil) != (tt.want == nil) || !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, %v; want %q", tt.text, got, err, tt.want)
		}
	}
}
