package awsconfig

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pathTests are values of AWS_CONFIG_FILE and the path that each names, for the home directory
// and variables of pathEnv.
var pathTests = []struct{ name, value, want string }{
	{"plain", "/x/config", "/x/config"},
	{"relative", "x/config", "x/config"},
	{"empty", "", ""},
	{"home", "~/x", "/home/me/x"},
	{"home alone", "~", "/home/me"},
	{"tilde inside", "/x/~/y", "/x/~/y"},
	{"unknown user", "~no-such-user/x", "~no-such-user/x"},
	{"root's home", "~root/x", "/root/x"},
	{"variable", "$DIR/x", "/dir/x"},
	{"variable in braces", "${DIR}x", "/dirx"},
	{"variable in the middle", "/a/$NAME.d/x", "/a/name.d/x"},
	{"two variables", "$DIR$NAME", "/dirname"},
	{"unset variable", "$UNSET/x", "$UNSET/x"},
	{"unset variable in braces", "${UNSET}/x", "${UNSET}/x"},
	{"empty variable", "/a$EMPTY/x", "/a/x"},
	{"longest name", "$DIRx", "$DIRx"},
	{"odd name in braces", "${a-b}/x", "/odd/x"},
	{"unclosed braces", "${DIR", "${DIR"},
	{"empty braces", "${}/x", "${}/x"},
	{"dollar at the end", "/x$", "/x$"},
	{"two dollars", "$$DIR", "$/dir"},
	{"name that begins with a digit", "$1/x", "/one/x"},
	{"not ASCII", "$ü/x", "$ü/x"},
	{"variable in a value is text", "$OUTER/x", "$DIR/x"},
	{"tilde from a variable", "$TILDE/x", "/home/me/x"},
	{"variable behind the tilde", "~/$NAME", "/home/me/name"},
}

var pathEnv = map[string]string{
	"HOME": "/home/me", "DIR": "/dir", "NAME": "name", "EMPTY": "", "a-b": "/odd", "1": "/one",
	"OUTER": "$DIR", "TILDE": "~", "ü": "umlaut",
}

func lookupIn(env map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		value, ok := env[name]
		return value, ok
	}
}

func TestLocate(t *testing.T) {
	for _, tt := range pathTests {
		t.Run(tt.name, func(t *testing.T) {
			for _, variable := range []string{"AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"} {
				env := func(name string) (string, bool) {
					if name == variable {
						return tt.value, true
					}
					return lookupIn(pathEnv)(name)
				}
				want := Paths{"/home/me/.aws/config", "/home/me/.aws/credentials"}
				if variable == "AWS_CONFIG_FILE" {
					want.Config = tt.want
				} else {
					want.Credentials = tt.want
				}
				if got := Locate(env, "/home/me"); got != want {
					t.Errorf("%s: got %q, want %q", variable, got, want)
				}
			}
		})
	}
}

func TestLocateHome(t *testing.T) {
	for home, want := range map[string]string{"/home/me/": "/home/me/.aws/config", "/": "/.aws/config", "": "/.aws/config"} {
		if got := Locate(lookupIn(nil), home).Config; got != want {
			t.Errorf("home %q: got %q, want %q", home, got, want)
		}
	}
	for home, want := range map[string]string{"": "/", "/": "/", "/x/": "/x"} {
		if got := expandUser("~", home); got != want {
			t.Errorf("~ at home %q: got %q, want %q", home, got, want)
		}
	}
}

// TestExpandsLikePython holds the table against the functions that the CLI expands with.
func TestExpandsLikePython(t *testing.T) {
	needCLI(t)
	type question struct {
		Path string            `json:"path"`
		Env  map[string]string `json:"env"`
	}
	var questions []question
	for _, tt := range pathTests {
		questions = append(questions, question{tt.value, pathEnv})
	}
	for i, a := range askPython(t, questions) {
		if a.Path != pathTests[i].want {
			t.Errorf("%s: Python says %q, the table %q", pathTests[i].name, a.Path, pathTests[i].want)
		}
	}
}

func TestHomeOf(t *testing.T) {
	passwd := "root:x:0:0:root:/root:/bin/sh\nshort:x\nme:x:1:1::/home/me:/bin/sh\n"
	for user, want := range map[string]string{"me": "/home/me", "root": "/root", "short": "", "nobody": ""} {
		if got := homeOf(user, passwd); got != want {
			t.Errorf("%s: got %q, want %q", user, got, want)
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	p := Paths{filepath.Join(dir, "config"), filepath.Join(dir, "credentials")}
	write(t, p.Config, "[profile a]\n[dev]\n")
	write(t, p.Credentials, "[b]\nstray\n")
	c := p.Load()
	wantProblem := Place{p.Credentials, 2}
	if got, ok := c.Refused(); !ok || got.Place != wantProblem {
		t.Errorf("refused: got %+v, want one at %v", got, wantProblem)
	}
	if len(c.Profiles) != 2 || len(c.Problems) != 2 {
		t.Errorf("got %+v", c)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestLoadNoFile holds that whatever is no readable file counts as missing, as for the CLI.
func TestLoadNoFile(t *testing.T) {
	tests := []struct {
		name  string
		place func(t *testing.T, path string) // puts something at path
		under string                          // further path
		code  string
	}{
		{"nothing", func(*testing.T, string) {}, "", ""},
		{"no folder", func(*testing.T, string) {}, "/config", ""},
		{"folder", func(t *testing.T, path string) { must(t, os.Mkdir(path, 0o700)) }, "", "not-a-file"},
		{"pipe", makePipe, "", "not-a-file"},
		{"device", func(t *testing.T, path string) { must(t, os.Symlink(os.DevNull, path)) }, "", "not-a-file"},
		{"dangling link", func(t *testing.T, path string) { must(t, os.Symlink("gone", path)) }, "", "dangling-link"},
		{"link loop", func(t *testing.T, path string) { must(t, os.Symlink(path, path)) }, "", "unreadable-file"},
		{"under a file", func(t *testing.T, path string) { write(t, path, "x") }, "/config", "unreadable-file"},
		{"no permission", makeUnreadable, "", "unreadable-file"},
		{"empty file", func(t *testing.T, path string) { write(t, path, "") }, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "thing")
			tt.place(t, path)
			other := filepath.Join(t.TempDir(), "other")
			write(t, other, "[a]\n[profile a]\n")
			for _, p := range []Paths{{path + tt.under, other}, {other, path + tt.under}} {
				c := p.Load()
				if _, ok := c.Profile("a"); !ok {
					t.Errorf("%v: the other file was not read", p)
				}
				checkFileProblem(t, c, path+tt.under, tt.code)
			}
		})
	}
}

func checkFileProblem(t *testing.T, c *Config, path, code string) {
	t.Helper()
	var got []string
	for _, p := range c.Problems {
		if p.Place.File != path {
			continue
		}
		got = append(got, p.Code)
		if p.Fatal || p.Place.Line != 0 || p.Hint == "" || strings.Contains(p.Message, path) {
			t.Errorf("problem %+v", p)
		}
	}
	if strings.Join(got, " ") != code {
		t.Errorf("problems: got %q, want %q", got, code)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func makeUnreadable(t *testing.T, path string) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("NOT TESTED: root reads any file")
	}
	write(t, path, "[b]\n")
	must(t, os.Chmod(path, 0))
}
