package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"awsenv/internal/awsconfig"
	"awsenv/shells"
)

// completeVerb answers Tab. Words are, in zsh and fish, those before the cursor's, without their quotes; in
// PowerShell also the one being typed; in bash the command, the typed line, and the piece of it to be replaced.
type completeVerb struct {
	Shell string
	Words []string `arg:"" optional:""`
}

// candidate is one thing that Tab may insert, and what the shell may show beside it.
type candidate struct{ text, note string }

// answers is how each shell's completion function wants the candidates.
var answers = map[string]func(w *world, words []string) string{
	"bash":       answerBash,
	"zsh":        answerLines,
	"fish":       answerLines,
	"powershell": answerPowerShell,
}

// Run prints one candidate on each line. Nothing that is wrong with the files is told here: Tab stays silent.
func (v *completeVerb) Run(w *world) error {
	sh, err := lookupShell(v.Shell)
	if err != nil {
		return err
	}
	if len(v.Words) == 0 {
		return nil
	}
	return w.print(answers[sh.Name](w, v.Words))
}

func answerLines(w *world, words []string) string {
	var b strings.Builder
	for _, c := range w.candidates(words) {
		if strings.HasPrefix(c.text, "-") && !slices.Contains(words, "--") {
			continue
		}
		b.WriteString(c.text + "\t" + printable(c.note) + "\n")
	}
	return b.String()
}

// answerPowerShell filters, as PowerShell does not, and writes ASCII that [regex]::Unescape reads.
func answerPowerShell(w *world, words []string) string {
	typed, words := words[len(words)-1], words[:len(words)-1]
	if len(words) == 0 {
		return ""
	}
	var b strings.Builder
	for _, c := range w.candidates(words) {
		if strings.HasPrefix(c.text, typed) {
			b.WriteString(escapeRegexp(c.text) + "\t" + escapeRegexp(printable(c.note)) + "\n")
		}
	}
	return b.String()
}

func escapeRegexp(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		switch {
		case unit == '\\':
			b.WriteString(`\\`)
		case unit < 0x20 || unit > 0x7e:
			fmt.Fprintf(&b, `\u%04X`, unit)
		default:
			b.WriteByte(byte(unit))
		}
	}
	return b.String()
}

// candidates is what may come next after words, the first of which is the command's name.
func (w *world) candidates(words []string) []candidate {
	switch words[0] {
	case "aws-logout":
		return nil
	case "awsenv":
		return w.ownCandidates(words[1:])
	}
	return w.functionCandidates(words[1:])
}

// functionCandidates serves aws-use and aws-login, and names that the user gave them.
func (w *world) functionCandidates(words []string) []candidate {
	config := w.paths().Load()
	if len(words) > 0 && words[len(words)-1] == "--region" && !slices.Contains(words, "--") {
		return regionCandidates(config)
	}
	if named(words) {
		return nil
	}
	return profileCandidates(config)
}

// ownCandidates serves awsenv itself: its verbs, then what each of them takes.
func (w *world) ownCandidates(words []string) []candidate {
	switch {
	case len(words) == 0:
		return verbCandidates()
	case words[0] == "init" && !named(words[1:]):
		return shellCandidates()
	case slices.Contains([]string{"exec", "status"}, words[0]) && !named(words[1:]):
		return profileCandidates(w.paths().Load())
	}
	return nil
}

// named tells whether an argument that is no flag was already typed.
func named(words []string) bool {
	for i, word := range words {
		value := i > 0 && words[i-1] == "--region"
		if !value && word != "--" && (word == "-" || !strings.HasPrefix(word, "-") || slices.Contains(words[:i], "--")) {
			return true
		}
	}
	return false
}

func profileCandidates(config *awsconfig.Config) []candidate {
	out := make([]candidate, 0, len(config.Profiles))
	for i := range config.Profiles {
		p := &config.Profiles[i]
		// An empty name cannot be chosen by AWS_PROFILE, and one with control characters not be shown in a list.
		if p.Name != "" && strings.IndexFunc(p.Name, unicode.IsControl) < 0 {
			out = append(out, candidate{p.Name, note(p)})
		}
	}
	return out
}

func regionCandidates(config *awsconfig.Config) []candidate {
	seen := map[string]bool{"": true}
	var out []candidate
	for i := range config.Profiles {
		if region := config.Profiles[i].Get("region"); !seen[region] {
			seen[region] = true
			out = append(out, candidate{text: region})
		}
	}
	return out
}

func shellCandidates() []candidate {
	var out []candidate
	for _, name := range shells.Names() {
		out = append(out, candidate{text: name})
	}
	return out
}

func verbCandidates() []candidate {
	var out []candidate
	for _, v := range verbs() {
		if !v.hidden {
			out = append(out, candidate{v.name, v.help})
		}
	}
	return out
}
