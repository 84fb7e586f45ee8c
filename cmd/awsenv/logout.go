package main

import (
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/sso"
)

const logoutUsage = `Usage: aws-logout

Sign out of all sso-sessions (aws sso logout), and clear the profile and region
that aws-use set in this shell.

  --help    show this
`

// logoutVerb signs out.
type logoutVerb struct{ function }

// Run prints the code that clears what awsenv set in this shell, once the AWS CLI has signed out.
func (v *logoutVerb) Run(w *world) error {
	sh, err := v.target("logout")
	if err != nil {
		return err
	}
	ending := sso.SignedIn(w.ssoCache())
	args := []string{"sso", "logout"}
	said, err := w.aws(args)
	switch {
	case err != nil:
		return err
	case said.status == cancelled:
		return &failure{status: cancelled, message: "signing out was cancelled; nothing was changed in this shell"}
	case said.status != 0:
		return failureOf(args, said, "nothing was changed in this shell")
	}
	w.sayEnded(w.paths().Load(), ending)
	old, from := readState(w.get(stateVariable)), snapshot(w.lookup)
	to := from.dropRegion()
	if old.Profile != "" && from["AWS_PROFILE"] == old.Profile {
		to = from.leave()
		w.say("no longer using %s", quoted(old.Profile))
	}
	return w.printChange(sh, old, from, to)
}

// sayEnded names the sessions that ended. AWS does not take back what it has given out.
func (w *world) sayEnded(config *awsconfig.Config, ended []sso.Token) {
	if len(ended) == 0 {
		w.say("no session was signed in")
		return
	}
	var names []string
	for _, token := range ended {
		names = append(names, quoted(sessionName(config, token)))
	}
	w.say("signed out of %s; role credentials that were already given out live on until they expire", strings.Join(names, ", "))
}

// sessionName is what a person calls the session of a token: its name in the config file, else its start URL.
func sessionName(config *awsconfig.Config, token sso.Token) string {
	for _, s := range config.Sessions {
		if sso.CacheFile(s.Name) == token.File {
			return s.Name
		}
	}
	if token.StartURL == "" {
		return token.File
	}
	return token.StartURL
}
