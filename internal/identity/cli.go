package identity

import (
	"fmt"
	"slices"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/nearest"
)

// The order of the AWS CLI v2 and of boto3: create_credential_resolver in botocore's credentials.py. What stands in a
// source_profile is searched by sourceChain alone, without the environment.
var (
	cliChain    = slices.Concat([]provider{environmentKeys, assumeRole}, sourceChain, []provider{container})
	sourceChain = []provider{webIdentity, ssoRole, credentialsKeys, loginSession, process, configKeys}
)

// cliCredentials looks for credentials, and for a bearer token as well, as each client of the AWS CLI and of boto3 does:
// a profile with a session that is missing or incomplete fails, wherever its credentials come from (botocore's tokens.py).
func cliCredentials(q question) Credentials {
	c := first(q, cliChain)
	if c.Fault == nil {
		c.Fault = q.sessionFault()
	}
	return c
}

// sessionFault is why the session of the profile cannot be used for a token. What the profile says itself does not help.
func (q question) sessionFault() *awsconfig.Problem {
	if !q.has("sso_session") {
		return nil
	}
	session, ok := q.config.Session(q.get("sso_session"))
	if !ok {
		return q.unknownSession().Fault
	}
	if missing := lacking(session.Get, "sso_start_url", "sso_region"); missing != "" {
		return &awsconfig.Problem{
			Code: "incomplete-session", Place: session.Place, Hint: "add " + missing, Fatal: true,
			Message: fmt.Sprintf("the sso-session %q is without %s", session.Name, missing),
		}
	}
	return nil
}

func (q question) unknownSession() Credentials {
	c, _ := q.fault(SSO, "sso_session", "unknown-session", q.sessionHint(),
		"%s names the sso-session %q, which does not exist", q.name(), q.get("sso_session"))
	return c
}

// environmentKeys: a key id without its secret is an error, a secret without key id is nothing.
func environmentKeys(q question) (Credentials, bool) {
	if q.variable("AWS_ACCESS_KEY_ID") == "" {
		return Credentials{}, false
	}
	c := Credentials{Kind: Environment, Variable: "AWS_ACCESS_KEY_ID"}
	if q.variable("AWS_SECRET_ACCESS_KEY") == "" {
		c.Fault = &awsconfig.Problem{
			Code: "partial-environment", Fatal: true,
			Message: "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY, which the AWS CLI refuses",
		}
	}
	return c, true
}

// assumeRole applies where there is role_arn and no web identity.
func assumeRole(q question) (Credentials, bool) {
	if !q.has("role_arn") || q.has("web_identity_token_file") {
		return Credentials{}, false
	}
	source, fault := q.roleSource()
	switch {
	case fault != nil:
		return *fault, true
	case q.get("role_arn") == "":
		return q.fault(AssumeRole, "role_arn", "no-role", "remove it, or write the ARN of a role", "role_arn of %s is empty", q.name())
	}
	c := q.from(AssumeRole, "role_arn")
	c.Account, c.Role = splitARN(q.get("role_arn"))
	c.From, c.Fault = &source, source.Fault
	return c, true
}

// roleSource is what the role of a profile is assumed with.
func (q question) roleSource() (source Credentials, fault *Credentials) {
	refuse := func(key, code, hint, format string, args ...any) *Credentials {
		c, _ := q.fault(AssumeRole, key, code, hint, format, args...)
		return &c
	}
	switch named, supplied := q.has("source_profile"), q.has("credential_source"); {
	case named && supplied:
		return source, refuse("credential_source", "two-sources", "remove one of them",
			"%s has both source_profile and credential_source", q.name())
	case !named && !supplied:
		return source, refuse("role_arn", "no-source", "add source_profile = NAME, the profile that may assume the role",
			"%s has role_arn but neither source_profile nor credential_source", q.name())
	case supplied:
		return q.suppliedSource(refuse)
	}
	return q.sourceProfile(refuse)
}

type refusal func(key, code, hint, format string, args ...any) *Credentials

