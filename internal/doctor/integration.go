package doctor

import (
	"fmt"
	"strconv"
	"strings"

	"awsenv/internal/awsconfig"
)

// CLI is the aws on PATH.
type CLI struct {
	Found   bool
	Version string // what `aws --version` says
	Fault   string // why it says nothing of the kind
}

// Release reads the version; ok is false where it is none that is known.
func (c CLI) Release() (major, minor int, ok bool) {
	if _, err := fmt.Sscanf(c.Version, "aws-cli/%d.%d", &major, &minor); err != nil {
		return 0, 0, false
	}
	return major, minor, true
}

// InstallPage is where AWS tells how to install its CLI.
const InstallPage = "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"

// needs are what the files may use, and since when the AWS CLI knows it.
var needs = []struct {
	key   string // of a profile
	minor int    // of version 2
}{
	{"sso_session", 9},
	{"login_session", 32},
}

// programs looks at the AWS CLI.
func programs(f Facts) []awsconfig.Problem {
	const hint = "install the AWS CLI v2: " + InstallPage
	major, minor, known := f.CLI.Release()
	switch {
	case !f.CLI.Found:
		return fatal("no-cli", hint, "there is no aws on PATH")
	case f.CLI.Fault != "":
		return fatal("broken-cli", hint, "the aws on PATH does not work: %s", f.CLI.Fault)
	case !known:
		return fatal("broken-cli", hint, "the aws on PATH is of no known version")
	case major < 2:
		return fatal("old-cli", hint, "the aws on PATH is version %d, which cannot sign in with SSO", major)
	}
	return tooOld(f, major, minor)
}

// tooOld tells what the files use that the AWS CLI does not know yet.
func tooOld(f Facts, major, minor int) []awsconfig.Problem {
	for _, need := range needs {
		if major > 2 || minor >= need.minor {
			continue
		}
		for i := range f.Config.Profiles {
			if key, ok := f.Config.Profiles[i].Lookup(need.key); ok {
				p := fatal("old-cli", "install the AWS CLI v2: "+InstallPage, "the aws on PATH is version %d.%d, which does not know %s; 2.%d does", major, minor, need.key, need.minor)
				p[0].Place = key.Place
				return p
			}
		}
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
	Universal       []Universal
	// Asked: a new shell was started. Probed: it answered; the rest is what it said.
	Asked, Probed bool
	// Missing: the new shell has no aws-use. Hidden are our commands that something else stands before.
	Missing bool
	Hidden  []Hidden
	// NoCompletion: the new shell completes, but not our commands.
	NoCompletion bool
}

// Universal is a universal variable of fish, which reaches every program.
type Universal struct {
	Name  string
	Place awsconfig.Place
}

// Hidden is one of our commands that a person's own alias or function hides.
type Hidden struct {
	Command, By string // By: "alias", "function" or "abbreviation"
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
	for _, v := range s.Universal {
		p := warning("universal-profile", "set -eU "+v.Name, "%s is a universal variable: it reaches every program, and aws-use cannot hide it", v.Name)
		p[0].Place = v.Place
		found = append(found, p...)
	}
	return append(append(found, loading(s)...), probed(s)...)
}

// loading tells where the integration is missing: here, or in new shells.
func loading(s Shell) []awsconfig.Problem {
	elsewhere := s.Probed && !s.Missing
	switch {
	case s.Loaded == "" && elsewhere:
		return warning("not-loaded", "exec "+s.Name, "this shell has not loaded awsenv; a new one will")
	case s.Loaded == "":
		return warning("not-loaded", s.addLine(), "this shell has not loaded awsenv: there is no aws-use in it")
	case s.Loaded != s.Version:
		return warning("other-version", "exec "+s.Name, "this shell has loaded awsenv %s, and the program is %s", s.Loaded, s.Version)
	case s.Missing:
		return warning("not-permanent", s.addLine(), "this shell has loaded awsenv, but a new %s does not", s.Name)
	}
	return nil
}

// addLine is the command that puts the line into the rc file.
func (s Shell) addLine() string {
	if s.Name == "powershell" {
		return "Add-Content -Path $PROFILE -Value '" + s.Line + "'"
	}
	return "echo '" + s.Line + "' >>" + s.RC
}

// probed is what a new shell said, or that it said nothing.
func probed(s Shell) []awsconfig.Problem {
	switch {
	case s.Asked && !s.Probed:
		return warning("no-answer", "", "a new %s did not come so far as to answer: %s ends it, replaces it, or takes long; whether something hides aws-use there is not known", s.Name, s.RC)
	case s.Missing:
		return nil // it has been said
	}
	var found []awsconfig.Problem
	for _, h := range s.Hidden {
		p := warning("hidden-command", s.removal(h), "your own %s %s stands in place of awsenv's: rename it, or load awsenv behind it", h.By, h.Command)
		p[0].Place = h.Place
		found = append(found, p...)
	}
	if s.NoCompletion {
		found = append(found, warning("no-completion", s.Line, "Tab does not complete aws-use in a new %s: something removed its completion; load awsenv behind that", s.Name)...)
	}
	return found
}

// removal is the command that brings ours back in this shell: what stands before it is removed, what has replaced it is
// replaced.
func (s Shell) removal(h Hidden) string {
	commands := map[string]string{
		"bash alias": "unalias ", "zsh alias": "unalias ", "powershell alias": "Remove-Item Alias:", "fish abbreviation": "abbr -e ",
	}
	if command, ok := commands[s.Name+" "+h.By]; ok {
		return command + h.Command
	}
	return s.Line
}
