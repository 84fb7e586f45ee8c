package shells

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// quoteTests are values that need care, and how each family of shells writes them.
var quoteTests = []struct {
	name, value             string
	posix, fish, powershell string
}{
	{"empty", "", `''`, `''`, `('')`},
	{"plain", "prod", `'prod'`, `'prod'`, `('prod')`},
	{"single quote", "it's", `'it'\''s'`, `'it\'s'`, `('it''s')`},
	{"only a quote", "'", `''\'''`, `'\''`, `('''')`},
	{"two quotes", "''", `''\'''\'''`, `'\'\''`, `('''''')`},
	{"double quote", `a"b`, `'a"b'`, `'a"b'`, `('a"b')`},
	{"backslash", `a\b`, `'a\b'`, `'a\\b'`, `('a\b')`},
	{"backslash at the end", `end\`, `'end\'`, `'end\\'`, `('end\')`},
	{"backslash and quote", `a\'b`, `'a\'\''b'`, `'a\\\'b'`, `('a\''b')`},
	{"command substitution", "$(id)", `'$(id)'`, `'$(id)'`, `('$(id)')`},
	{"fish substitution", "(id)", `'(id)'`, `'(id)'`, `('(id)')`},
	{"backquotes", "`id`", "'`id`'", "'`id`'", "('`id`')"},
	{"variable", "$HOME", `'$HOME'`, `'$HOME'`, `('$HOME')`},
	{"prompt escape", "%n", `'%n'`, `'%n'`, `('%n')`},
	{"history", "!x", `'!x'`, `'!x'`, `('!x')`},
	{"two bangs", "!!", `'!!'`, `'!!'`, `('!!')`},
	{"glob", "*?[a]", `'*?[a]'`, `'*?[a]'`, `('*?[a]')`},
	{"tilde", "~", `'~'`, `'~'`, `('~')`},
	{"comment", "#c", `'#c'`, `'#c'`, `('#c')`},
	{"braces", "{a,b}", `'{a,b}'`, `'{a,b}'`, `('{a,b}')`},
	{"equals", "=ls", `'=ls'`, `'=ls'`, `('=ls')`},
	{"option", "-n", `'-n'`, `'-n'`, `('-n')`},
	{"operators", "a;b|c&d", `'a;b|c&d'`, `'a;b|c&d'`, `('a;b|c&d')`},
	{"spaces", "  a b  ", `'  a b  '`, `'  a b  '`, `('  a b  ')`},
	{"newline", "a\nb", `$'a\x0ab'`, `'a'\X0a'b'`, `('a'+[char]0x000A+'b')`},
	{"newlines at the end", "a\n\n", `$'a\x0a\x0a'`, `'a'\X0a''\X0a''`, `('a'+[char]0x000A+[char]0x000A)`},
	{"CR LF", "a\r\nb", `$'a\x0d\x0ab'`, `'a'\X0d''\X0a'b'`, `('a'+[char]0x000D+[char]0x000A+'b')`},
	{"tab", "\t", `$'\x09'`, `''\X09''`, `(''+[char]0x0009)`},
	{"escape sequence", "\x1b[31m", `$'\x1b[31m'`, `''\X1b'[31m'`, `(''+[char]0x001B+'[31m')`},
	{"control before a digit", "\x01f", `$'\x01f'`, `''\X01'f'`, `(''+[char]0x0001+'f')`},
	{"delete", "\x7f", `$'\x7f'`, `''\X7f''`, `(''+[char]0x007F)`},
	{"control, quote, backslash", "\n'\\", `$'\x0a\'\\'`, `''\X0a'\'\\'`, `(''+[char]0x000A+'''\')`},
	{"typographic quote", "Bob’s", `'Bob’s'`, `'Bob’s'`, `('Bob'+[char]0x2019+'s')`},
	{"all typographic quotes", "‘’‚‛“”„", `'‘’‚‛“”„'`, `'‘’‚‛“”„'`, `(''+[char]0x2018+[char]0x2019+[char]0x201A+[char]0x201B+[char]0x201C+[char]0x201D+[char]0x201E)`},
	{"CJK", "日本", `'日本'`, `'日本'`, `(''+[char]0x65E5+[char]0x672C)`},
	{"emoji", "😀", `'😀'`, `'😀'`, `(''+[char]0xD83D+[char]0xDE00)`},
	{"C1 control", "a\u009bm", `$'a\xc2\x9bm'`, `'a'\Xc2\X9b'm'`, `('a'+[char]0x009B+'m')`},
	{"text turned round", "\u202egnp", `$'\xe2\x80\xaegnp'`, `''\Xe2\X80\Xae'gnp'`, `(''+[char]0x202E+'gnp')`},
	{"replacement character", "\ufffd", `'�'`, `'�'`, `(''+[char]0xFFFD)`},
	{"newline and CJK", "日\n", `$'日\x0a'`, `'日'\X0a''`, `(''+[char]0x65E5+[char]0x000A)`},
}

func TestQuote(t *testing.T) {
	for _, tt := range quoteTests {
		t.Run(tt.name, func(t *testing.T) {
			checkQuote(t, "quotePOSIX", quotePOSIX, tt.value, tt.posix)
			checkQuote(t, "quoteFish", quoteFish, tt.value, tt.fish)
			checkQuote(t, "quotePowerShell", quotePowerShell, tt.value, tt.powershell)
		})
	}
}

func checkQuote(t *testing.T, name string, quote func(string) (string, error), value, want string) {
	t.Helper()
	got, err := quote(value)
	if err != nil || got != want {
		t.Errorf("%s(%q) = %s, %v; want %s", name, value, got, err, want)
	}
}

func TestQuoteRefusesNUL(t *testing.T) {
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			if got, err := sh.syntax.quote("a\x00b"); !errors.Is(err, errNUL) || got != "" {
				t.Errorf("quote = %q, %v; want %v", got, err, errNUL)
			}
		})
	}
}

