package main

import (
	"cmp"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// namedSample has names that shells would rather read otherwise.
const namedSample = `[profile dev]
region = eu-west-1
sso_account_id = 111111111111
sso_role_name = Developer
[profile data/lake:analyst]
region = eu-central-1
[profile data/lake:admin]
region = eu-west-1
[profile "team sandbox"]
[profile "it's"]
[profile "say\"so"]
[profile "quo\""]
[profile $HOME]
[profile "a;b"]
[profile "back\\slash"]
[profile é]
[profile -dash]
[sso-session corp]
`

// matches runs Tab in bash on a typed line, of which readline is going to replace an end.
func matches(t *testing.T, line, replaced string) []string {
	t.Helper()
	words := strings.Fields(line)
	command := "aws-use"
	for _, word := range words {
		if strings.HasPrefix(word, "aws") {
			command = word
		}
	}
	out, _ := newStage(t, namedSample).must(t, "complete", "--shell", "bash", "--", command, line, replaced, "9")
	return strings.Split(strings.TrimSuffix(out, "\n"), "\n")
}

func TestCompleteBashWord(t *testing.T) {
	tests := []struct {
		name, typed, replaced string
		want                  []string
	}{
		{"bare", "d", "d", []string{"dev", `data/lake\:analyst`, `data/lake\:admin`}},
		{"whole", "dev", "dev", []string{"dev"}},
		{"none", "xyz", "xyz", nil},
		{"before the colon", "data/l", "data/l", []string{`data/lake\:analyst`, `data/lake\:admin`}},
		{"at the colon", "data/lake:", "", []string{"analyst", "admin"}},
		{"behind the colon", "data/lake:an", "an", []string{"analyst"}},
		{"behind an escaped colon", `data/lake\:an`, `data/lake\:an`, []string{`data/lake\:analyst`}},
		{"in single quotes", "'team", "team", []string{"team sandbox"}},
		{"in single quotes behind a space", "'team s", "team s", []string{"team sandbox"}},
		{"in double quotes", `"team s`, "team s", []string{"team sandbox"}},
		{"colon in single quotes", "'data/lake:an", "data/lake:an", []string{"data/lake:analyst"}},
		{"colon in double quotes", `"data/lake:an`, "data/lake:an", []string{"data/lake:analyst"}},
		{"space", "team", "team", []string{`team\ sandbox`}},
		{"escaped space", `team\ s`, `team\ s`, []string{`team\ sandbox`}},
		{"dangling backslash", `team\`, `team\`, []string{`team\ sandbox`}},
		{"quote", "it", "it", []string{`it\'s`}},
		{"quote in single quotes", "'it", "it", []string{`it'\''s`}},
		{"quote in double quotes", `"it`, "it", []string{"it's"}},
		{"double quote", "say", "say", []string{`say\"so`}},
		{"double quote in double quotes", `"say`, "say", []string{`say\"so`}},
		{"double quote at the end in double quotes", `"quo`, "quo", []string{`quo\""`}},
		{"double quote in single quotes", "'say", "say", []string{`say"so`}},
		{"dollar", `\$`, `\$`, []string{`\$HOME`}},
		{"dollar in double quotes", `"\$`, `\$`, []string{`\$HOME`}},
		{"dollar in single quotes", "'$", "$", []string{"$HOME"}},
		{"semicolon", "a", "a", []string{`a\;b`}},
		{"backslash", "back", "back", []string{`back\\slash`}},
		{"backslash in single quotes", "'back", "back", []string{`back\slash`}},
		{"unicode", "é", "é", []string{"é"}},
		{"dash", "-d", "-d", []string{"-- -dash"}},
		{"dash in quotes", "'-d", "-d", nil},
		{"contained", "sand", "sand", []string{`team\ sandbox`}},
		{"contained, whatever the case", "SAND", "SAND", []string{`team\ sandbox`}},
		{"contained in quotes", "'sand", "sand", []string{"team sandbox"}},
		{"begun, but for the case, before what only contains it", "DATA/L", "DATA/L", []string{`data/lake\:analyst`, `data/lake\:admin`}},
		{"in an ANSI-C quote", "$'team\\x20s", "team\\x20s", []string{"team sandbox"}},
		{"in an ANSI-C quote, quoted for it", "$'it", "it", []string{`it\'s`}},
		{"a backslash in an ANSI-C quote", `$'back\\`, `back\\`, []string{`back\\slash`}},
		{"other escapes in an ANSI-C quote", `$'say\"\163`, `say\"\163`, []string{`say"so`}},
		{"what is no escape in an ANSI-C quote", `$'bac\k`, `bac\k`, nil},
		{"a dollar sign in an ANSI-C quote", "$'$", "$", []string{"$HOME"}},
		{"in a localised quote", `$"team s`, "team s", []string{"team sandbox"}},
		{"not contained behind a colon", "data/lake:ly", "ly", nil},
		{"contained around a colon", "ke:an", "an", nil},
		{"contained around an escaped colon", `ke\:an`, `ke\:an`, []string{`data/lake\:analyst`}},
		{"contained in several", "lake", "lake", []string{`data/lake\:analyst`, `data/lake\:admin`, " "}},
		{"contained in several that begin otherwise", "e", "e", []string{"dev", `data/lake\:analyst`, `data/lake\:admin`, `team\ sandbox`, `\$HOME`}},
		{"the role", "develo", "develo", []string{"dev"}},
		{"the account", "1111", "1111", []string{"dev"}},
		{"a flag", "--r", "--r", []string{"--region"}},
		{"the value of a flag", "--region=eu-w", "eu-w", []string{"eu-west-1", "eu-west-2", "eu-west-3"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := matches(t, "aws-use "+tt.typed, tt.replaced)
			if len(tt.want) == 0 {
				tt.want = []string{""}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("aws-use %s: %q, want %q", tt.typed, got, tt.want)
			}
		})
	}
}

func TestCompleteBashLine(t *testing.T) {
	dev := []string{"dev"}
	nothing := []string{""}
	tests := []struct {
		name, line, replaced string
		want                 []string
	}{
		{"second command", "echo x; aws-use de", "de", dev},
		{"behind an operator", "cd /x && aws-use de", "de", dev},
		{"behind a quoted operator", "echo 'a;b' | aws-use de", "de", dev},
		{"in a subshell", "(aws-use de", "de", dev},
		{"behind an assignment", "A=1 B='x y' aws-use de", "de", dev},
		{"behind a redirection", "aws-use 2>/dev/null >x 3<&1 &>>all <<<'a b' de", "de", dev},
		{"behind a redirection of the command", ">x aws-use de", "de", dev},
		{"before a redirection without a blank", "aws-use --region eu-west-1>x de", "de", dev},
		{"where a redirection leads", "aws-use dev >de", "de", []string{"\t-1"}},
		{"where a redirection leads, behind a blank", "awsenv status >> ", "", []string{"\t-1"}},
		{"in the substitution of a process", "cat <(aws-use de", "de", dev},
		{"a number that is no descriptor", "aws-use --region 2 > x de", "de", dev},
		{"behind a substitution", "aws-use --region $(echo x | cat) de", "de", dev},
		{"a flag behind the substitution of a process", "aws-use <(cat x) --re", "--re", []string{"--region"}},
		{"behind a subshell", "(cd x) && aws-use de", "de", dev},
		{"no flag that excludes the profile before", "aws-use dev --un", "--un", nothing},
		{"no session beside a profile", "aws-login dev --se", "--se", nothing},
		{"nothing beside --session", "aws-login --session corp de", "de", nothing},
		{"no flag that the one before excludes", "aws-use --unset --re", "--re", nothing},
		{"no flag that excludes the one before", "aws-use --region x --un", "--un", nothing},
		{"nothing beside --unset", "aws-use --unset d", "d", nothing},
		{"nothing beside --forget", "aws-use --forget d", "d", nothing},
		{"several spaces", "aws-use \t  de", "de", dev},
		{"a name was given", "aws-use prod de", "de", nothing},
		{"behind a region", "aws-use --region eu-west-1 de", "de", dev},
		{"a region", "aws-use --region eu-c", "eu-c", []string{"eu-central-1", "eu-central-2"}},
		{"a region of no profile", "aws-use --region il", "il", []string{"il-central-1"}},
		{"a session", "aws-login --session c", "c", []string{"corp"}},
		{"behind a session", "aws-login --session corp --f", "--f", []string{"--force"}},
		{"a flag that was given", "aws-use --region eu-west-1 --r", "--r", nothing},
		{"behind an alias", "aws de", "de", dev},
		{"behind the dashes", "aws-use -- -d", "-d", []string{"-dash"}},
		{"region behind the dashes", "aws-use -- --region d", "d", nothing},
		{"aws-login", "aws-login de", "de", dev},
		{"aws-logout", "aws-logout de", "de", nothing},
		{"flags of aws-logout", "aws-logout -", "-", []string{"--help"}},
		{"verbs", "awsenv l", "l", []string{"list-profiles", "login", "logout"}},
		{"shells", "awsenv init ", "", []string{"bash", "zsh", "fish", "powershell"}},
		{"a shell was given", "awsenv init bash ", "", nothing},
		{"exec", "awsenv exec de", "de", dev},
		{"exec behind a flag", "awsenv exec --credentials de", "de", dev},
		{"exec behind the dashes", "awsenv exec -- -d", "-d", []string{"-dash"}},
		{"a command", "awsenv exec dev -- gi", "gi", []string{"\t0"}},
		{"a command without dashes", "awsenv exec dev gi", "gi", []string{"\t0"}},
		{"an argument of a command", "awsenv exec dev -- git -C x st", "st", []string{"\t3"}},
		{"status", "awsenv status --json de", "de", dev},
		{"status has one name", "awsenv status dev de", "de", nothing},
		{"flags of a verb", "awsenv list-profiles --", "--", []string{"--help", "--long", "--json"}},
		{"the flag of awsenv", "awsenv --", "--", []string{"--help"}},
		{"a shell for a function's verb", "awsenv use --shell z", "z", []string{"zsh"}},
		{"hidden flags", "awsenv use --sh", "--sh", nothing},
		{"a hidden verb", "awsenv label --", "--", nothing},
		{"an unknown verb", "awsenv nosuch --", "--", nothing},
		{"the command itself", "aws-use", "aws-use", nothing},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := matches(t, tt.line, tt.replaced); !slices.Equal(got, tt.want) {
				t.Errorf("%s: %q, want %q", tt.line, got, tt.want)
			}
		})
	}
}

