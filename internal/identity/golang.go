package identity

import (
	"slices"
	"strings"

	"awsenv/internal/awsconfig"
)

// goCredentials follows the AWS SDK for Go v2, config/resolve_credentials.go and shared_config.go: what the profile
// says is checked even where the environment has keys.
func goCredentials(q question) Credentials {
	inProfile := goProfile(q)
	if f := inProfile.Fault; f != nil && !goLate[f.Code] {
		return inProfile
	}
	for _, p := range []provider{goEnvironmentKeys, goWebIdentity} {
		if c, ok := p(q); ok {
			return c
		}
	}
	return inProfile
}

// goLate are the faults that are met only where the environment has given no credentials.
var goLate = map[string]bool{
	"inconsistent-session": true, "incomplete-sso": true, "mfa": true,
	"empty-credential-source": true, "unknown-credential-source": true,
}

// goEnvironmentKeys: the Go SDK knows two names for each variable, and ignores half a pair.
func goEnvironmentKeys(q question) (Credentials, bool) {
	id, secret := q.firstSet("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"), q.firstSet("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY")
	return Credentials{Kind: Environment, Variable: id}, id != "" && secret != ""
}

// firstSet is the first of some variables that is not empty.
func (q question) firstSet(names ...string) string {
	if i := slices.IndexFunc(names, func(name string) bool { return q.variable(name) != "" }); i >= 0 {
		return names[i]
	}
	return ""
}

// goWebIdentity takes both token file and role from the environment; without the role it fails.
func goWebIdentity(q question) (Credentials, bool) {
	if q.variable("AWS_WEB_IDENTITY_TOKEN_FILE") == "" {
		return Credentials{}, false
	}
	c := Credentials{Kind: WebIdentity, Variable: "AWS_WEB_IDENTITY_TOKEN_FILE"}
	arn := q.variable("AWS_ROLE_ARN")
	if c.Account, c.Role = splitARN(arn); arn == "" {
		c.Fault = &awsconfig.Problem{Code: "no-role", Fatal: true}
	}
	return c, true
}

// goProfile is what the profile gives: its source or the first of its own ways, and a role on top of it. An empty value
// counts as none everywhere. A profile that is met a second time, as its own source, gives only its keys.
func goProfile(q question) Credentials {
	if q.profile == nil {
		return orNone(goContainer(q))
	}
	again := q.again()
	if fault, refused := goFault(q, again); refused {
		return fault
	}
	if again || q.get("role_arn") == "" {
		return goBase(q, again)
	}
	base := goBase(q, again)
	switch {
	case base.Kind == WebIdentity && base.Profile == q.profile.Name:
		return base // it has assumed the role already
	case base.Kind == None && base.Fault == nil:
		base.Kind = Instance
	}
	return q.roleBy(base)
}

// roleBy is the role of the profile, assumed with a base. The code of an MFA device is only asked for where a program
// has been written to.
func (q question) roleBy(base Credentials) Credentials {
	if base.Fault == nil && q.get("mfa_serial") != "" {
		c, _ := q.fault(AssumeRole, "mfa_serial", "mfa", "", "%s wants the code of an MFA device, for which they cannot ask", q.name())
		return c
	}
	c := q.from(AssumeRole, "role_arn")
	c.Account, c.Role = splitARN(q.get("role_arn"))
	c.From, c.Fault = &base, base.Fault
	return c
}

// goFault is what the Go SDK refuses when it loads the profile.
func goFault(q question, again bool) (Credentials, bool) {
	if half, ok := goHalfPair(q.profile); ok {
		return Credentials{Kind: Static, Profile: q.profile.Name, Place: half.Place, Fault: q.partial(half)}, true
	}
	if again || len(q.visited) > 0 && goKeys(q) {
		return Credentials{}, false
	}
	var ways []string
	for _, key := range []string{"source_profile", "credential_source", "web_identity_token_file", "credential_process"} {
		if q.get(key) != "" {
			ways = append(ways, key)
		}
	}
	switch {
	case len(ways) > 0 && ways[0] != "credential_process" && q.get("role_arn") == "":
		return q.fault(AssumeRole, ways[0], "no-role", "add role_arn, or remove "+ways[0], "%s has %s without role_arn", q.name(), ways[0])
	case len(ways) > 1:
		return q.fault(AssumeRole, ways[1], "two-sources", "remove one of them", "%s has both %s and %s", q.name(), ways[0], ways[1])
	}
	return goSessionFault(q)
}

// goSessionFault: the session of a profile has to be there, be it used or not. It may stand in either file.
func goSessionFault(q question) (Credentials, bool) {
	name := q.get("sso_session")
	if name == "" || goSession(q) != nil {
		return Credentials{}, false
	}
	return q.unknownSession(), true
}

func goSession(q question) func(string) string {
	if s, ok := q.config.Session(q.get("sso_session")); ok {
		return s.Get
	}
	if p, ok := q.config.Profile("sso-session " + q.get("sso_session")); ok {
		return p.Get
	}
	return nil
}

// goHalfPair is the key that stands without the other: of the files that have the profile the credentials file is asked
// alone.
func goHalfPair(p *awsconfig.Profile) (awsconfig.Key, bool) {
	in := (*awsconfig.Profile).InConfig
	if p.HasCredentials() {
		in = (*awsconfig.Profile).InCredentials
	}
	id, hasID := in(p, "aws_access_key_id")
	secret, hasSecret := in(p, "aws_secret_access_key")
	if hasSecret {
		return secret, !hasID
	}
	return id, hasID
}

