package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"awsenv/shells"

	"github.com/alecthomas/kong"
)

// initVariable is exported by the line in the rc file: version, process id and name of the shell that loaded it.
const initVariable = "AWSENV_INIT"

// The variables through which a shell function hands something over for one call: what awsenv asked it to keep, and
// in PowerShell, which loses quotes in arguments, the arguments as a JSON array.
const (
	stateVariable = "AWSENV_STATE"
	argsVariable  = "AWSENV_ARGS"
)

// verb is one command of awsenv.
type verb struct {
	name, help string
	hidden     bool
	new        func() any
}

// verbs is the command line of awsenv, in the order of its help.
func verbs() []verb {
	return []verb{
		{name: "init", help: "Print the integration for a shell: aws-use, aws-login, aws-logout, the prompt segment and Tab.", new: func() any { return new(initVerb) }},
		{name: "list-profiles", help: "List the profiles, as 'aws configure list-profiles' does.", new: func() any { return new(listProfilesVerb) }},
		{name: "status", help: "Tell who you are here: profile, account, role, region, session, and what is in the way.", new: func() any { return new(statusVerb) }},
		{name: "doctor", help: "Find what is wrong with the AWS files, the environment and the integration, and how to mend it.", new: func() any { return new(doctorVerb) }},
		{name: "use", help: "Switch this shell to a profile (called by aws-use).", new: func() any { return new(useVerb) }},
		{name: "login", help: "Sign in to a profile and switch to it (called by aws-login).", new: func() any { return new(loginVerb) }},
		{name: "logout", help: "Sign out of all sessions (called by aws-logout).", new: func() any { return new(logoutVerb) }},
		{name: "exec", help: "Run one command with a profile.", new: func() any { return new(execVerb) }},
		{name: "prompt", help: "Print the prompt segment as text, for starship, powerlevel10k, oh-my-posh, tide and tmux.", new: func() any { return new(promptVerb) }},
		{name: "demo", help: "Open a shell with all of this loaded on a sample configuration.", new: func() any { return new(demoVerb) }},
		{name: "version", help: "Print the version.", new: func() any { return new(versionVerb) }},
		{name: "label", hidden: true, new: func() any { return new(labelVerb) }},
		{name: "complete", hidden: true, new: func() any { return new(completeVerb) }},
		{name: "demo-aws", hidden: true, new: func() any { return new(demoAWSVerb) }},
	}
}

// grammar is the part of the command line that the words call for: one verb where they begin with its name, since to
// build the whole of it takes longer than most verbs run.
func grammar(words []string) []kong.Option {
	all := verbs()
	if len(words) > 0 {
		if i := slices.IndexFunc(all, func(v verb) bool { return v.name == words[0] }); i >= 0 {
			all = all[i : i+1]
		}
	}
	var options []kong.Option
	for _, v := range all {
		var tags []string
		if v.hidden {
			tags = []string{`hidden:""`}
		}
		options = append(options, kong.DynamicCommand(v.name, v.help, "", v.new(), tags...))
	}
	return options
}

// function is embedded by the verbs that a shell function calls.
type function struct {
	Shell string `hidden:"" placeholder:"SHELL"`
}

// target is the shell whose code the verb prints.
func (f function) target(verb string) (*shells.Shell, error) {
	if f.Shell == "" {
		return nil, misuse(loadHint, "awsenv %s prints code for a shell function: use aws-%s", verb, verb)
	}
	return lookupShell(f.Shell)
}

const loadHint = "aws-use, aws-login and aws-logout are there once a shell has loaded awsenv; see awsenv init --help"

func lookupShell(name string) (*shells.Shell, error) {
	sh, ok := shells.Lookup(name)
	if !ok {
		return nil, misuse("awsenv init --help", "unknown shell %s; awsenv knows %s", quoted(name), strings.Join(shells.Names(), ", "))
	}
	return sh, nil
}

