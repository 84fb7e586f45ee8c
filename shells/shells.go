// Package shells knows the shells that awsenv integrates with: what init prints for each of them, and how the code
// that its functions take from awsenv is written.
package shells

import (
	"embed"
	"path"
	"slices"
	"strings"
)

//go:embed bash/*.bash zsh/*.zsh fish/*.fish powershell/*.ps1
var files embed.FS

// Shell is one row of the table of shells.
type Shell struct {
	Name string
	// RC is the file that the user's line goes to, and Line that line.
	RC, Line string

	names     []string // every name it is known by, in lower case
	extension string
	colors    map[Color]string
	syntax    syntax
	// commands are how a new shell is made to run a text as if a person had typed it, after their rc file: as they open
	// it most often first.
	commands [][]string
	// pathless: the shell passes full paths to programs, so that the path says nothing about what the user typed.
	pathless bool
}

// Color is the colour of the prompt segment.
type Color int

// The colours that a segment can have; Plain is none at all (NO_COLOR).
const (
	Plain Color = iota
	Red
	Yellow
	Cyan
	Dim
)

// table has one row for each shell; help texts, messages and tests follow from it.
var table = []*Shell{
	{
		Name: "bash", RC: "~/.bashrc", Line: `eval "$(awsenv init bash)"`,
		names: []string{"bash"}, extension: "bash", syntax: posixSyntax,
		commands: [][]string{{"bash", "-i", "-c"}, {"bash", "-l", "-i", "-c"}},
		colors:   map[Color]string{Red: "31", Yellow: "33", Cyan: "36", Dim: "2"},
	},
	{
		Name: "zsh", RC: "~/.zshrc", Line: `eval "$(awsenv init zsh)"`,
		names: []string{"zsh"}, extension: "zsh", syntax: posixSyntax,
		commands: [][]string{{"zsh", "-i", "-c"}, {"zsh", "-l", "-i", "-c"}},
		colors:   map[Color]string{Red: "43", Yellow: "44", Cyan: "45", Dim: "46", Plain: "42"},
	},
	{
		Name: "fish", RC: "~/.config/fish/config.fish", Line: "awsenv init fish | source",
		names: []string{"fish"}, extension: "fish", syntax: fishSyntax,
		commands: [][]string{{"fish", "-i", "-c"}},
		colors:   map[Color]string{Red: "red", Yellow: "yellow", Cyan: "cyan", Dim: "brblack"},
	},
	{
		Name: "powershell", RC: "$PROFILE", Line: "Invoke-Expression (& awsenv init powershell | Out-String)",
		names: []string{"powershell", "pwsh", "powershell.exe", "pwsh.exe"}, extension: "ps1", syntax: powershellSyntax,
		colors:   map[Color]string{Red: "Red", Yellow: "Yellow", Cyan: "Cyan", Dim: "DarkGray"},
		commands: [][]string{{"pwsh", "-NoLogo", "-Command"}, {"powershell", "-NoLogo", "-Command"}},
		pathless: true,
	},
}

// Names lists the shells in the order in which messages name them.
func Names() []string {
	names := make([]string, len(table))
	for i, sh := range table {
		names[i] = sh.Name
	}
	return names
}

// Lookup finds a shell by a name it is known by.
func Lookup(name string) (*Shell, bool) {
	for _, sh := range table {
		if slices.Contains(sh.names, strings.ToLower(name)) {
			return sh, true
		}
	}
	return nil, false
}

// Color is what the shell's own prompt code calls a colour; empty where there is none.
func (sh *Shell) Color(c Color) string { return sh.colors[c] }

// Options are what a user may choose when loading the integration.
type Options struct {
	// Program is how the functions call awsenv: a bare name, which is looked up on PATH at each call and so
	// survives an upgrade, or the absolute path of one that the user named by path.
	Program      string
	Version      string
	NoPrompt     bool
	NoCompletion bool
}

// Init is what the user's rc file evaluates: a few assignments, then the shell's own files byte for byte.
func Init(sh *Shell, o Options) (string, error) {
	program := o.Program
	if sh.pathless {
		program = "awsenv"
	}
	head, err := Script{Keep: []Variable{{"__awsenv_program", program}, {"__awsenv_version", o.Version}}}.Render(sh)
	if err != nil {
		return "", err
	}
	parts := []string{head}
	for _, part := range sh.parts(o) {
		text, err := files.ReadFile(path.Join(sh.Name, part+"."+sh.extension))
		if err != nil {
			return "", err
		}
		parts = append(parts, string(text))
	}
	return strings.Join(parts, "\n"), nil
}

func (sh *Shell) parts(o Options) []string {
	parts := []string{"functions"}
	if !o.NoCompletion {
		parts = append(parts, "completion")
	}
	if !o.NoPrompt {
		parts = append(parts, "prompt")
	}
	return parts
}

// Doctor are the ways to ask a new shell what has become of our commands in it: programs with their arguments, the next
// to be tried where one has no answer or does not have our commands.
func (sh *Shell) Doctor() ([][]string, error) {
	text, err := files.ReadFile(path.Join(sh.Name, "doctor."+sh.extension))
	var questions [][]string
	for _, command := range sh.commands {
		questions = append(questions, append(slices.Clone(command), string(text)))
	}
	return questions, err
}

// Word writes s as one word that can be typed in the shell: as it is where nothing in it is special, else quoted. It has
// nothing in it that a terminal would obey.
func (sh *Shell) Word(s string) string {
	if plain(s) {
		return s
	}
	if word, err := sh.syntax.quote(s); err == nil {
		return word
	}
	return "''"
}

// Operand writes s as the operand of one of our commands: behind a -- where it begins with a dash.
func (sh *Shell) Operand(s string) string {
	if strings.HasPrefix(s, "-") {
		return "-- " + sh.Word(s)
	}
	return sh.Word(s)
}

func plain(s string) bool {
	special := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_-./:+", r))
	}
	return s != "" && s[0] != '-' && strings.IndexFunc(s, special) < 0
}
