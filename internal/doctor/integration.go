package doctor

import (
	"fmt"
	"strconv"
	"strings"

	"awsenv/internal/awsconfig"
)

// CLI is what `aws --version` said; empty where there is no aws on PATH.
type CLI struct{ Version string }

// installCLI is where AWS tells how.
const installCLI = "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"

// programs looks at the AWS CLI.
func programs(f Facts) []awsconfig.Problem {
	switch {
	case f.CLI.Version == "":
		return fatal("no-cli", "install the AWS CLI v2: "+installCLI, "there is no aws on PATH")
	case strings.HasPrefix(f.CLI.Version, "aws-cli/1."):
		return fatal("old-cli", "install the AWS CLI v2: "+installCLI, "the aws on PATH is version 1, which cannot sign in with SSO")
	}
	return nil
}

// Shell is what is known of the person's shell.
type Shell struct {
	Name string // "bash"; empty: unknown
	// RC and Line are the file and the line that load the integration.
	RC, Line string
	// Loaded is the version that this shell has loaded, empty where it has not; Version is that of the program.
	Loaded, Version string
	// Universal is where fish keeps a universal AWS_PROFILE, which reaches every shell.
	Universal awsconfig.Place
	// Probed: a new shell was asked. The rest is what it said.
	Probed bool
	// Missing: the new shell has no aws-use. Hidden are our commands that something else stands before.
	Missing bool
	Hidden  []Hidden
	// NoCompletion: the new shell completes, but not our commands.
	NoCompletion bool
}

// Hidden is one of our commands that a person's own alias or function hides.
type Hidden struct {
	Command, By string // By: "alias" or "function"
	Place       awsconfig.Place
}

// Read takes the answer of a new shell: lines of fields with tabs between them, among whatever else an rc file prints.
func (s *Shell) Read(answer string) {
	for line := range strings.Lines(answer) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) < 3 || fields[0] != "awsenv-doctor" {
			continue
		}
		s.Probed = true
		switch {
		case fields[1] == "completion":
			s.NoCompletion = true
		case fields[2] == "missing":
			s.Missing = true
		case fields[2] != "ours":
			s.Hidden = append(s.Hidden, Hidden{fields[1], fields[2], placeOf(fields[3:])})
		}
	}
}

// placeOf reads a file and a line; what is defined nowhere in a file has none.
func placeOf(fields []string) awsconfig.Place {
	if len(fields) < 2 || !strings.ContainsAny(fields[0], `/\`) {
		return awsconfig.Place{}
	}
	line, _ := strconv.Atoi(fields[1])
	return awsconfig.Place{File: fields[0], Line: line}
}

// integration looks at what the shell has loaded.
func integration(f Facts) []awsconfig.Problem {
	s := f.Shell
	var found []awsconfig.Problem
	switch {
	case s.Loaded == "":
		found = warning("not-loaded", fmt.Sprintf("add this line to %s: %s", s.RC, s.Line), "this shell has not loaded awsenv: there is no aws-use in it")
	case s.Loaded != s.Version:
		found = warning("other-version", "open a new terminal", "this shell has loaded awsenv %s, and the program is %s", s.Loaded, s.Version)
	}
	if s.Universal.File != "" {
		p := warning("universal-profile", "set -eU AWS_PROFILE", "AWS_PROFILE is a universal variable: it reaches every fish, and aws-use cannot hide it from other programs")
		p[0].Place = s.Universal
		found = append(found, p...)
	}
	return append(found, probed(s)...)
}

func probed(s Shell) []awsconfig.Problem {
	if !s.Probed {
		return nil
	}
	if s.Missing {
		if s.Loaded == "" {
			return nil // it has been said
		}
		return warning("not-permanent", fmt.Sprintf("add this line to %s: %s", s.RC, s.Line), "a new %s does not load awsenv", s.Name)
	}
	var found []awsconfig.Problem
	for _, h := range s.Hidden {
		p := warning("hidden-command", removal(s.Name, h), "your own %s %s hides awsenv's", h.By, h.Command)
		p[0].Place = h.Place
		found = append(found, p...)
	}
	if s.NoCompletion {
		found = append(found, warning("no-completion", "put the awsenv line behind compinit in "+s.RC, "Tab does not complete aws-use: something removed its completion")...)
	}
	return found
}

// removal is the command that removes an alias or a function in this shell; the file has to be edited as well.
func removal(shell string, h Hidden) string {
	commands := map[string]string{
		"bash alias": "unalias %s", "zsh alias": "unalias %s",
		"bash function": "unset -f %s", "zsh function": "unfunction %s", "fish function": "functions -e %s",
		"powershell alias": "Remove-Item Alias:%s", "powershell function": "Remove-Item Function:%s",
	}
	format, ok := commands[shell+" "+h.By]
	if !ok {
		format = "remove or rename %s"
	}
	return fmt.Sprintf(format, h.Command) + ", and remove or rename it in your rc file"
}