// exit ends kong's parsing, which would go on after --help.
type exit int

// run is awsenv: it parses the arguments, runs the verb and returns the exit status.
func run(args []string, w *world) (status int) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exit:
			status = int(e)
		default:
			panic(e)
		}
	}()
	words, err := w.words(args)
	if err != nil {
		return w.report(err)
	}
	parser, err := w.parser(words)
	if err != nil {
		return w.report(err)
	}
	ctx, err := parser.Parse(words)
	if err != nil {
		return w.report(parseFailure(words, err))
	}
	return w.report(ctx.Run(w))
}

// words are the arguments, with those that PowerShell handed over in the environment.
func (w *world) words(args []string) ([]string, error) {
	words := plainly(args[1:])
	text, set := w.lookup(argsVariable)
	if !set || !fromFunction(words) || words[2] != "powershell" {
		return words, nil
	}
	var more []string
	if err := json.Unmarshal([]byte(text), &more); err != nil {
		return nil, misuse("", "read %s: %v", argsVariable, err)
	}
	if words[0] == "complete" {
		more = append([]string{"--"}, more...)
	}
	return append(slices.Clone(words), more...), nil
}

// plainly is the command line as awsenv has it, where people type it as they are used to.
func plainly(words []string) []string {
	switch {
	case len(words) == 0:
		return []string{"--help"}
	case words[0] == "--version":
		return append([]string{"version"}, words[1:]...)
	case words[0] == "help":
		return append(slices.Clone(words[1:]), "--help")
	}
	return words
}

// fromFunction: shell functions put --shell right behind the verb, before the words of the user.
func fromFunction(words []string) bool { return len(words) > 2 && words[1] == "--shell" }

func (w *world) parser(words []string) (*kong.Kong, error) {
	// The stdout of a shell function's call is evaluated: help for it goes to stderr.
	help := w.stdout
	if fromFunction(words) {
		help = w.stderr
	}
	return kong.New(&struct{}{}, append(grammar(words),
		kong.Name("awsenv"),
		kong.Description("Switch AWS profiles in the shell you are in, sign in when it is needed, and see in the prompt who you are."),
		kong.Writers(help, w.stderr),
		kong.Exit(func(status int) { panic(exit(status)) }),
		kong.Help(helpPrinter(help)),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Vars{"shells": strings.Join(shells.Names(), ", ")},
	)...)
}

// usages are the help texts of the verbs that people call as a shell function.
var usages = map[string]string{"use": useUsage, "login": loginUsage, "logout": logoutUsage}

func helpPrinter(out io.Writer) kong.HelpPrinter {
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		if selected := ctx.Selected(); selected != nil {
			if usage, ok := usages[selected.Name]; ok {
				_, err := io.WriteString(out, usage)
				return err
			}
		}
		return kong.DefaultHelpPrinter(options, ctx)
	}
}

// parseFailure turns kong's error into one in awsenv's voice, with the command that explains the usage.
func parseFailure(words []string, err error) error {
	help := "awsenv --help"
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context.Selected() != nil {
		help = "awsenv " + parse.Context.Selected().Name + " --help"
	}
	if fromFunction(words) && usages[words[0]] != "" {
		help = "aws-" + words[0] + " --help"
	}
	return misuse(help, "%s", inOurWords(err))
}

// inOurWords says what is missing as a person would.
func inOurWords(err error) string {
	return strings.NewReplacer(
		"\n", " ",
		`expected string value but got "EOL" (<EOL>)`, "a value is missing",
		`expected "<command> ..."`, "no command was named",
		`expected "<profile> <command> ..."`, "no profile and no command were named",
		`expected "<shell>"`, "no shell was named: "+strings.Join(shells.Names(), ", "),
	).Replace(err.Error())
}

// print writes a verb's whole output, and nothing where there is none.
func (w *world) print(text string) error {
	if _, err := io.WriteString(w.stdout, text); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}