func TestQuotePowerShellRefusesInvalidUTF8(t *testing.T) {
	if got, err := quotePowerShell("\xff"); !errors.Is(err, errUTF8) {
		t.Errorf("quotePowerShell = %q, %v; want %v", got, err, errUTF8)
	}
}

// zshOptions change how zsh reads words.
var zshOptions = []string{"rc_quotes", "csh_junkie_quotes", "sh_word_split", "glob_subst", "ksh_arrays"}

// realShell is a shell that prints words back: each followed by NUL.
type realShell struct {
	name, program string
	args          []string
	quote         func(string) (string, error)
}

func realShells() []realShell {
	bash := os.Getenv("AWSENV_TEST_BASH")
	if bash == "" {
		bash = "bash"
	}
	all := []realShell{
		{"bash", bash, []string{"--norc", "--noprofile"}, quotePOSIX},
		{"bash in POSIX mode", bash, []string{"--norc", "--noprofile", "--posix"}, quotePOSIX},
		{"fish", "fish", []string{"--no-config"}, quoteFish},
		{"zsh", "zsh", []string{"-f"}, quotePOSIX},
	}
	var every []string
	for _, option := range zshOptions {
		every = append(every, "-o", option)
		all = append(all, realShell{"zsh with " + option, "zsh", []string{"-f", "-o", option}, quotePOSIX})
	}
	return append(all, realShell{"zsh with all of these", "zsh", append([]string{"-f"}, every...), quotePOSIX})
}

func TestQuoteRoundTrip(t *testing.T) {
	values := []string{"\xff\xfe", "a\xffb\n", allBytes()}
	for _, tt := range quoteTests {
		values = append(values, tt.value)
	}
	for _, sh := range realShells() {
		t.Run(sh.name, func(t *testing.T) {
			got := sh.print(t, values)
			if len(got) != len(values) {
				t.Fatalf("the shell read %d words, want %d", len(got), len(values))
			}
			for i, value := range values {
				if got[i] != value {
					t.Errorf("%q became %q", value, got[i])
				}
			}
		})
	}
}

// allBytes is every byte but NUL.
func allBytes() string {
	var b strings.Builder
	for c := 1; c < 256; c++ {
		b.WriteByte(byte(c))
	}
	return b.String()
}

// print lets the shell read the quoted values in one process, and tells what it read.
func (sh realShell) print(t *testing.T, values []string) []string {
	t.Helper()
	var script strings.Builder
	script.WriteString(`printf '%s\0'`)
	for _, value := range values {
		word, err := sh.quote(value)
		if err != nil {
			t.Fatalf("quote %q: %v", value, err)
		}
		script.WriteString(" " + word)
	}
	return sh.run(t, script.String()+"\n")
}

