package main

import (
	"os/exec"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/sso"
	"awsenv/shells"
)

const loginUsage = `Usage: aws-login [PROFILE] [--force]

Sign in to an AWS profile where that is needed, then switch this shell to it as aws-use does. Without PROFILE: the
active one's session, or the only sso-session there is.

  PROFILE    a profile of ~/.aws/config or ~/.aws/credentials; -- before a name that begins with a dash
  --force    sign in even though the session is valid
  --help     show this
`

const installHint = "install the AWS CLI v2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"

// loginVerb signs in to a profile and switches to it.
type loginVerb struct {
	function
	Profile *string `arg:"" optional:""`
	Force   bool
}

// Run signs in, then prints the code that switches. Where signing in fails there is no code.
func (v *loginVerb) Run(w *world) error {
	sh, err := v.target("login")
	if err != nil {
		return err
	}
	config, err := w.config()
	if err != nil {
		return err
	}
	name, plan, err := v.plan(w, sh, config)
	if err != nil {
		return err
	}
	if v.Force || !w.signedIn(plan) {
		if err := w.signIn(plan, name); err != nil {
			return err
		}
	}
	from, old := snapshot(w.lookup), readState(w.get(stateVariable))
	if name == "" {
		// Nothing changes but that the prompt looks again.
		return w.printChange(sh, old, from, from)
	}
	return w.switchTo(sh, config, old, from, from.choose(name))
}

// plan works out what to sign in to. The name is empty where the shell's profile is to stay as it is.
func (v *loginVerb) plan(w *world, sh *shells.Shell, config *awsconfig.Config) (name string, plan login.Plan, err error) {
	if v.Profile != nil {
		if err := w.checkProfile(sh, config, *v.Profile); err != nil {
			return "", plan, err
		}
		plan, err = login.For(config, *v.Profile)
		return *v.Profile, plan, err
	}
	id := identity.Resolve(w.lookup, config)
	switch {
	case id.Trouble == identity.Unknown || id.Trouble == identity.Empty:
		return "", plan, w.unknownProfile(sh, config, id.Name)
	case id.Profile != nil:
		if plan, err = login.For(config, id.Name); id.Source == identity.FromDefault {
			return "", plan, err
		}
		return id.Name, plan, err
	case len(config.Sessions) == 1:
		return "", login.ForSession(config.Sessions[0].Name), nil
	}
	return "", plan, w.listChoices(config)
}

// session is the status of the session that a plan signs in to; it has no state where there is none.
func (w *world) session(plan login.Plan) sso.Status {
	if plan.Key == "" {
		return sso.Status{}
	}
	return sso.Read(w.ssoCache(), plan.Key, plan.Legacy, w.now)
}

// signedIn tells whether the session is valid by itself, and says until when.
func (w *world) signedIn(plan login.Plan) bool {
	status := w.session(plan)
	if status.State != sso.Valid {
		return false
	}
	w.say("the session %s is valid until %s; --force signs in anyway", quoted(plan.Key), clock(status.ExpiresAt, w.now))
	return true
}

// signIn runs the AWS CLI, whose talk is for the person at the terminal.
func (w *world) signIn(plan login.Plan, name string) error {
	if len(plan.Args) == 0 {
		w.say("%s needs no signing in: %s", quoted(name), plan.Reason)
		return nil
	}
	status, err := w.aws(plan.Args)
	switch {
	case err != nil:
		return err
	case status == cancelled:
		return &failure{status: cancelled, message: "signing in was cancelled; nothing was changed"}
	case status != 0:
		return fail("", "aws %s ended with status %d; nothing was changed", printable(strings.Join(plan.Args, " ")), status)
	}
	return nil
}

// aws runs the AWS CLI without the variables that would make it fail or answer for somebody else: even with
// --sso-session it fails on an AWS_PROFILE that does not exist. A failure of version 1 is told as such; asking for
// the version takes as long as signing in starts, so it is asked only then.
func (w *world) aws(args []string) (int, error) {
	if _, err := exec.LookPath("aws"); err != nil {
		return 0, fail(installHint, "there is no aws on PATH")
	}
	status, err := w.start(command{args: append([]string{"aws"}, args...), environ: w.withoutIdentity(), streams: talkOnly})
	if err != nil {
		return 0, fail(installHint, "run aws: %v", err)
	}
	if status != 0 && status != cancelled {
		if text, _ := exec.Command("aws", "--version").CombinedOutput(); strings.HasPrefix(string(text), "aws-cli/1.") {
			return 0, fail(installHint, "aws on PATH is version 1, which cannot sign in with SSO")
		}
	}
	return status, nil
}
