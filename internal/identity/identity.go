// Package identity tells which identity AWS's tools will really use in an environment, and why.
//
// The AWS CLI v2 decides (its botocore: credentials.py); where families of tools differ from it, each is described by
// a row of [Tools] with its own order of looking. The orders were tried with the tools themselves: see identitytest.
package identity

import (
	"slices"

	"awsenv/internal/awsconfig"
)

// Lookup finds a variable of the environment, as os.LookupEnv does.
type Lookup func(name string) (value string, set bool)

// Shadowing lists the variables that are removed when a profile is chosen, because some AWS tool would take its
// credentials, or another profile, from them: AWS_ACCESS_KEY and AWS_SECRET_KEY are read by the Go SDK,
// AWS_SECURITY_TOKEN by the AWS CLI, AWS_DEFAULT_PROFILE comes before AWS_PROFILE in boto3.
var Shadowing = []string{
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN",
	"AWS_SECURITY_TOKEN",
	"AWS_CREDENTIAL_EXPIRATION",
	"AWS_ACCESS_KEY",
	"AWS_SECRET_KEY",
	"AWS_DEFAULT_PROFILE",
	"AWS_WEB_IDENTITY_TOKEN_FILE",
	"AWS_ROLE_ARN",
	"AWS_ROLE_SESSION_NAME",
}

// Present lists those of the shadowing variables that are set, in the order of Shadowing.
func Present(env Lookup) []string {
	return slices.DeleteFunc(slices.Clone(Shadowing), func(name string) bool {
		_, set := env(name)
		return !set
	})
}

// Source says what chose the profile.
type Source string

// The sources of a profile, in the order in which the AWS CLI v2 asks them.
const (
	FromProfile        Source = "AWS_PROFILE"
	FromDefaultProfile Source = "AWS_DEFAULT_PROFILE"
	FromDefault        Source = "default"
	FromNothing        Source = ""
)

// Trouble is why the profile that was asked for cannot be what the AWS CLI uses.
type Trouble int

// The troubles; at most one of them is reported, the one that the AWS CLI meets first.
const (
	Fine     Trouble = iota
	Empty            // AWS_PROFILE is set to nothing: the AWS CLI fails
	Unknown          // there is no such profile: the AWS CLI fails
	Shadowed         // the variable By wins over the profile
	Partial          // AWS_ACCESS_KEY_ID without AWS_SECRET_ACCESS_KEY: the AWS CLI fails
	Broken           // the profile contradicts itself: the AWS CLI fails; Credentials.Fault says why
)

// Identity is whom a tool will be. Profile is nil where there is none of the name.
type Identity struct {
	Name        string
	Source      Source
	Profile     *awsconfig.Profile
	Trouble     Trouble
	By          string // with Shadowed and Partial: the variable to name
	Credentials Credentials
}

// Resolve tells whom the AWS CLI v2 will be: AWS_PROFILE, then AWS_DEFAULT_PROFILE, then the profile default. A
// profile that does not exist is an error to it even where keys in the environment would win over that profile.
func Resolve(env Lookup, config *awsconfig.Config) Identity { return cli.resolve(env, config) }

// InProfile is what the AWS CLI v2 makes of a profile by itself, whatever the environment says; as with its option
// --profile.
func InProfile(config *awsconfig.Config, name string) Credentials {
	profile, ok := config.Profile(name)
	if !ok {
		return Credentials{Kind: None}
	}
	return cliCredentials(question{tool: cli, env: noVariables, config: config, profile: profile, inFiles: true})
}

func noVariables(string) (string, bool) { return "", false }

func (t *Tool) resolve(env Lookup, config *awsconfig.Config) Identity {
	id := t.choose(env, config)
	chosen := id.Source != FromDefault && id.Source != FromNothing
	switch {
	case chosen && id.Name == "":
		id.Trouble = Empty
	case chosen && id.Profile == nil && !slices.Contains(t.lenient, id.Source):
		id.Trouble = Unknown
	default:
		id.Credentials = t.credentials(question{tool: t, env: env, config: config, profile: id.Profile})
		id.Trouble, id.By = id.trouble(config)
	}
	return id
}

// profile finds a profile by the name that the tool reads from its header.
func (t *Tool) profile(config *awsconfig.Config, name string) (*awsconfig.Profile, bool) {
	p, ok := config.Profile(name)
	if !ok || t.sees != nil && !t.sees(p) {
		return nil, false
	}
	return p, true
}

// choose finds the profile by name.
func (t *Tool) choose(env Lookup, config *awsconfig.Config) Identity {
	for _, source := range t.profileVariables {
		if name, set := env(string(source)); set && (name != "" || !t.emptyIsUnset) {
			profile, _ := t.profile(config, name)
			return Identity{Name: name, Source: source, Profile: profile}
		}
	}
	if profile, ok := t.profile(config, "default"); ok {
		return Identity{Name: "default", Source: FromDefault, Profile: profile}
	}
	return Identity{}
}

// trouble is what credentials that were found mean for the profile that was to be used. A default profile that nobody
// chose and that names no credentials is not shadowed: it has nothing to lose.
func (id Identity) trouble(config *awsconfig.Config) (Trouble, string) {
	c := id.Credentials
	switch {
	case c.Fault != nil && c.Variable != "" && c.Fault.Place.File == "":
		return Partial, c.Variable
	case c.Fault != nil:
		return Broken, ""
	case c.Variable == "" || id.Profile == nil || c.Kind == Container:
		return Fine, ""
	case id.Source == FromDefault && InProfile(config, id.Name).Kind == None:
		return Fine, ""
	}
	return Shadowed, c.Variable
}
