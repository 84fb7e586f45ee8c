package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/columns"
	"awsenv/internal/doctor"
	"awsenv/internal/identity"
	"awsenv/shells"
)

// doctorVerb finds what is wrong.
type doctorVerb struct {
	JSON bool `name:"json" help:"As JSON."`
}

// finding is a problem and how bad it is: an error, with which the AWS CLI fails or somebody is not who they think, or
// a warning.
type finding struct {
	Severity string `json:"severity"`
	problem
}

// Run prints what it finds, and fails where there is an error among it.
func (v *doctorVerb) Run(w *world) error {
	facts := w.facts(w.paths().Load())
	facts.Modes = w.modes()
	facts.CLI = w.cli()
	facts.Shell = w.probe(w.shell())
	findings := []finding{}
	count := 0
	for _, p := range doctor.Examine(facts) {
		f := finding{"warning", report(p)}
		if p.Fatal {
			f.Severity = "error"
			count++
		}
		findings = append(findings, f)
	}
	if err := w.printFindings(findings, v.JSON); err != nil {
		return err
	}
	if count > 0 {
		return &failure{status: failed}
	}
	return nil
}

func (w *world) printFindings(findings []finding, asJSON bool) error {
	switch {
	case asJSON:
		return w.printJSON(findings)
	case len(findings) == 0:
		return w.print("nothing wrong was found\n")
	}
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(columns.Harmless(f.Severity+": "+f.text()) + "\n")
		if f.Hint != "" {
			b.WriteString(columns.Harmless("    hint: "+f.Hint) + "\n")
		}
	}
	return w.print(b.String())
}

// modes are the permissions of the two files, where the system has such.
func (w *world) modes() []doctor.Mode {
	if runtime.GOOS == "windows" {
		return nil
	}
	var found []doctor.Mode
	paths := w.paths()
	for _, path := range []string{paths.Config, paths.Credentials} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			found = append(found, doctor.Mode{Path: path, Mode: info.Mode()})
		}
	}
	return found
}

// cliLimit is how long the AWS CLI may take to tell its version.
const cliLimit = 20 * time.Second

// cli asks the AWS CLI for its version.
func (w *world) cli() doctor.CLI {
	if !hasCLI() {
		return doctor.CLI{}
	}
	// It reads its files even for this, and fails where they are broken.
	environ := append(w.withoutIdentity(), "AWS_CONFIG_FILE="+os.DevNull, "AWS_SHARED_CREDENTIALS_FILE="+os.DevNull)
	said, err := w.capture(command{args: []string{"aws", "--version"}, environ: environ}, cliLimit)
	text := strings.TrimSpace(said.out + said.errors) // version 1 says it on stderr
	switch {
	case err != nil:
		return doctor.CLI{Found: true, Fault: "it did not tell its version: " + err.Error()}
	case !strings.HasPrefix(text, "aws-cli/"):
		return doctor.CLI{Found: true, Fault: text[strings.LastIndex(text, "\n")+1:]}
	}
	return doctor.CLI{Found: true, Version: text}
}

// probing is set for the shell that is asked, so that an rc file that calls the doctor does not go on for ever, nor one
// that signs in.
const probing = "AWSENV_DOCTOR"

// probeLimit is how long a new shell may take over its rc file.
const probeLimit = 10 * time.Second

// probe asks a new shell of the person's kind what has become of our commands in it. Only there can it be seen what
// the rc file, or what it reads, defines besides; the shell that called awsenv cannot be asked by a program.
func (w *world) probe(sh *shells.Shell) doctor.Shell {
	s := doctor.Shell{Name: sh.Name, RC: sh.RC, Line: sh.Line, Version: version, Loaded: w.loaded()}
	if sh.Name == "fish" {
		s.Universal = w.universal()
	}
	questions, err := sh.Doctor()
	if err != nil || w.get(probing) != "" {
		return s
	}
	for _, question := range questions {
		path, err := exec.LookPath(question[0])
		if err != nil {
			continue
		}
		environ := append(w.without(initVariable, "AWS_PROFILE"), probing+"=1")
		// One that does not end has not said anything either.
		said, _ := w.capture(command{args: append([]string{path}, question[1:]...), environ: environ}, probeLimit)
		s.Asked = true
		// Some load it for a login shell alone.
		if s.Read(said.out); !s.Missing {
			break
		}
	}
	return s
}

// loaded is the version of the integration that the calling shell has; empty where it has none, or only one of the
// shells above it.
func (w *world) loaded() string {
	fields := strings.Fields(w.get(initVariable))
	if len(fields) < 2 || !slices.Contains(w.caller().ids, fields[1]) {
		return ""
	}
	return fields[0]
}

// universal finds the universal variables of fish that it exports to every program, whatever a shell has besides.
func (w *world) universal() []doctor.Universal {
	folder := w.get("XDG_CONFIG_HOME")
	if folder == "" {
		folder = filepath.Join(w.home, ".config")
	}
	path := filepath.Join(folder, "fish", "fish_variables")
	text, _ := os.ReadFile(path)
	var found []doctor.Universal
	for i, line := range strings.Split(string(text), "\n") {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "SETUVAR --export "), ":")
		if name != line && (name == "AWS_PROFILE" || slices.Contains(identity.Shadowing, name)) {
			found = append(found, doctor.Universal{Name: name, Place: awsconfig.Place{File: path, Line: i + 1}})
		}
	}
	return found
}