// TestCompleteBashDash: Tab inserts what a name with a dash needs.
func TestCompleteBashDash(t *testing.T) {
	if got := matches(t, "aws-use ", ""); !slices.Contains(got, "-- -dash") {
		t.Errorf("matches %q, want -- -dash among them", got)
	}
}

func TestCompleteFish(t *testing.T) {
	tests := []struct {
		name  string
		words []string
		want  []string // lines that are there
		not   []string
	}{
		{"profiles", []string{"aws-use", ""}, []string{"dev\t111111111111 Developer", "team sandbox\t", "data/lake:analyst\t", "it's\t", "$HOME\t", "é\t"}, []string{"-dash\t"}},
		{"a name with a dash", []string{"aws-use", "--", ""}, []string{"-dash\t"}, nil},
		{"the dashes before one", []string{"aws-use", "-"}, []string{"--\tBefore a name that begins with a dash."}, nil},
		{"a name was given", []string{"aws-use", "dev", ""}, nil, []string{"dev\t"}},
		{"regions", []string{"aws-use", "--region", ""}, []string{"eu-west-1\t", "eu-central-1\t", "us-gov-east-1\t"}, []string{"\t", "team sandbox\t"}},
		{"verbs", []string{"awsenv", ""}, []string{"version\tPrint the version."}, []string{"label\t", "complete\t", "demo-aws\t"}},
		{"flags", []string{"aws-use", "--"}, []string{"--unset\tleave AWS_PROFILE, and a region that aws-use set"}, []string{"--shell\t"}},
		{"aws-logout", []string{"aws-logout", ""}, nil, []string{"team sandbox\t"}},
		{"what fish matches loosely", []string{"aws-use", "dlan"}, []string{"data/lake:analyst\t"}, nil},
		{"contained", []string{"aws-use", "sand"}, []string{"team sandbox\t"}, []string{"\tknown"}},
		{"the account", []string{"aws-use", "1111"}, []string{"\tknown", "dev\t111111111111 Developer"}, []string{"team sandbox\t"}},
		{"a command", []string{"awsenv", "exec", "dev", "--", "git", ""}, []string{"\t1"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _ := newStage(t, namedSample).must(t, append([]string{"complete", "--shell", "fish", "--"}, tt.words...)...)
			wantLines(t, out, tt.want, tt.not)
		})
	}
}

