package main

import (
	"path/filepath"
	"strings"

	"awsenv/shells"
)

// initVerb prints the integration of a shell.
type initVerb struct {
	Shell        string `arg:"" help:"One of ${shells}."`
	NoPrompt     bool   `help:"Leave the prompt alone."`
	NoCompletion bool   `help:"Leave Tab alone."`
}

// Help is the text under the usage line.
func (initVerb) Help() string {
	var b strings.Builder
	b.WriteString("Put the line for your shell at the end of its rc file:\n")
	for _, name := range shells.Names() {
		sh, _ := shells.Lookup(name)
		b.WriteString("\n    " + sh.Line + "    (" + sh.RC + ")\n")
	}
	return b.String()
}

// Run prints shell code and nothing else.
func (v *initVerb) Run(w *world) error {
	sh, err := lookupShell(v.Shell)
	if err != nil {
		return err
	}
	program, err := callable(w.program)
	if err != nil {
		return err
	}
	text, err := shells.Init(sh, shells.Options{
		Program: program, Version: version, NoPrompt: v.NoPrompt, NoCompletion: v.NoCompletion,
	})
	if err != nil {
		return err
	}
	return w.print(text)
}

// callable is how the shell's functions are to call awsenv. A bare name stays one: a path fixed now would break open
// shells at the next upgrade. Where the user typed a path, it is made absolute, its links not followed.
func callable(program string) (string, error) {
	if filepath.Base(program) == program {
		return program, nil
	}
	return filepath.Abs(program)
}
