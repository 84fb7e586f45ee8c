package main

import (
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/nearest"
	"awsenv/internal/sso"
	"awsenv/shells"
)

const loginUsage = `Usage: aws-login [PROFILE] [--force] [--use-device-code]
       aws-login --session NAME [--force] [--use-device-code]

Make an AWS profile usable, then switch this shell to it as aws-use does.
Nothing is started while its session is valid; one that is past its time is
renewed silently where that is possible; else you sign in. Any profile of an
sso-session signs in all of them.

  PROFILE            a profile of ~/.aws/config or ~/.aws/credentials; -- before
                     a name that begins with a dash. Without one: the active
                     profile, else the only sso-session there is, else you pick
                     one from a list
  --session NAME     sign in to an sso-session, and stay with the profile as it
                     is
  --force            sign in even though the session is valid
  --use-device-code  sign in with a code, in the browser of any device
  --help             show this
`

// loginVerb makes a profile usable and switches to it.
type loginVerb struct {
	function
	Profile       *string `arg:"" optional:""`
	Session       *string `placeholder:"NAME"`
	Force         bool
	UseDeviceCode bool
}

// Run makes the profile usable, then prints the code that switches. Where that fails there is no code.
func (v *loginVerb) Run(w *world) error {
	sh, err := v.target("login")
	if err != nil || w.get(probing) != "" {
		return err
	}
	if err := v.check(); err != nil {
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
	if err := v.makeUsable(w, config, plan, name); err != nil {
		return err
	}
	from, old := snapshot(w.lookup), readState(w.get(stateVariable))
	if name == "" {
		// Nothing changes but that the prompt looks again.
		return w.printChange(sh, old, from, from)
	}
	return w.switchTo(sh, config, old, from, from.choose(name))
}

func (v *loginVerb) check() error {
	const help = "aws-login --help"
	switch {
	case v.Session != nil && v.Profile != nil:
		return misuse(help, "--session takes no profile")
	case v.Session != nil && *v.Session == "":
		return misuse(help, "the name of the session is empty")
	case v.Profile != nil && *v.Profile == "":
		return misuse(help, "the name of the profile is empty")
	}
	return nil
}

// plan works out what to sign in to. The name is empty where the shell's profile is to stay as it is.
func (v *loginVerb) plan(w *world, sh *shells.Shell, config *awsconfig.Config) (name string, plan login.Plan, err error) {
	switch {
	case v.Session != nil:
		plan, err = planSession(sh, config, *v.Session)
		return "", plan, err
	case v.Profile != nil:
		if err := w.checkProfile(sh, config, *v.Profile); err != nil {
			return "", plan, err
		}
		plan, err = planFor(config, *v.Profile)
		return *v.Profile, plan, err
	}
	id := identity.Resolve(w.lookup, config)
	switch {
	case id.Trouble == identity.Unknown || id.Trouble == identity.Empty:
		name, err = w.chooseInstead(config, "aws-login", w.unknownProfile(sh, config, id.Name))
	case id.Source == identity.FromDefault:
		plan, err = planFor(config, id.Name)
		return "", plan, err
	case id.Profile != nil:
		name = id.Name
	case len(config.Sessions) == 1:
		return "", login.ForSession(config.Sessions[0].Name), nil
	default:
		name, err = w.choose(config, "aws-login")
	}
	if err == nil {
		plan, err = planFor(config, name)
	}
	return name, plan, err
}

// planFor says, of a profile that could not be used even signed in, how to mend it.
func planFor(config *awsconfig.Config, name string) (login.Plan, error) {
	plan, err := login.For(config, name)
	if err != nil {
		return plan, fail("awsenv doctor", "%v", err)
	}
	return plan, nil
}

// planSession refuses a session that the config file does not have.
func planSession(sh *shells.Shell, config *awsconfig.Config, name string) (login.Plan, error) {
	if _, ok := config.Session(name); ok {
		return login.ForSession(name), nil
	}
	var names []string
	for _, s := range config.Sessions {
		names = append(names, s.Name)
	}
	hint := "aws configure sso-session makes one"
	if near := nearest.Of(name, names); len(near) > 0 {
		hint = "aws-login --session=" + sh.Word(near[0])
	}
	return login.Plan{}, fail(hint, "there is no sso-session %s", quoted(name))
}

// makeUsable does as little as is needed, and says what it did.
func (v *loginVerb) makeUsable(w *world, config *awsconfig.Config, plan login.Plan, name string) error {
	if len(plan.Args) == 0 {
		w.say("%s needs no signing in: %s", quoted(name), plan.Reason)
		return nil
	}
	status := w.session(plan)
	switch {
	case v.Force:
	case status.State == sso.Valid:
		w.say("the session %s is valid until %s; --force signs in anyway", quoted(plan.Key), clock(status.ExpiresAt, w.now))
		return nil
	case status.State == sso.Refreshable:
		if done, err := w.renew(config, plan); done || err != nil {
			return err
		}
	}
	return w.signIn(plan, v.UseDeviceCode || w.headless())
}

// signIn runs the AWS CLI, whose talk is for the person at the terminal.
func (w *world) signIn(plan login.Plan, headless bool) error {
	args := plan.Args
	if headless {
		args = w.withoutBrowser(args)
	}
	said, err := w.aws(args)
	switch {
	case err != nil:
		return err
	case said.status == cancelled, said.status == quit:
		return &failure{status: cancelled, message: "signing in was cancelled; nothing was changed"}
	case said.status != 0:
		return failureOf(args, said, "nothing was changed")
	}
	status := w.session(plan)
	switch {
	case plan.Key == "":
	case status.State == sso.Valid:
		w.say("the session %s is valid until %s", quoted(plan.Key), clock(status.ExpiresAt, w.now))
	default:
		w.say("the AWS CLI says that you are signed in, but its token is not valid now")
		w.hint("is the clock of this machine right?")
	}
	return nil
}

// loginComplaints are those about signing in and out, in the words of 2.9 to 2.38.
var loginComplaints = []complaint{
	{said: "AccessDeniedException", message: "signing in was denied in the browser"},
	{said: "Failed to retrieve an authorization code", message: "signing in was denied in the browser"},
	{said: "pending authorization to retrieve an SSO token has expired", message: "signing in was not confirmed in time", hint: "aws-login again, and confirm it within ten minutes"},
	{said: "InvalidRequestException", message: "AWS does not know this start URL or region", hint: "check sso_start_url and sso_region; awsenv doctor"},
	{said: "InvalidClientException", message: "AWS does not know this start URL or region", hint: "check sso_start_url and sso_region; awsenv doctor"},
	{said: "Failed to resolve start URL", message: "the start URL leads nowhere", hint: "check sso_start_url, and the connection"},
	{said: "InternalServerException", message: "AWS has trouble of its own", hint: "try again in a while"},
	{said: "argument command: Invalid choice", message: "this AWS CLI does not know aws login", hint: updateHint},
	{said: "Missing the following required SSO configuration", message: "the configuration is not complete", hint: "awsenv doctor"},
	{said: "sso-session does not exist", message: "the configuration names a session that does not exist", hint: "awsenv doctor"},
}

// failureOf ends a verb whose AWS CLI failed.
func failureOf(args []string, said answer, consequence string) error {
	if c, ok := explain(said.errors, networkComplaints, loginComplaints); ok {
		return fail(c.hint, "%s; %s", c.message, consequence)
	}
	return fail("", "aws %s ended with status %d; %s", strings.Join(args, " "), said.status, consequence)
}