func wantLines(t *testing.T, out string, want, not []string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	for _, line := range want {
		if !slices.Contains(lines, line) {
			t.Errorf("there is no %q in %q", line, lines)
		}
	}
	for _, line := range not {
		if slices.Contains(lines, line) {
			t.Errorf("there is a %q in %q", line, lines)
		}
	}
}

func TestAMenuOfBashHasNoBlank(t *testing.T) {
	s := newStage(t, namedSample)
	out, _ := s.must(t, "complete", "--shell", "bash", "--", "aws-use", "aws-use lake", "lake", "37")
	if want := "data/lake\\:analyst\ndata/lake\\:admin\n"; out != want {
		t.Errorf("it offers %q, want %q", out, want)
	}
}

// TestCompleteZshOnlyBegun: what zsh could not match is not handed over.
func TestCompleteZshOnlyBegun(t *testing.T) {
	tests := []struct{ name, typed, want string }{
		{"begun", "da", "2|0|0|data/lake:analyst|data/lake:admin"},
		{"contained", "sandb", "0|1|0|team sandbox"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _ := newStage(t, namedSample).must(t, "complete", "--shell", "zsh", "--begun", "--columns", "1", "--", "aws-use", tt.typed)
			if got := strings.Join(strings.Split(out, "\n")[2:], "|"); !strings.HasPrefix(got, tt.want+"|") {
				t.Errorf("%s: %s, want %s", tt.typed, got, tt.want)
			}
		})
	}
}

