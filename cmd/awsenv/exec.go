package main

import (
	"errors"
	"os/exec"

	"awsenv/shells"
)

// execVerb runs one command with a profile.
type execVerb struct {
	Profile string   `arg:"" help:"The profile."`
	Command []string `arg:"" passthrough:"" help:"The command and its arguments, after --."`
}

// Run becomes the command, with AWS_PROFILE set and the variables that would win over it removed.
func (v *execVerb) Run(w *world) error {
	args := v.Command
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		return misuse("awsenv exec PROFILE -- COMMAND", "no command was named")
	}
	sh, err := lookupShell(shells.Names()[0])
	if err != nil {
		return err
	}
	config, err := w.config()
	if err != nil {
		return err
	}
	if err := w.checkProfile(sh, config, v.Profile); err != nil {
		return err
	}
	environ := append(w.withoutIdentity(), "AWS_PROFILE="+v.Profile)
	status, err := w.replace(command{args: args, environ: environ})
	if err != nil {
		cause := err
		if lookup, ok := errors.AsType[*exec.Error](err); ok {
			cause = lookup.Err
		}
		return &failure{status: 127, message: "run " + quoted(args[0]) + ": " + printable(cause.Error())}
	}
	if status != 0 {
		return &failure{status: status}
	}
	return nil
}
