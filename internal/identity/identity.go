// Package identity tells which identity the AWS CLI v2 will really use in an environment, and why.
package identity

import (
	"slices"
	"strings"

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

// Source says what chose the profile.
type Source string

// The sources of a profile, in the order in which the AWS CLI v2 asks them.
const (
	FromProfile        Source = "AWS_PROFILE"
	FromDefaultProfile Source = "AWS_DEFAULT_PROFILE"
	FromDefault        Source = "default"
	FromNothing        Source = ""
)

// Trouble is why the profile that was asked for cannot be what AWS tools use.
type Trouble int

// The troubles; at most one of them is reported, the one that the AWS CLI would meet first.
const (
	Fine     Trouble = iota
	Empty            // AWS_PROFILE is set to nothing: the AWS CLI fails
	Unknown          // there is no such profile: the AWS CLI fails
	Shadowed         // variables in By win over the profile
	Partial          // AWS_ACCESS_KEY_ID without AWS_SECRET_ACCESS_KEY: the AWS CLI fails
)

// Identity is what the AWS CLI v2 will use. Profile is nil where there is none of the name.
type Identity struct {
	Name    string
	Source  Source
	Profile *awsconfig.Profile
	Trouble Trouble
	By      string // with Shadowed and Partial: the variable to name
}

// Resolve follows the AWS CLI v2: AWS_PROFILE, then AWS_DEFAULT_PROFILE, then the profile default. A profile that
// does not exist is an error to it even where keys in the environment would win over that profile.
func Resolve(env Lookup, config *awsconfig.Config) Identity {
	id := chosen(env, config)
	by, partial := shadow(env)
	switch {
	case id.Source != FromDefault && id.Source != FromNothing && id.Name == "":
		id.Trouble = Empty
	case id.Source != FromNothing && id.Profile == nil:
		id.Trouble = Unknown
	case partial:
		id.Trouble, id.By = Partial, by
	case by != "":
		id.Trouble, id.By = Shadowed, by
	}
	return id
}

func chosen(env Lookup, config *awsconfig.Config) Identity {
	for _, source := range []Source{FromProfile, FromDefaultProfile} {
		if name, set := env(string(source)); set {
			profile, _ := config.Profile(name)
			return Identity{Name: name, Source: source, Profile: profile}
		}
	}
	if profile, ok := config.Profile("default"); ok {
		return Identity{Name: "default", Source: FromDefault, Profile: profile}
	}
	return Identity{}
}

// shadow finds the variable that wins over a profile chosen by AWS_PROFILE, and whether it is only half of a pair
// that the AWS CLI refuses. A secret without a key id, and empty variables, are ignored by all tools.
func shadow(env Lookup) (by string, partial bool) {
	has := func(name string) bool { value, _ := env(name); return value != "" }
	switch {
	case has("AWS_ACCESS_KEY_ID"):
		return "AWS_ACCESS_KEY_ID", !has("AWS_SECRET_ACCESS_KEY")
	case has("AWS_WEB_IDENTITY_TOKEN_FILE") && has("AWS_ROLE_ARN"):
		return "AWS_WEB_IDENTITY_TOKEN_FILE", false
	}
	return "", false
}

// Present lists those of the shadowing variables that are set, in the order of Shadowing.
func Present(env Lookup) []string {
	return slices.DeleteFunc(slices.Clone(Shadowing), func(name string) bool {
		_, set := env(name)
		return !set
	})
}

// Account is the account that a profile says it is for: of its SSO role, of the role it assumes, or aws_account_id.
// It is empty where the files do not tell.
func Account(p *awsconfig.Profile) string {
	if account, _ := roleARN(p); account != "" {
		return account
	}
	if IsSSO(p) {
		return p.Get("sso_account_id")
	}
	return p.Get("aws_account_id")
}

// Role is the name of the role that a profile says it is for, or empty.
func Role(p *awsconfig.Profile) string {
	if _, role := roleARN(p); role != "" {
		return role
	}
	return p.Get("sso_role_name")
}

// IsSSO follows the AWS CLI v2, which takes a profile for SSO when it has the account or the role of one.
func IsSSO(p *awsconfig.Profile) bool {
	return p.Get("sso_account_id") != "" || p.Get("sso_role_name") != ""
}

// roleARN takes arn:aws:iam::111122223333:role/path/name apart.
func roleARN(p *awsconfig.Profile) (account, role string) {
	parts := strings.SplitN(p.Get("role_arn"), ":", 6)
	if len(parts) < 6 {
		return "", ""
	}
	return parts[4], parts[5][strings.LastIndex(parts[5], "/")+1:]
}
