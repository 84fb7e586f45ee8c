package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os/exec"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/shells"
)

// execVerb runs one command with a profile.
type execVerb struct {
	Credentials bool `help:"Give it temporary keys instead of the profile, for tools that know no SSO."`

	Profile string   `arg:"" help:"The profile."`
	Command []string `arg:"" passthrough:"" help:"The command and its arguments, after --."`
}

// Run becomes the command, with AWS_PROFILE set and the variables that would win over it removed. A profile that cannot
// be used is told before, not by the command.
func (v *execVerb) Run(w *world) error {
	args, err := v.words()
	if err != nil {
		return err
	}
	sh := w.shell()
	config, err := w.config()
	if err != nil {
		return err
	}
	if err := w.checkProfile(sh, config, v.Profile); err != nil {
		return err
	}
	if err := w.checkSession(sh, config, v.Profile); err != nil {
		return err
	}
	after := w.after(v.Profile)
	environ := after.without()
	if v.Credentials {
		if environ, err = after.withCredentials(sh, config, v.Profile); err != nil {
			return err
		}
	}
	status, err := w.replace(command{args: args, environ: environ})
	if err != nil {
		cause := err
		if lookup, ok := errors.AsType[*exec.Error](err); ok {
			cause = lookup.Err
		}
		return &failure{status: statusOf(err), message: "run " + quoted(args[0]) + ": " + cause.Error()}
	}
	if status != 0 {
		return &failure{status: status}
	}
	return nil
}

// words are those of the command.
func (v *execVerb) words() ([]string, error) {
	const usage = "awsenv exec PROFILE -- COMMAND"
	args := v.Command
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	switch {
	case len(args) == 0:
		return nil, misuse(usage, "no command was named")
	case v.Profile == "":
		return nil, misuse(usage, "the name of the profile is empty")
	}
	return args, nil
}

// statusOf is what a shell ends with where a command cannot be run: 126 where it is there, 127 where it is not.
func statusOf(err error) int {
	if errors.Is(err, fs.ErrPermission) || strings.Contains(err.Error(), "exec format error") {
		return 126
	}
	return 127
}

// checkSession refuses a profile whose session has to be signed in first. One to be renewed is renewed by the command.
func (w *world) checkSession(sh *shells.Shell, config *awsconfig.Config, name string) error {
	plan, err := login.For(config, name)
	if err != nil {
		return fail("awsenv doctor", "%s cannot be used: %v", quoted(name), err)
	}
	text, ok := unusable[w.session(plan).State]
	if !ok || !w.roleUntil(config, identity.InProfile(config, name)).IsZero() {
		return nil
	}
	return fail("aws-login "+sh.Operand(name), "the session of %s %s", quoted(name), text)
}

// withCredentials is the environment with temporary keys in place of the profile. They are in no variable of awsenv's
// own shell functions, and in no argument.
func (w *world) withCredentials(sh *shells.Shell, config *awsconfig.Config, name string) ([]string, error) {
	if !hasCLI() {
		return nil, fail(installHint, noCLI)
	}
	args := []string{"aws", "configure", "export-credentials", "--profile=" + name, "--format", "process"}
	said, err := w.capture(command{args: args, environ: w.withoutIdentity()}, verifyLimit)
	var keys struct{ AccessKeyId, SecretAccessKey, SessionToken, Expiration string }
	if err != nil || said.status != 0 || json.Unmarshal([]byte(said.out), &keys) != nil || keys.AccessKeyId == "" {
		refusal := refusalOf(strings.Join(args[:3], " "), said.errors)
		return nil, fail(forProfile(refusal.Hint, sh, name), "get keys for %s: %s", quoted(name), refusal.Message)
	}
	environ := w.withoutIdentity()
	for _, v := range [][2]string{
		{"AWS_ACCESS_KEY_ID", keys.AccessKeyId},
		{"AWS_SECRET_ACCESS_KEY", keys.SecretAccessKey},
		{"AWS_SESSION_TOKEN", keys.SessionToken},
		{"AWS_CREDENTIAL_EXPIRATION", keys.Expiration},
	} {
		if v[1] != "" {
			environ = append(environ, v[0]+"="+v[1])
		}
	}
	return append(environ, w.regionFor(config, name)...), nil
}

// regionFor hands on the region of a profile that is no longer named to the command.
func (w *world) regionFor(config *awsconfig.Config, name string) []string {
	profile, _ := config.Profile(name)
	region := identity.RegionOf(w.lookup, profile)
	if region.Source != "profile" || region.Name == "" {
		return nil
	}
	return []string{"AWS_REGION=" + region.Name, "AWS_DEFAULT_REGION=" + region.Name}
}
