package main

const logoutUsage = `Usage: aws-logout

Sign out of all sso-sessions (aws sso logout), and clear the profile and region that aws-use set in this shell.

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
	status, err := w.aws([]string{"sso", "logout"})
	if err != nil {
		return err
	}
	if status != 0 {
		return &failure{status: min(status, cancelled), message: "aws sso logout failed; nothing was changed"}
	}
	old, from := readState(w.get(stateVariable)), snapshot(w.lookup)
	to := from.dropRegion()
	if old.Profile != "" && from["AWS_PROFILE"] == old.Profile {
		to = from.leave()
	}
	return w.printChange(sh, old, from, to)
}