func goKeys(q question) bool {
	return q.get("aws_access_key_id") != "" && q.get("aws_secret_access_key") != ""
}

// goBase is the way of the profile that comes first. A source_profile switches all others off.
func goBase(q question, again bool) Credentials {
	if q.get("source_profile") != "" && !again && !(len(q.visited) > 0 && goKeys(q)) {
		return goSource(q)
	}
	for _, p := range []provider{goStatic, goSupplied, goTokenFile, goSSO, goSimple("login_session", LoginCLI), goSimple("credential_process", Process), goContainer} {
		if c, ok := p(q); ok {
			return c
		}
	}
	return Credentials{Kind: None}
}

func goSource(q question) Credentials {
	const key = "source_profile"
	name := q.get(key)
	if _, ok := q.tool.profile(q.config, name); !ok {
		c, _ := q.fault(AssumeRole, key, "unknown-source", "", "source_profile of %s names %q, which does not exist", q.name(), name)
		return c
	}
	next := q.of(name)
	source := goProfile(next)
	if source.Fault == nil && !goSuffices(next) {
		c, _ := q.fault(AssumeRole, key, "empty-source", "", "source_profile of %s names %q, which has no credentials", q.name(), name)
		return c
	}
	return source
}

// goSuffices tells whether a source profile counts as one: login_session is not in the list, nor is the environment.
func goSuffices(q question) bool {
	ways := []string{"credential_source", "credential_process", "web_identity_token_file"}
	if !q.again() {
		ways = append(ways, "source_profile")
	}
	return goKeys(q) || slices.ContainsFunc(append(ways, ssoKeys...), func(key string) bool { return q.get(key) != "" })
}

func goStatic(q question) (Credentials, bool) {
	if !goKeys(q) {
		return Credentials{}, false
	}
	c := q.from(Static, "aws_access_key_id")
	c.Account = q.get("aws_account_id")
	return c, true
}

func goSupplied(q question) (Credentials, bool) {
	named := q.get("credential_source")
	if named == "" {
		return Credentials{}, false
	}
	supply, known := suppliers[named]
	if !known {
		return q.fault(AssumeRole, "credential_source", "unknown-credential-source", "", "%s has the unknown credential_source %q", q.name(), named)
	}
	if named == "Environment" {
		supply = goEnvironmentKeys
	}
	c, found := supply(q)
	if !found {
		return q.fault(AssumeRole, "credential_source", "empty-credential-source", "", "%s has nothing in %s", q.name(), named)
	}
	return c, true
}

func goTokenFile(q question) (Credentials, bool) {
	if q.get("web_identity_token_file") == "" {
		return Credentials{}, false
	}
	c := q.from(WebIdentity, "web_identity_token_file")
	c.Account, c.Role = splitARN(q.get("role_arn"))
	return c, true
}

// goSSO applies where any of the SSO keys is set.
func goSSO(q question) (Credentials, bool) {
	if !slices.ContainsFunc(ssoKeys, func(key string) bool { return q.get(key) != "" }) {
		return Credentials{}, false
	}
	settings := q.profile.Get
	if session := goSession(q); session != nil && q.get("sso_session") != "" {
		for _, key := range []string{"sso_start_url", "sso_region"} {
			if own := q.get(key); own != "" && own != session(key) {
				return q.fault(SSO, key, "inconsistent-session", "", "%s of %s differs from that of its sso-session", key, q.name())
			}
		}
		settings = session
	}
	return q.ssoWith(settings)
}

var ssoKeys = []string{"sso_session", "sso_account_id", "sso_role_name", "sso_start_url", "sso_region"}

// ssoWith takes account and role from the profile, the rest from the settings of its session.
func (q question) ssoWith(settings func(string) string) (Credentials, bool) {
	missing := slices.DeleteFunc([]string{
		lacking(q.profile.Get, "sso_account_id", "sso_role_name"), lacking(settings, "sso_start_url", "sso_region"),
	}, func(s string) bool { return s == "" })
	if text := strings.Join(missing, " and "); text != "" {
		return q.fault(SSO, "", "incomplete-sso", "add "+text, "%s is an SSO profile without %s", q.name(), text)
	}
	c := q.from(SSO, "sso_account_id")
	c.Account, c.Role = q.get("sso_account_id"), q.get("sso_role_name")
	return c, true
}

// goContainer takes an empty variable for none.
func goContainer(q question) (Credentials, bool) {
	name := q.firstSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
	return Credentials{Kind: Container, Variable: name}, name != ""
}

// goSimple is a way that one key decides.
func goSimple(key string, kind Kind) provider {
	return func(q question) (Credentials, bool) {
		if q.get(key) == "" {
			return Credentials{}, false
		}
		return q.simple(kind, key)
	}
}

func orNone(c Credentials, ok bool) Credentials {
	if !ok {
		return Credentials{Kind: None}
	}
	return c
}

// goSees: the Go SDK knows neither quotes nor backslashes in a header, and cuts it at a comment.
func goSees(p *awsconfig.Profile) bool {
	if p.Header == "" || p.HasCredentials() {
		return true
	}
	header, _, _ := strings.Cut(p.Header, "#")
	header, _, _ = strings.Cut(header, ";")
	name, _ := strings.CutPrefix(strings.TrimSpace(header), "profile ")
	return strings.TrimSpace(name) == p.Name
}