func TestAPieceOfANameMayBeginWithADash(t *testing.T) {
	s := newStage(t, "[profile acme-live]\n[profile -listed]\n")
	for typed, want := range map[string]string{"-live": "acme-live\t\n", "-l": ""} {
		if out, _ := s.must(t, "complete", "--shell", "fish", "--", "aws-use", typed); out != want {
			t.Errorf("%s: it offers %q, want %q", typed, out, want)
		}
	}
}

func TestCompleteZsh(t *testing.T) {
	const config = "[profile a]\nsso_account_id = 1\nsso_role_name = Long\n[profile 日本]\nsso_account_id = 2\n[profile -b]\n"
	tests := []struct{ name, words, want string }{
		{"profiles", "aws-use|", "profiles|AWS profile|2|0|1|a|日本|a    -- 1 Lon|日本 -- 2|-b|-b|"},
		{"begun", "aws-use|a", "profiles|AWS profile|2|0|1|a|日本|a    -- 1 Lon|日本 -- 2|-b|-b|"},
		{"contained", "aws-use|本", "profiles|AWS profile|2|1|1|a|日本|a    -- 1 Lon|日本 -- 2|日本|日本 -- 2|-b|-b|"},
		{"in quotes", "aws-use|'lon", "profiles|AWS profile|2|0|1|a|日本|a    -- 1 Lon|日本 -- 2|-b|-b|"},
		{"behind the dashes", "aws-use|--|x", "profiles|AWS profile|3|0|0|a|日本|-b|a    -- 1 Lon|日本 -- 2|-b|"},
		{"nothing", "aws-logout|", "||0|0|0|"},
		{"a command", "awsenv|exec|a|--|ls|", "\t1|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			args := append([]string{"complete", "--shell", "zsh", "--columns", "14", "--separator", " -- ", "--"}, strings.Split(tt.words, "|")...)
			out, _ := newStage(t, config).must(t, args...)
			if got := strings.ReplaceAll(out, "\n", "|"); got != tt.want {
				t.Errorf("%s: %s, want %s", tt.words, got, tt.want)
			}
		})
	}
}

