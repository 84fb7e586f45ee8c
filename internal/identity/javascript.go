package identity

import (
	"strings"
	"unicode"

	"awsenv/internal/awsconfig"
)

// javascriptCredentials follows the AWS SDK for JavaScript v3, its credential-provider-node and -ini: keys in the
// environment count only where AWS_PROFILE chooses nothing, and what the environment has besides only where the
// profile gives nothing, be it for a mistake; but a mistake about SSO ends the search.
func javascriptCredentials(q question) Credentials {
	if q.variable("AWS_PROFILE") == "" && q.variable("AWS_ACCESS_KEY_ID") != "" && q.variable("AWS_SECRET_ACCESS_KEY") != "" {
		return Credentials{Kind: Environment, Variable: "AWS_ACCESS_KEY_ID"}
	}
	own := Credentials{Kind: None}
	if q.profile != nil {
		own = javascriptProfile(q)
	}
	if own.Kind != None && (own.Fault == nil || own.Kind == SSO) {
		return own
	}
	for _, p := range []provider{javascriptProcess, javascriptWebIdentity, goContainer} {
		if c, ok := p(q); ok {
			return c
		}
	}
	return own
}

// javascriptProfile is what a profile gives, first of it a role. A profile further down a chain gives its keys first.
func javascriptProfile(q question) Credentials {
	if len(q.visited) > 0 && goKeys(q) {
		return orNone(goStatic(q))
	}
	if q.get("role_arn") != "" && (q.get("source_profile") != "") != (q.get("credential_source") != "") {
		return javascriptRole(q)
	}
	for _, p := range []provider{goStatic, javascriptTokenFile, javascriptProcess, javascriptSSO, goSimple("login_session", LoginCLI)} {
		if c, ok := p(q); ok {
			return c
		}
	}
	return Credentials{Kind: None}
}

// javascriptRole is the role of a profile, by what its source gives.
func javascriptRole(q question) Credentials {
	if q.get("credential_source") != "" {
		return q.roleBy(orNone(goSupplied(q)))
	}
	const key = "source_profile"
	name := q.get(key)
	if _, ok := q.tool.profile(q.config, name); !ok {
		c, _ := q.fault(AssumeRole, key, "unknown-source", "", "source_profile of %s names %q, which does not exist", q.name(), name)
		return c
	}
	next := q.of(name)
	if next.again() && !goKeys(next) {
		c, _ := q.fault(AssumeRole, key, "source-circle", "", "source_profile of %s goes round in a circle", q.name())
		return c
	}
	source := javascriptProfile(next)
	if source.Kind == None {
		return source
	}
	return q.roleBy(source)
}

func javascriptTokenFile(q question) (Credentials, bool) {
	if q.get("role_arn") == "" {
		return Credentials{}, false
	}
	return goTokenFile(q)
}

func javascriptProcess(q question) (Credentials, bool) {
	return goSimple("credential_process", Process)(q)
}

// javascriptSSO: a session has to be in the config file; what the profile says otherwise does not matter.
func javascriptSSO(q question) (Credentials, bool) {
	name := q.get("sso_session")
	if name == "" {
		return goSSO(q)
	}
	session, ok := q.config.Session(name)
	if !ok {
		return q.unknownSession(), true
	}
	return q.ssoWith(session.Get)
}

func javascriptWebIdentity(q question) (Credentials, bool) {
	if q.variable("AWS_ROLE_ARN") == "" {
		return Credentials{}, false
	}
	return goWebIdentity(q)
}

// javascriptSees: the JavaScript SDK reads a name of one word, in quotes or not, of letters, digits and a few signs.
func javascriptSees(p *awsconfig.Profile) bool {
	if rest, named := strings.CutPrefix(p.Header, "profile "); named && strings.Trim(rest, ` "'`) != p.Name && !p.HasCredentials() {
		return false
	}
	return strings.IndexFunc(p.Name, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-@+.%:/", r)
	}) < 0
}
