package identity

import (
	"slices"

	"awsenv/internal/awsconfig"
)

// javascriptCredentials follows the AWS SDK for JavaScript v3, its credential-provider-node and -ini: keys in the
// environment count only where AWS_PROFILE chooses nothing, a web identity of the environment only after the profile.
func javascriptCredentials(q question) Credentials {
	if q.variable("AWS_PROFILE") == "" {
		if q.variable("AWS_ACCESS_KEY_ID") != "" && q.variable("AWS_SECRET_ACCESS_KEY") != "" {
			return Credentials{Kind: Environment, Variable: "AWS_ACCESS_KEY_ID"}
		}
	}
	if q.profile != nil {
		if c := javascriptProfile(q); c.Kind != None || c.Fault != nil {
			return c
		}
	}
	if q.variable("AWS_WEB_IDENTITY_TOKEN_FILE") != "" && q.variable("AWS_ROLE_ARN") != "" {
		c, _ := goWebIdentity(q)
		return c
	}
	return orNone(container(q))
}

// javascriptProfile is what a profile gives, first of it a role.
func javascriptProfile(q question) Credentials {
	if len(q.visited) > 0 && goKeys(q) {
		return orNone(goStatic(q))
	}
	if q.has("role_arn") && (q.has("source_profile") != q.has("credential_source")) {
		return javascriptRole(q)
	}
	for _, p := range []provider{goStatic, javascriptTokenFile, goSimple("credential_process", Process), goSSO, goSimple("login_session", LoginCLI)} {
		if c, ok := p(q); ok {
			return c
		}
	}
	return Credentials{Kind: None}
}

func javascriptRole(q question) Credentials {
	var source Credentials
	_, known := q.config.Profile(q.get("source_profile"))
	switch name := q.get("source_profile"); {
	case !q.has("source_profile"):
		source, _ = goSupplied(q)
	case !known, slices.Contains(q.visited, name):
		source.Fault = &awsconfig.Problem{Code: "unknown-source", Place: q.place("source_profile"), Fatal: true}
	default:
		source = javascriptProfile(q.of(name))
	}
	c := q.from(AssumeRole, "role_arn")
	c.Account, c.Role = splitARN(q.get("role_arn"))
	c.From, c.Fault = &source, source.Fault
	return c
}

func javascriptTokenFile(q question) (Credentials, bool) {
	if q.get("role_arn") == "" {
		return Credentials{}, false
	}
	return goTokenFile(q)
}