func TestTabLeavesOutWhatCannotBeShown(t *testing.T) {
	const config = "[profile x\x1b[31m]\n[profile gnp\u202etxt]\n[profile family👨\u200d👩]\n"
	out, _ := newStage(t, config).must(t, "complete", "--shell", "fish", "--", "aws-use", "")
	if want := "family👨\u200d👩\t\n"; out != want {
		t.Errorf("it offers %q, want %q", out, want)
	}
}

// TestCompleteSessions: how the session is stands beside a profile and a session.
func TestCompleteSessions(t *testing.T) {
	const config = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n" +
		"[profile dev]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Developer\n"
	tests := []struct {
		name        string
		signedIn    bool
		left        time.Duration
		refreshable bool
		want        string
	}{
		{"valid", true, 90 * time.Minute, false, "valid 1h30m"},
		{"expired", true, -time.Minute, false, "expired"},
		{"refreshable", true, -time.Minute, true, "to be renewed"},
		{"none", false, 0, false, "signed out"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, config)
			if tt.signedIn {
				s.token(t, "corp", tt.left, tt.refreshable)
			}
			out, _ := s.must(t, "complete", "--shell", "fish", "--", "aws-use", "")
			wantLines(t, out, []string{"dev\t111111111111 Developer, " + tt.want}, nil)
			out, _ = s.must(t, "complete", "--shell", "fish", "--", "aws-login", "--session", "")
			wantLines(t, out, []string{"corp\t" + tt.want}, nil)
		})
	}
}

// TestCompleteFlagsAreTold: every flag of a shell function is described in its help text.
func TestCompleteFlagsAreTold(t *testing.T) {
	for verb := range usages {
		out, _ := newStage(t, namedSample).must(t, "complete", "--shell", "fish", "--", "aws-"+verb, "--")
		for line := range strings.Lines(out) {
			if flag, note, _ := strings.Cut(line, "\t"); strings.TrimSpace(note) == "" {
				t.Errorf("aws-%s --help says nothing about %s", verb, flag)
			}
		}
	}
}

func TestCompletePowerShell(t *testing.T) {
	tests := []struct{ name, words, want string }{
		{"begun", `["aws-use","de"]`, "dev\t111111111111 Developer\n"},
		{"space", `["aws-use","team s"]`, "team sandbox\t\n"},
		{"unicode", `["aws-use","é"]`, "\\u00E9\t\n"},
		{"backslash", `["aws-use","back"]`, "back\\\\slash\t\n"},
		{"dash", `["aws-use","-d"]`, "-dash\t\n"},
		{"contained", `["aws-use","sand"]`, "\tcontaining\nteam sandbox\t\n"},
		{"the account", `["aws-use","1111"]`, "\tcontaining\ndev\t111111111111 Developer\n"},
		{"a command", `["awsenv","exec","dev","--","git",""]`, "\t1\n"},
		{"quote", `["aws-use","say"]`, "say\"so\t\n"},
		{"a name was given", `["aws-use","dev",""]`, ""},
		{"the command itself", `["aws-use"]`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, namedSample, "AWSENV_ARGS="+tt.words)
			if out, _ := s.must(t, "complete", "--shell", "powershell"); out != tt.want {
				t.Errorf("%s: %q, want %q", tt.words, out, tt.want)
			}
		})
	}
}

func TestCompleteIsSilentAboutTheFiles(t *testing.T) {
	for _, config := range []string{"", "stray\n", "\xff\xfe"} {
		out, said := newStage(t, config).must(t, "complete", "--shell", "fish", "--", "aws-use", "")
		if out+said != "" {
			t.Errorf("with %q it printed %q and said %q", config, out, said)
		}
	}
}

func TestCompleteNeverBreaksALine(t *testing.T) {
	const config = "[profile dev]\nsso_account_id = 1\n  2\n"
	if out, _ := newStage(t, config).must(t, "complete", "--shell", "fish", "--", "aws-use", ""); strings.Count(out, "\n") != 1 {
		t.Errorf("one profile became %q", out)
	}
}