// suppliedSource is what credential_source names; its case counts.
func (q question) suppliedSource(refuse refusal) (Credentials, *Credentials) {
	named := q.get("credential_source")
	supply, known := suppliers[named]
	if !known {
		return Credentials{}, refuse("credential_source", "unknown-credential-source",
			"write Environment, EcsContainer or Ec2InstanceMetadata", "%s has the unknown credential_source %q", q.name(), named)
	}
	source, found := supply(q)
	if !found && !q.inFiles {
		return source, refuse("credential_source", "empty-credential-source", "set them, or name another credential_source",
			"%s takes the credentials for its role from %s, where there are none", q.name(), named)
	}
	return source, nil
}

var suppliers = map[string]provider{
	"Environment":         environmentKeys,
	"EcsContainer":        container,
	"Ec2InstanceMetadata": func(question) (Credentials, bool) { return Credentials{Kind: Instance}, true },
}

// sourceProfile follows source_profile. A profile may name itself, for static keys of its own.
func (q question) sourceProfile(refuse refusal) (Credentials, *Credentials) {
	const key = "source_profile"
	name := q.get(key)
	if _, ok := q.tool.profile(q.config, name); !ok {
		return Credentials{}, refuse(key, "unknown-source", nearHint("source_profile", name, q.profileNames(), "name a profile that exists"),
			"source_profile of %s names %q, which does not exist", q.name(), name)
	}
	visited := append(slices.Clone(q.visited), q.profile.Name)
	next := q.of(name)
	keys := next.has("aws_access_key_id", "aws_secret_access_key")
	if slices.Contains(visited, name) && (name != q.profile.Name || !keys) {
		return Credentials{}, refuse(key, "source-circle", "name a profile that has credentials of its own",
			"source_profile of %s goes round in a circle", q.name())
	}
	if !keys {
		if role, ok := assumeRole(next); ok {
			return role, nil
		}
	}
	next.env = noVariables
	source := first(next, sourceChain)
	if source.Kind == None {
		return source, refuse(key, "empty-source", "give it credentials, or name another profile",
			"source_profile of %s names %q, which has no credentials", q.name(), name)
	}
	return source, nil
}

// webIdentity: of token file and role, each may come from the environment or from the profile.
func webIdentity(q question) (Credentials, bool) {
	token, tokenSet := q.env("AWS_WEB_IDENTITY_TOKEN_FILE")
	if !tokenSet {
		token = q.get("web_identity_token_file")
	}
	if token == "" {
		return Credentials{}, false
	}
	arn, roleSet := q.env("AWS_ROLE_ARN")
	if !roleSet {
		arn = q.get("role_arn")
	}
	c := Credentials{Kind: WebIdentity}
	if tokenSet {
		c.Variable = "AWS_WEB_IDENTITY_TOKEN_FILE"
	} else {
		c = q.from(WebIdentity, "web_identity_token_file")
	}
	c.Account, c.Role = splitARN(arn)
	if arn == "" {
		c.Fault = &awsconfig.Problem{
			Code: "no-role", Place: c.Place, Fatal: true, Hint: "add role_arn",
			Message: "there is a web identity token file but no role to assume with it",
		}
	}
	return c, true
}

// ssoRole applies where account or role is named, and fails where anything else that it needs is missing.
func ssoRole(q question) (Credentials, bool) {
	if !q.has("sso_account_id", "sso_role_name") {
		return Credentials{}, false
	}
	settings := q.profile.Get
	if q.has("sso_session") {
		session, ok := q.config.Session(q.get("sso_session"))
		if !ok {
			return q.unknownSession(), true
		}
		if key := contradiction(q.profile, session); key != "" {
			return q.fault(SSO, key, "inconsistent-session", "remove it from the profile",
				"%s of %s differs from that of its sso-session %q", key, q.name(), session.Name)
		}
		settings = either(q.profile, session)
	}
	if missing := lacking(settings, "sso_role_name", "sso_account_id", "sso_start_url", "sso_region"); missing != "" {
		return q.fault(SSO, "", "incomplete-sso", "add "+missing, "%s is an SSO profile without %s", q.name(), missing)
	}
	c := q.from(SSO, "sso_account_id")
	c.Account, c.Role = settings("sso_account_id"), settings("sso_role_name")
	return c, true
}

