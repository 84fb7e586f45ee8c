package shells

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
)

func TestEveryShellIsComplete(t *testing.T) {
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			for _, part := range []string{"functions", "completion", "prompt"} {
				text := partOf(t, sh, part)
				if !strings.HasSuffix(text, "\n") {
					t.Errorf("%s does not end with a newline", part)
				}
			}
			if sh.RC == "" || !strings.Contains(sh.Line, "awsenv init "+sh.Name) {
				t.Errorf("RC = %q, Line = %q", sh.RC, sh.Line)
			}
			if !slices.Contains(sh.names, sh.Name) {
				t.Errorf("it is not known by its own name, only by %q", sh.names)
			}
			if sh.syntax.quote == nil || sh.syntax.unset == nil {
				t.Error("it has no syntax")
			}
			for _, c := range []Color{Red, Yellow, Cyan, Dim} {
				if sh.Color(c) == "" {
					t.Errorf("color %d has no name", c)
				}
			}
		})
	}
}

// partOf is one of the shell's own files.
func partOf(t testing.TB, sh *Shell, part string) string {
	t.Helper()
	text, err := files.ReadFile(path.Join(sh.Name, part+"."+sh.extension))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEveryFileBelongsToAShell(t *testing.T) {
	folders, err := fs.ReadDir(files, ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, folder := range folders {
		got = append(got, folder.Name())
	}
	want := slices.Sorted(slices.Values(Names()))
	if !slices.Equal(got, want) {
		t.Errorf("folders %q, shells %q", got, want)
	}
}

// TestInitIsTheFilesByteForByte: nothing is put into the shells' own files; a few assignments stand before them.
func TestInitIsTheFilesByteForByte(t *testing.T) {
	tests := []struct {
		name    string
		options Options
		parts   []string
	}{
		{"all", Options{}, []string{"functions", "completion", "prompt"}},
		{"no prompt", Options{NoPrompt: true}, []string{"functions", "completion"}},
		{"no completion", Options{NoCompletion: true}, []string{"functions", "prompt"}},
		{"neither", Options{NoPrompt: true, NoCompletion: true}, []string{"functions"}},
	}
	for _, sh := range table {
		for _, tt := range tests {
			t.Run(sh.Name+" "+tt.name, func(t *testing.T) {
				tt.options.Program, tt.options.Version = "awsenv", "1.2.3"
				got, err := Init(sh, tt.options)
				if err != nil {
					t.Fatal(err)
				}
				want := assignments[sh.Name]
				for _, part := range tt.parts {
					want += "\n" + partOf(t, sh, part)
				}
				if got != want {
					t.Errorf("Init differs from its parts: %d bytes, want %d; it begins\n%.200s", len(got), len(want), got)
				}
			})
		}
	}
}

// assignments are the lines that Init prints before the files.
var assignments = map[string]string{
	"bash":       "__awsenv_program='awsenv' &&\n__awsenv_version='1.2.3'\n",
	"zsh":        "__awsenv_program='awsenv' &&\n__awsenv_version='1.2.3'\n",
	"fish":       "builtin set -g __awsenv_program 'awsenv'\nbuiltin set -g __awsenv_version '1.2.3'\n",
	"powershell": "$global:__awsenv_program = ('awsenv')\n$global:__awsenv_version = ('1.2.3')\n",
}

func TestInitNamesTheProgram(t *testing.T) {
	const program = "/opt/it's here/awsenv"
	wants := map[string]string{
		"bash":       `__awsenv_program='/opt/it'\''s here/awsenv'`,
		"zsh":        `__awsenv_program='/opt/it'\''s here/awsenv'`,
		"fish":       `builtin set -g __awsenv_program '/opt/it\'s here/awsenv'`,
		"powershell": `$global:__awsenv_program = ('awsenv')`,
	}
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			text, err := Init(sh, Options{Program: program})
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(text, "\n")
			if got := strings.TrimSuffix(first, " &&"); got != wants[sh.Name] {
				t.Errorf("first line %s, want %s", got, wants[sh.Name])
			}
		})
	}
}

func TestInitRefusesNUL(t *testing.T) {
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			if text, err := Init(sh, Options{Program: "awsenv", Version: "\x00"}); err == nil || text != "" {
				t.Errorf("Init = %d bytes, %v; want an error alone", len(text), err)
			}
		})
	}
}

func TestPowerShellFilesAreASCII(t *testing.T) {
	sh := mustLookup(t, "powershell")
	for _, part := range sh.parts(Options{}) {
		text := partOf(t, sh, part)
		if i := strings.IndexFunc(text, func(r rune) bool { return r > 0x7e }); i >= 0 {
			t.Errorf("%s has %q at %d", part, text[i:i+1], i)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct{ name, want string }{
		{"bash", "bash"},
		{"zsh", "zsh"},
		{"fish", "fish"},
		{"powershell", "powershell"},
		{"pwsh", "powershell"},
		{"PWSH.EXE", "powershell"},
		{"PowerShell.exe", "powershell"},
		{"Bash", "bash"},
		{"tcsh", ""},
		{"", ""},
		{"bash ", ""},
		{"/bin/bash", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sh, ok := Lookup(tt.name)
			got := ""
			if ok {
				got = sh.Name
			}
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Lookup(%q) = %q, %t; want %q", tt.name, got, ok, tt.want)
			}
		})
	}
}

func TestNames(t *testing.T) {
	want := []string{"bash", "zsh", "fish", "powershell"}
	if got := Names(); !slices.Equal(got, want) {
		t.Errorf("Names() = %q, want %q", got, want)
	}
}

func TestWord(t *testing.T) {
	tests := []struct{ name, shell, text, want string }{
		{"plain", "bash", "data/lake:eu-1_a.b+c", "data/lake:eu-1_a.b+c"},
		{"space", "bash", "a b", "'a b'"},
		{"empty", "bash", "", "''"},
		{"dash", "bash", "-x", "'-x'"},
		{"unicode", "zsh", "日本", "'日本'"},
		{"quote in fish", "fish", "it's", `'it\'s'`},
		{"quote in PowerShell", "powershell", "it's", "('it''s')"},
		{"what cannot be written", "bash", "\x00", "''"},
		{"what a terminal would obey", "bash", "\x1b[41m\u009b\u202e", `$'\x1b[41m\xc2\x9b\xe2\x80\xae'`},
		{"what a terminal would obey, in fish", "fish", "\x1b[41m", `''\X1b'[41m'`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mustLookup(t, tt.shell).Word(tt.text); got != tt.want {
				t.Errorf("Word(%q) = %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestOperand(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "dev", "dev"},
		{"quoted", "a b", "'a b'"},
		{"dash", "-odd", "-- '-odd'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mustLookup(t, "bash").Operand(tt.text); got != tt.want {
				t.Errorf("Operand(%q) = %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}
