package shells

import (
	"fmt"
	"strings"
)

// Variable is a variable of the shell and its value.
type Variable struct{ Name, Value string }

// Script is the code that a shell function takes from awsenv and runs: what to export, what to remove from the
// environment, and what to keep in variables of the shell itself. Names are awsenv's own constants, never data.
type Script struct {
	Export []Variable
	Unset  []string
	Keep   []Variable
}

// Render writes the script for one shell, or an error where a value cannot be written in it.
//
// A script assigns first and removes last. In bash and zsh each step must have worked for the next one to run, and
// an exported variable must hold what it was given: their functions run the script in a subshell first, so that a
// read-only variable stops it before anything has changed.
func (s Script) Render(sh *Shell) (string, error) {
	var lines []string
	for _, step := range []struct {
		variables []Variable
		format    string
	}{{s.Export, sh.syntax.export}, {s.Keep, sh.syntax.keep}} {
		for _, v := range step.variables {
			quoted, err := sh.syntax.quote(v.Value)
			if err != nil {
				return "", fmt.Errorf("%s: %w", v.Name, err)
			}
			lines = append(lines, strings.NewReplacer("NAME", v.Name, "VALUE", quoted).Replace(step.format))
		}
	}
	if len(s.Unset) > 0 {
		lines = append(lines, sh.syntax.unset(s.Unset))
	}
	if len(lines) == 0 {
		return "", nil
	}
	return strings.Join(lines, sh.syntax.join) + "\n", nil
}

// syntax is how one family of shells writes a script.
type syntax struct {
	quote  func(string) (string, error)
	export string
	keep   string
	unset  func(names []string) string
	join   string
}

// The backslash keeps an alias, and builtin a function, of the user's from standing in for export or unset.
var posixSyntax = syntax{
	quote:  quotePOSIX,
	export: "\\builtin export NAME=VALUE &&\n[[ ${NAME-} == VALUE ]]",
	keep:   "NAME=VALUE",
	unset:  func(names []string) string { return `\builtin unset -v ` + strings.Join(names, " ") },
	join:   " &&\n",
}

// -g is needed on both: without it a universal variable of that name would be changed for every session.
var fishSyntax = syntax{
	quote:  quoteFish,
	export: "builtin set -gx NAME VALUE",
	keep:   "builtin set -g NAME VALUE",
	unset:  func(names []string) string { return "__awsenv_unset " + strings.Join(names, " ") },
	join:   "\n",
}

// An empty value would stay in the environment as such: variables are removed, by their literal path, and for real even
// where the user's preferences are to be asked first or only told.
var powershellSyntax = syntax{
	quote:  quotePowerShell,
	export: "$env:NAME = VALUE",
	keep:   "$global:NAME = VALUE",
	unset: func(names []string) string {
		return `Microsoft.PowerShell.Management\Remove-Item -LiteralPath 'Env:` +
			strings.Join(names, "', 'Env:") + `' -ErrorAction Ignore -Confirm:$false -WhatIf:$false`
	},
	join: "\n",
}
