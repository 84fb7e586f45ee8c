package identity

import (
	"slices"
	"testing"

	"awsenv/internal/awsconfig"
)

// lookup makes an environment of names and values.
func lookup(environ map[string]string) Lookup {
	return func(name string) (string, bool) {
		value, set := environ[name]
		return value, set
	}
}

func parse(config string) *awsconfig.Config {
	return awsconfig.Parse(awsconfig.Source{Path: "config", Data: []byte(config)}, awsconfig.Source{})
}

func TestResolve(t *testing.T) {
	type env = map[string]string
	const both = "[default]\naws_access_key_id = EXAMPLEKEYID\naws_secret_access_key = none\n[profile dev]\nregion = eu-west-1\n"
	const noDefault = "[profile dev]\nregion = eu-west-1\n"
	keys := func(with env) env {
		with["AWS_ACCESS_KEY_ID"], with["AWS_SECRET_ACCESS_KEY"] = "EXAMPLEKEYID", "x"
		return with
	}
	const key, web = "AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE"
	tests := []struct {
		name    string
		environ env
		config  string
		want    Identity // but for the profile, which is there unless the name is empty or unknown
	}{
		{"AWS_PROFILE", env{"AWS_PROFILE": "dev"}, both, Identity{Name: "dev", Source: FromProfile}},
		{"AWS_DEFAULT_PROFILE", env{"AWS_DEFAULT_PROFILE": "dev"}, both, Identity{Name: "dev", Source: FromDefaultProfile}},
		{"AWS_PROFILE first", env{"AWS_PROFILE": "dev", "AWS_DEFAULT_PROFILE": "default"}, both, Identity{Name: "dev", Source: FromProfile}},
		{"AWS_PROFILE names default", env{"AWS_PROFILE": "default"}, both, Identity{Name: "default", Source: FromProfile}},
		{"default", env{}, both, Identity{Name: "default", Source: FromDefault}},
		{"nothing", env{}, noDefault, Identity{}},
		{"no files", env{}, "", Identity{}},
		{"empty AWS_PROFILE", env{"AWS_PROFILE": ""}, both, Identity{Source: FromProfile, Trouble: Empty}},
		{"empty AWS_PROFILE before the other", env{"AWS_PROFILE": "", "AWS_DEFAULT_PROFILE": "dev"}, both, Identity{Source: FromProfile, Trouble: Empty}},
		{"empty AWS_DEFAULT_PROFILE", env{"AWS_DEFAULT_PROFILE": ""}, both, Identity{Source: FromDefaultProfile, Trouble: Empty}},
		{"empty, and keys", keys(env{"AWS_PROFILE": ""}), both, Identity{Source: FromProfile, Trouble: Empty, By: ""}},
		{"unknown", env{"AWS_PROFILE": "nobody"}, both, Identity{Name: "nobody", Source: FromProfile, Trouble: Unknown}},
		{"names have a case", env{"AWS_PROFILE": "Dev"}, both, Identity{Name: "Dev", Source: FromProfile, Trouble: Unknown}},
		{"unknown, and keys", keys(env{"AWS_PROFILE": "nobody"}), both, Identity{Name: "nobody", Source: FromProfile, Trouble: Unknown}},
		{"shadowed", keys(env{"AWS_PROFILE": "dev"}), both, Identity{Name: "dev", Source: FromProfile, Trouble: Shadowed, By: key}},
		{"default shadowed", keys(env{}), both, Identity{Name: "default", Source: FromDefault, Trouble: Shadowed, By: key}},
		{"a default that names no credentials is not shadowed", keys(env{}), "[default]\nregion = eu-west-1\n", Identity{Name: "default", Source: FromDefault}},
		{"keys alone shadow nothing", keys(env{}), noDefault, Identity{}},
		{"partial", env{"AWS_PROFILE": "dev", key: "EXAMPLEKEYID"}, both, Identity{Name: "dev", Source: FromProfile, Trouble: Partial, By: key}},
		{"empty secret", env{"AWS_PROFILE": "dev", key: "EXAMPLEKEYID", "AWS_SECRET_ACCESS_KEY": ""}, both, Identity{Name: "dev", Source: FromProfile, Trouble: Partial, By: key}},
		{"partial without a profile", env{key: "EXAMPLEKEYID"}, noDefault, Identity{Trouble: Partial, By: key}},
		{"secret alone", env{"AWS_PROFILE": "dev", "AWS_SECRET_ACCESS_KEY": "x"}, both, Identity{Name: "dev", Source: FromProfile}},
		{"empty keys", env{"AWS_PROFILE": "dev", key: "", "AWS_SECRET_ACCESS_KEY": ""}, both, Identity{Name: "dev", Source: FromProfile}},
		{"session token alone", env{"AWS_PROFILE": "dev", "AWS_SESSION_TOKEN": "x"}, both, Identity{Name: "dev", Source: FromProfile}},
		{"web identity", env{"AWS_PROFILE": "dev", web: "/t", "AWS_ROLE_ARN": "r"}, both, Identity{Name: "dev", Source: FromProfile, Trouble: Shadowed, By: web}},
		{"web identity without role", env{"AWS_PROFILE": "dev", web: "/t"}, both, Identity{Name: "dev", Source: FromProfile, Trouble: Partial, By: web}},
		{"empty web identity", env{"AWS_PROFILE": "dev", web: "", "AWS_ROLE_ARN": "r"}, both, Identity{Name: "dev", Source: FromProfile}},
		{"role without web identity", env{"AWS_PROFILE": "dev", "AWS_ROLE_ARN": "r"}, both, Identity{Name: "dev", Source: FromProfile}},
		{"keys before web identity", keys(env{web: "/t", "AWS_ROLE_ARN": "r"}), both, Identity{Name: "default", Source: FromDefault, Trouble: Shadowed, By: key}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Resolve(lookup(tt.environ), parse(tt.config))
			profile := got.Profile
			got.Profile, got.Credentials = nil, Credentials{}
			if got != tt.want {
				t.Errorf("Resolve = %+v, want %+v", got, tt.want)
			}
			if missing := got.Name == "" || got.Trouble == Unknown; missing != (profile == nil) {
				t.Errorf("profile %+v with %+v", profile, got)
			}
			if profile != nil && profile.Name != got.Name {
				t.Errorf("profile %q for the name %q", profile.Name, got.Name)
			}
		})
	}
}

