package login

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"awsenv/internal/awsconfig"
)

// sample has each way to sign in, and each way to get it wrong.
const sample = `[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Developer
[profile token-only]
sso_session = corp
[profile legacy]
sso_start_url = https://old.awsapps.com/start/#/
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = Developer
[profile both]
sso_session = corp
sso_start_url = https://corp.awsapps.com/start
[profile audit]
role_arn = arn:aws:iam::444455556666:role/Audit
source_profile = dev
[profile audit-twice]
role_arn = arn:aws:iam::444455556666:role/Twice
source_profile = audit
[profile from-legacy]
role_arn = arn:aws:iam::444455556666:role/Audit
source_profile = legacy
[profile itself]
role_arn = arn:aws:iam::444455556666:role/Audit
source_profile = itself
aws_access_key_id = EXAMPLEKEYID
aws_secret_access_key = none
[profile no-role]
source_profile = dev
aws_access_key_id = EXAMPLEKEYID
aws_secret_access_key = none
[profile keys]
aws_access_key_id = EXAMPLEKEYID
aws_secret_access_key = none
[profile process]
credential_process = /bin/true
[profile machine]
role_arn = arn:aws:iam::444455556666:role/Audit
credential_source = Ec2InstanceMetadata
[profile web]
role_arn = arn:aws:iam::444455556666:role/Audit
web_identity_token_file = /tmp/token
[profile console]
login_session = arn:aws:iam::111122223333:user/somebody
[profile console-and-keys]
login_session = arn:aws:iam::111122223333:user/somebody
aws_access_key_id = EXAMPLEKEYID
aws_secret_access_key = none
[profile plain]
region = eu-west-1
[profile -legacy]
sso_start_url = https://old.awsapps.com/start/#/
[profile -console]
login_session = arn:aws:iam::111122223333:user/somebody
[sso-session -corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[profile dash-session]
sso_session = -corp
[profile one]
role_arn = arn:aws:iam::444455556666:role/One
source_profile = two
[profile two]
role_arn = arn:aws:iam::444455556666:role/Two
source_profile = one
[profile to-circle]
role_arn = arn:aws:iam::444455556666:role/Three
source_profile = one
[profile orphan]
role_arn = arn:aws:iam::444455556666:role/Audit
source_profile = gone
[profile to-orphan]
role_arn = arn:aws:iam::444455556666:role/Audit
source_profile = orphan
`

func parse(t *testing.T) *awsconfig.Config {
	t.Helper()
	config := awsconfig.Parse(awsconfig.Source{Path: "config", Data: []byte(sample)}, awsconfig.Source{})
	if len(config.Problems) > 0 {
		t.Fatalf("the sample has problems: %v", config.Problems)
	}
	return config
}

// lineOf is the place of a text of the sample, from a header on.
func lineOf(t *testing.T, header, text string) string {
	t.Helper()
	_, after, ok := strings.Cut(sample, header+"\n")
	rest, _, found := strings.Cut(header+"\n"+after, text)
	if !ok || !found {
		t.Fatalf("%s has no %s", header, text)
	}
	before := len(sample) - len(header+"\n"+after)
	return "config:" + strconv.Itoa(1+strings.Count(sample[:before]+rest, "\n"))
}

func TestFor(t *testing.T) {
	session := Plan{Args: []string{"sso", "login", "--sso-session", "corp"}, Session: "corp", Key: "corp"}
	const url = "https://old.awsapps.com/start/#/"
	legacy := func(args ...string) Plan {
		return Plan{Args: append([]string{"sso", "login"}, args...), Key: url, Legacy: true}
	}
	keys := Plan{Reason: "it has static keys"}
	tests := []struct {
		name, profile string
		want          Plan
	}{
		{"sso-session", "dev", session},
		{"sso-session without account", "token-only", session},
		{"legacy", "legacy", legacy("--profile", "legacy")},
		{"sso-session beats its start URL", "both", session},
		{"source_profile", "audit", session},
		{"chain of source_profile", "audit-twice", session},
		{"source_profile to legacy", "from-legacy", legacy("--profile", "legacy")},
		{"chain to itself", "itself", keys},
		{"source_profile without role", "no-role", keys},
		{"static keys", "keys", keys},
		{"credential_process", "process", Plan{Reason: "its credentials come from a credential_process"}},
		{"credential_source", "machine", Plan{Reason: "its credentials come from the machine"}},
		{"web identity", "web", Plan{Reason: "its role comes from a web identity token"}},
		{"login_session", "console", Plan{Args: []string{"login", "--profile", "console"}}},
		{"keys beat login_session", "console-and-keys", keys},
		{"nothing", "plain", Plan{Reason: "the config files name no way to sign in"}},
		{"dash in a legacy name", "-legacy", legacy("--profile=-legacy")},
		{"dash in a login name", "-console", Plan{Args: []string{"login", "--profile=-console"}}},
		{"dash in a session name", "dash-session", Plan{Args: []string{"sso", "login", "--sso-session=-corp"}, Session: "-corp", Key: "-corp"}},
	}
	config := parse(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := For(config, tt.profile)
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("For(%q) = %+v, %v; want %+v", tt.profile, got, err, tt.want)
			}
		})
	}
}

func TestForRefuses(t *testing.T) {
	tests := []struct {
		name, profile string
		want          []string // parts of the error
	}{
		{"unknown", "nobody", []string{`there is no profile "nobody"`}},
		{"circle", "one", []string{lineOf(t, "[profile two]", "source_profile"), "circle"}},
		{"the way into a circle", "to-circle", []string{lineOf(t, "[profile two]", "source_profile"), "circle"}},
		{"missing source", "orphan", []string{lineOf(t, "[profile orphan]", "source_profile"), `"orphan" names "gone"`}},
		{"missing source behind a source", "to-orphan", []string{lineOf(t, "[profile orphan]", "source_profile"), `"orphan" names "gone"`}},
	}
	config := parse(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			plan, err := For(config, tt.profile)
			if err == nil {
				t.Fatalf("For(%q) = %+v, want an error", tt.profile, plan)
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q has no %q", err, part)
				}
			}
		})
	}
}

func TestForSession(t *testing.T) {
	want := Plan{Args: []string{"sso", "login", "--sso-session", "my corp"}, Session: "my corp", Key: "my corp"}
	if got := ForSession("my corp"); !reflect.DeepEqual(got, want) {
		t.Errorf("ForSession = %+v, want %+v", got, want)
	}
}
