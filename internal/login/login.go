// Package login works out how a profile is signed in: the AWS CLI command that does it, or why there is none.
package login

import (
	"fmt"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
)

// Plan is how a profile gets usable. Args are the arguments of the AWS CLI; without any there is nothing to sign in
// to, and Reason says why.
type Plan struct {
	Args    []string
	Session string // the sso-session, where there is one
	Key     string // what the name of the token's cache file is made from: the session's name, or the start URL
	Legacy  bool   // an SSO profile without sso-session
	Reason  string
}

// reasons says why a profile that has a key needs no signing in, in the order in which the AWS CLI takes them.
var reasons = []struct{ key, reason string }{
	{"web_identity_token_file", "its role comes from a web identity token"},
	{"aws_access_key_id", "it has static keys"},
	{"credential_process", "its credentials come from a credential_process"},
	{"credential_source", "its credentials come from the machine"},
}

// For plans the signing in of a profile. A role that is assumed is followed to the profile that signs in. A profile that
// the AWS CLI could not use, even signed in, is an error that says where.
func For(config *awsconfig.Config, name string) (Plan, error) {
	if _, ok := config.Profile(name); !ok {
		return Plan{}, fmt.Errorf("there is no profile %q", name)
	}
	root := identity.InProfile(config, name).Root()
	if f := root.Fault; f != nil {
		return Plan{}, fmt.Errorf("%s:%d: %s", f.Place.File, f.Place.Line, f.Message)
	}
	if profile, ok := config.Profile(root.Profile); ok {
		name = profile.Name
	}
	profile, _ := config.Profile(name)
	return own(profile), nil
}

// own plans for a profile by itself.
func own(p *awsconfig.Profile) Plan {
	if session := p.Get("sso_session"); session != "" {
		return ForSession(session)
	}
	if url := p.Get("sso_start_url"); url != "" {
		return Plan{Args: option("sso login", "--profile", p.Name), Key: url, Legacy: true}
	}
	for _, r := range reasons {
		if p.Get(r.key) != "" {
			return Plan{Reason: r.reason}
		}
	}
	// After the keys: the AWS CLI looks for a login session only where there are none.
	if p.Get("login_session") != "" {
		return Plan{Args: option("login", "--profile", p.Name)}
	}
	return Plan{Reason: "the config files name no way to sign in"}
}

// ForSession plans the signing in of an sso-session by its name.
func ForSession(name string) Plan {
	return Plan{Args: option("sso login", "--sso-session", name), Session: name, Key: name}
}

// option builds the arguments of the AWS CLI; a value that begins with a dash must be joined to its option.
func option(command, name, value string) []string {
	args := strings.Fields(command)
	if strings.HasPrefix(value, "-") {
		return append(args, name+"="+value)
	}
	return append(args, name, value)
}