func TestDequote(t *testing.T) {
	tests := []struct {
		name, word, want string
		state            byte
	}{
		{"bare", "abc", "abc", bare},
		{"escaped", `a\ b`, "a b", bare},
		{"closed", `'a b'c"d"`, "a bcd", bare},
		{"open single", `a'b c`, "ab c", single},
		{"open double", `"a b`, "a b", double},
		{"backslash in single quotes", `'a\b`, `a\b`, single},
		{"backslash in double quotes", `"a\b\"\$`, `a\b"$`, double},
		{"dangling backslash", `a\`, "a", bare},
		{"dangling backslash in double quotes", `"a\`, "a", double},
		{"the other quote", `"it's`, "it's", double},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, state := dequote(tt.word); got != tt.want || state != tt.state {
				t.Errorf("dequote(%s) = %q in %q, want %q in %q", tt.word, got, state, tt.want, tt.state)
			}
		})
	}
}

// TestRequoteIsReadBack: what Tab inserts means the name, wherever it continues.
func TestRequoteIsReadBack(t *testing.T) {
	for c := byte(0x20); c < 0x7f; c++ {
		for _, state := range []byte{bare, single, double} {
			text := "a" + string(c) + "b"
			word, ok := requote(text, state, true)
			if !ok {
				t.Errorf("%q cannot be written in %q", text, state)
			}
			opened := ""
			if state != bare {
				opened = string(state)
			}
			if got, end := dequote(opened + word); got != text || end != state {
				t.Errorf("%q in %q is written as %s and read as %q in %q", text, state, word, got, end)
			}
		}
	}
}

func TestRequoteRefusesControlCharacters(t *testing.T) {
	for _, text := range []string{"a\nb", "a\tb", "\x7f"} {
		if word, ok := requote(text, bare, true); ok {
			t.Errorf("%q is written as %q", text, word)
		}
	}
}

// TestRequoteInBash: a bash reads what Tab inserts as the name, wherever the word was begun.
func TestRequoteInBash(t *testing.T) {
	bash := cmp.Or(os.Getenv("AWSENV_TEST_BASH"), "bash")
	if _, err := exec.LookPath(bash); err != nil && os.Getenv("AWSENV_TEST_REQUIRE") != "1" {
		t.Skipf("NOT TESTED: %v", err)
	}
	names := []string{"dev", "it's", `say "hi"`, `back\slash\`, "$(touch pwned)", "`x`", "!!", "~a~", "#c", "日本", "a  b", "{a,b}", "*?[x]", "%n", "a;b|c&d<e>f", "=ls"}
	script, want := "printf '%s\\0'", ""
	for _, name := range names {
		for state, quotes := range map[byte][2]string{bare: {}, single: {"'", "'"}, double: {`"`, `"`}, ansi: {"$'", "'"}} {
			text, ok := requote(name, state, true)
			if !ok {
				t.Fatalf("%q cannot be written in %q", name, state)
			}
			script += " " + quotes[0] + text + quotes[1]
			want += name + "\x00"
		}
	}
	out, err := exec.Command(bash, "--norc", "-c", script).Output()
	if err != nil || string(out) != want {
		t.Errorf("bash reads %q, %v; want %q", out, err, want)
	}
}

// FuzzRequote: what Tab inserts is read back as the name, wherever the word was begun.
func FuzzRequote(f *testing.F) {
	for _, name := range []string{"dev", "it's", `say "hi"`, `back\slash\`, "$(touch pwned)", "`x`", "!!", "~a~", "日本", "a b\t", "\xff"} {
		f.Add(name)
	}
	openings := map[byte]string{bare: "", single: "'", double: `"`, ansi: "$'"}
	f.Fuzz(func(t *testing.T, name string) {
		for state, opening := range openings {
			text, ok := requote(name, state, true)
			if !ok {
				continue
			}
			if got, end := dequote(opening + text); got != name || end != state {
				t.Errorf("behind %s it inserts %s, which is %q, in state %q", opening, text, got, end)
			}
		}
	})
}