// sessionHint: the name may be a slip.
func (q question) sessionHint() string {
	var names []string
	for _, s := range q.config.Sessions {
		names = append(names, s.Name)
	}
	return nearHint("sso_session", q.get("sso_session"), names, "aws configure sso-session adds it")
}

func (q question) profileNames() []string {
	var names []string
	for i := range q.config.Profiles {
		names = append(names, q.config.Profiles[i].Name)
	}
	return names
}

// nearHint is the line that a mistyped value may have been meant to be.
func nearHint(key, value string, names []string, otherwise string) string {
	if near := nearest.Of(value, names); len(near) > 0 {
		return "write " + key + " = " + near[0]
	}
	return otherwise
}

// contradiction is a key of the session that the profile has with another value.
func contradiction(p *awsconfig.Profile, s *awsconfig.Session) string {
	for _, k := range s.Keys {
		if own, ok := p.Lookup(k.Name); ok && own.Value != k.Value {
			return k.Name
		}
	}
	return ""
}

func either(p *awsconfig.Profile, s *awsconfig.Session) func(string) string {
	return func(key string) string {
		if k, ok := s.Lookup(key); ok {
			return k.Value
		}
		return p.Get(key)
	}
}

func lacking(get func(string) string, keys ...string) string {
	return strings.Join(slices.DeleteFunc(keys, func(key string) bool { return get(key) != "" }), " and ")
}

func credentialsKeys(q question) (Credentials, bool) {
	return q.fileKeys((*awsconfig.Profile).InCredentials)
}

func configKeys(q question) (Credentials, bool) { return q.fileKeys((*awsconfig.Profile).InConfig) }

// fileKeys takes a key pair from one of the files; half a pair is an error.
func (q question) fileKeys(in func(*awsconfig.Profile, string) (awsconfig.Key, bool)) (Credentials, bool) {
	if q.profile == nil {
		return Credentials{}, false
	}
	id, ok := in(q.profile, "aws_access_key_id")
	if !ok {
		return Credentials{}, false
	}
	c := Credentials{Kind: Static, Account: q.get("aws_account_id"), Profile: q.profile.Name, Place: id.Place}
	if secret, _ := in(q.profile, "aws_secret_access_key"); id.Value == "" || secret.Value == "" {
		c.Fault = q.partial(id)
	}
	return c, true
}

// partial is the fault of a key that stands without the other one in its file.
func (q question) partial(half awsconfig.Key) *awsconfig.Problem {
	other := "aws_secret_access_key"
	if half.Name == other {
		other = "aws_access_key_id"
	}
	return &awsconfig.Problem{
		Code: "partial-keys", Place: half.Place, Fatal: true,
		Message: fmt.Sprintf("%s has half a key pair: %s without %s in the same file", q.name(), half.Name, other),
		Hint:    fmt.Sprintf("add %s below it, or remove %s", other, half.Name),
	}
}

func loginSession(q question) (Credentials, bool) { return q.simple(LoginCLI, "login_session") }

func process(q question) (Credentials, bool) {
	const key = "credential_process"
	if q.has(key) && q.get(key) == "" {
		return q.fault(Process, key, "empty-process", "remove it, or write the program that prints credentials", "credential_process of %s is empty", q.name())
	}
	return q.simple(Process, key)
}

// simple is a kind that one key decides.
func (q question) simple(kind Kind, key string) (Credentials, bool) {
	if !q.has(key) {
		return Credentials{}, false
	}
	c := q.from(kind, key)
	c.Account = q.get("aws_account_id")
	return c, true
}

// container is asked after the profile, so that it does no harm to one that has credentials.
func container(q question) (Credentials, bool) {
	for _, name := range []string{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"} {
		if _, set := q.env(name); set {
			return Credentials{Kind: Container, Variable: name}, true
		}
	}
	return Credentials{}, false
}