func (sh realShell) run(t *testing.T, script string) []string {
	t.Helper()
	program := find(t, sh.program)
	cmd := exec.Command(program, sh.args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+t.TempDir())
	cmd.Stdin = strings.NewReader(script)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", sh.name, err, stderr.String())
	}
	if stderr.Len() > 0 {
		t.Errorf("%s said: %s", sh.name, stderr.String())
	}
	return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
}

// find looks for a shell. A missing one is a failure where AWSENV_TEST_REQUIRE says so.
func find(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	switch {
	case err == nil:
		return path
	case os.Getenv("AWSENV_TEST_REQUIRE") == "1":
		t.Fatalf("%s is needed: %v", program, err)
	default:
		t.Skipf("%s is not there: %v", program, err)
	}
	return ""
}

func FuzzQuoteBash(f *testing.F) { fuzzQuote(f, "bash") }
func FuzzQuoteZsh(f *testing.F)  { fuzzQuote(f, "zsh with all of these") }
func FuzzQuoteFish(f *testing.F) { fuzzQuote(f, "fish") }

func fuzzQuote(f *testing.F, name string) {
	for _, seed := range []string{"", "it's", "a\\", "$(id)\n", "Bob’s 日本", "\x1b[31m\xff"} {
		f.Add(seed)
	}
	var sh realShell
	for _, sh = range realShells() {
		if sh.name == name {
			break
		}
	}
	f.Fuzz(func(t *testing.T, value string) {
		if strings.Contains(value, "\x00") {
			t.Skip("no shell can hold a NUL")
		}
		// The x keeps an empty word apart from no word at all.
		if got := sh.print(t, []string{value, "x"}); len(got) != 2 || got[0] != value {
			t.Errorf("%q became %q", value, got)
		}
	})
}

func FuzzQuotePowerShell(f *testing.F) {
	for _, tt := range quoteTests {
		f.Add(tt.value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		expression, err := quotePowerShell(value)
		if err != nil {
			if value == strings.ToValidUTF8(value, "") && !strings.Contains(value, "\x00") {
				t.Errorf("quotePowerShell(%q): %v", value, err)
			}
			return
		}
		if i := strings.IndexFunc(expression, func(r rune) bool { return r < 0x20 || r > 0x7e }); i >= 0 {
			t.Errorf("quotePowerShell(%q) = %q is not printable ASCII at %d", value, expression, i)
		}
		if got := readPowerShell(t, expression); got != value {
			t.Errorf("%q became %q", value, got)
		}
	})
}

// readPowerShell reads an expression as PowerShell does: strings in single quotes and [char]s, joined by +, the first
// of them a string.
func readPowerShell(t *testing.T, expression string) string {
	t.Helper()
	inner, ok := strings.CutPrefix(expression, "('")
	if !ok || !strings.HasSuffix(inner, ")") {
		t.Fatalf("%s is no string in parentheses", expression)
	}
	rest := "'" + strings.TrimSuffix(inner, ")")
	var units []uint16
	for {
		if code, isChar := strings.CutPrefix(rest, "[char]0x"); isChar && len(code) >= 4 {
			unit, err := strconv.ParseUint(code[:4], 16, 16)
			if err != nil {
				t.Fatalf("%s: %v", expression, err)
			}
			units, rest = append(units, uint16(unit)), code[4:]
		} else {
			var text string
			text, rest = readPowerShellString(t, rest)
			units = append(units, utf16.Encode([]rune(text))...)
		}
		if rest == "" {
			return string(utf16.Decode(units))
		}
		if rest, ok = strings.CutPrefix(rest, "+"); !ok {
			t.Fatalf("%s has no + before %s", expression, rest)
		}
	}
}

func readPowerShellString(t *testing.T, s string) (text, rest string) {
	t.Helper()
	s, ok := strings.CutPrefix(s, "'")
	if !ok {
		t.Fatalf("%s is neither a string nor a [char]", s)
	}
	for {
		piece, after, found := strings.Cut(s, "'")
		if !found {
			t.Fatalf("%s is not closed", s)
		}
		text += piece
		if s, ok = strings.CutPrefix(after, "'"); !ok {
			return text, after
		}
		text += "'"
	}
}
