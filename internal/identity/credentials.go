package identity

import (
	"fmt"
	"slices"
	"strings"

	"awsenv/internal/awsconfig"
)

// Kind is where credentials come from.
type Kind string

// The kinds, as awsenv status calls them. Instance is only met as the source of a role: whether there is instance
// metadata cannot be told without asking for it.
const (
	SSO         Kind = "sso"
	Static      Kind = "static"
	AssumeRole  Kind = "assume-role"
	Process     Kind = "process"
	WebIdentity Kind = "web-identity"
	LoginCLI    Kind = "login"
	Environment Kind = "environment"
	Container   Kind = "container"
	Instance    Kind = "instance"
	None        Kind = "none"
)

// Credentials are what a tool signs its requests with. Account and Role are empty where the files do not tell.
type Credentials struct {
	Kind          Kind
	Account, Role string
	Profile       string          // the profile that they come from; empty: the environment
	Variable      string          // the variable that they come from; empty: a profile
	Place         awsconfig.Place // the line that decides; none for the environment
	From          *Credentials    // of an assumed role: what it is assumed with
	// Fault is why the tool fails; nil where nothing is in the way of trying.
	Fault *awsconfig.Problem
}

// Root is what stands behind all assumed roles.
func (c Credentials) Root() Credentials {
	for c.From != nil {
		c = *c.From
	}
	return c
}

// same tells whether two tools would be the same one; both have credentials.
func (c Credentials) same(other Credentials) bool {
	if c.From != nil && other.From != nil && !c.From.same(*other.From) {
		return false
	}
	return c.Kind == other.Kind && c.Account == other.Account && c.Role == other.Role &&
		c.Profile == other.Profile && c.Variable == other.Variable && (c.From == nil) == (other.From == nil)
}

// String names the credentials in a sentence. It holds no key.
func (c Credentials) String() string {
	text := descriptions[c.Kind]
	if c.Kind == AssumeRole || c.Kind == WebIdentity || c.Kind == SSO {
		text += fmt.Sprintf(" %s in account %s", orUnknown(c.Role), orUnknown(c.Account))
	}
	switch {
	case c.From != nil:
		return text + " by " + c.From.String()
	case c.Variable != "":
		return text + " in " + c.Variable
	case c.Profile != "":
		return text + fmt.Sprintf(" of profile %q", c.Profile)
	}
	return text
}

var descriptions = map[Kind]string{
	SSO:         "the SSO role",
	Static:      "the static keys",
	AssumeRole:  "the role",
	Process:     "the credential_process",
	WebIdentity: "the web identity role",
	LoginCLI:    "the login_session",
	Environment: "the keys",
	Container:   "the container's credentials",
	Instance:    "the machine's credentials",
	None:        "no credentials",
}

func orUnknown(s string) string {
	if s == "" {
		return "?"
	}
	return s
}

// question is one search for credentials: through the environment and one profile, which is nil where there is none.
type question struct {
	tool    *Tool
	env     Lookup
	config  *awsconfig.Config
	profile *awsconfig.Profile
	visited []string // the profiles of a chain of roles so far
	// inFiles: the environment is not asked, and a credential_source that would look there is taken to find something.
	inFiles bool
}

// provider answers with credentials, or with nothing where it does not apply.
type provider func(question) (Credentials, bool)

// first asks providers in their order.
func first(q question, providers []provider) Credentials {
	for _, p := range providers {
		if found, ok := p(q); ok {
			return found
		}
	}
	return Credentials{Kind: None}
}

// of asks the same about another profile.
func (q question) of(name string) question {
	profile, _ := q.tool.profile(q.config, name)
	q.visited = append(slices.Clone(q.visited), q.profile.Name)
	q.profile = profile
	return q
}

// again: the profile has been met before in this chain.
func (q question) again() bool { return slices.Contains(q.visited, q.profile.Name) }

func (q question) variable(name string) string {
	value, _ := q.env(name)
	return value
}

func (q question) get(key string) string {
	if q.profile == nil {
		return ""
	}
	return q.profile.Get(key)
}

// has tells whether a key is there, be it empty: that is what most of the AWS CLI's conditions ask.
func (q question) has(keys ...string) bool {
	return q.profile != nil && slices.ContainsFunc(keys, func(key string) bool {
		_, ok := q.profile.Lookup(key)
		return ok
	})
}

// from are credentials of the profile, decided by a key.
func (q question) from(kind Kind, key string) Credentials {
	return Credentials{Kind: kind, Profile: q.profile.Name, Place: q.place(key)}
}

// place is where a key stands, or the profile where there is no such key.
func (q question) place(key string) awsconfig.Place {
	if k, ok := q.profile.Lookup(key); ok {
		return k.Place
	}
	return q.profile.Place
}

// fault are credentials of a kind that a tool fails to get, for what a key says.
func (q question) fault(kind Kind, key, code, hint, format string, args ...any) (Credentials, bool) {
	c := q.from(kind, key)
	c.Fault = &awsconfig.Problem{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, Place: c.Place, Fatal: true}
	return c, true
}

// name is the profile's in a message.
func (q question) name() string { return fmt.Sprintf("profile %q", q.profile.Name) }

// splitARN takes arn:aws:iam::111122223333:role/path/name apart.
func splitARN(arn string) (account, role string) {
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) < 6 {
		return "", ""
	}
	return parts[4], parts[5][strings.LastIndex(parts[5], "/")+1:]
}