func TestAccountAndRole(t *testing.T) {
	tests := []struct{ name, keys, account, role string }{
		{"SSO", "sso_account_id = 111122223333\nsso_role_name = Developer", "111122223333", "Developer"},
		{"SSO with leading zeros", "sso_account_id = 000000000042\nsso_role_name = Dev", "000000000042", "Dev"},
		{"SSO without role", "sso_account_id = 111122223333", "111122223333", ""},
		{"SSO without account", "sso_role_name = Developer\naws_account_id = 444455556666", "", "Developer"},
		{"session alone", "sso_session = corp", "", ""},
		{"role", "role_arn = arn:aws:iam::444455556666:role/Audit", "444455556666", "Audit"},
		{"role with a path", "role_arn = arn:aws:iam::444455556666:role/a/b/Audit", "444455556666", "Audit"},
		{"role in another partition", "role_arn = arn:aws-cn:iam::444455556666:role/Audit", "444455556666", "Audit"},
		{"role before SSO", "role_arn = arn:aws:iam::444455556666:role/Audit\nsso_account_id = 111122223333\nsso_role_name = Dev", "444455556666", "Audit"},
		{"role that is no ARN", "role_arn = Audit\nsso_account_id = 111122223333\nsso_role_name = Dev", "111122223333", "Dev"},
		{"aws_account_id", "aws_account_id = 111122223333", "111122223333", ""},
		{"static keys", "aws_access_key_id = EXAMPLEKEYID", "", ""},
		{"nothing", "region = eu-west-1", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, _ := parse("[profile x]\n" + tt.keys + "\n").Profile("x")
			if account, role := Account(p), Role(p); account != tt.account || role != tt.role {
				t.Errorf("account %q, role %q; want %q, %q", account, role, tt.account, tt.role)
			}
		})
	}
}

func TestIsSSO(t *testing.T) {
	tests := []struct {
		name, key string
		want      bool
	}{
		{"account", "sso_account_id = 111122223333", true},
		{"role", "sso_role_name = Developer", true},
		{"session alone", "sso_session = corp", false},
		{"start URL alone", "sso_start_url = https://example.awsapps.com/start", false},
		{"keys", "aws_access_key_id = EXAMPLEKEYID", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, _ := parse("[profile x]\n" + tt.key + "\n").Profile("x")
			if got := IsSSO(p); got != tt.want {
				t.Errorf("IsSSO = %t, want %t", got, tt.want)
			}
		})
	}
}

func TestPresent(t *testing.T) {
	all := map[string]string{}
	for _, name := range Shadowing {
		all[name] = "x"
	}
	tests := []struct {
		name    string
		environ map[string]string
		want    []string
	}{
		{"none", map[string]string{"AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1"}, nil},
		{"one", map[string]string{"AWS_ROLE_ARN": "x"}, []string{"AWS_ROLE_ARN"}},
		{"empty is set", map[string]string{"AWS_ACCESS_KEY_ID": ""}, []string{"AWS_ACCESS_KEY_ID"}},
		{"the list's order", map[string]string{"AWS_ROLE_ARN": "x", "AWS_ACCESS_KEY_ID": "x"}, []string{"AWS_ACCESS_KEY_ID", "AWS_ROLE_ARN"}},
		{"all", all, Shadowing},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Present(lookup(tt.environ)); !slices.Equal(got, tt.want) {
				t.Errorf("Present = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPresentLeavesTheListAlone(t *testing.T) {
	before := slices.Clone(Shadowing)
	Present(lookup(nil))
	if !slices.Equal(Shadowing, before) {
		t.Errorf("Shadowing became %q", Shadowing)
	}
}

func TestInProfileTakesTheEnvironmentForGiven(t *testing.T) {
	c := InProfile(parse("[profile x]\nrole_arn = arn:aws:iam::111122223333:role/R\ncredential_source = EcsContainer\n"), "x")
	if c.Fault != nil || c.Kind != AssumeRole {
		t.Errorf("credentials %+v, want a role without fault", c)
	}
}
