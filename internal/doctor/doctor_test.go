package doctor

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/sso"
	"awsenv/shells"
)

const (
	corp = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n"
	dev  = corp + "[profile dev]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Developer\nregion = eu-west-1\n"
)

// patient is a machine on which nothing is wrong, until a test changes it.
type patient struct {
	config, credentials string
	environ             map[string]string
	session             sso.State
	change              func(*Facts)
}

func (p patient) examine() []awsconfig.Problem {
	if p.config == "" {
		p.config = dev
	}
	if p.environ == nil {
		p.environ = map[string]string{"AWS_PROFILE": "dev"}
	}
	if p.session == "" {
		p.session = sso.Valid
	}
	bash, _ := shells.Lookup("bash")
	f := Facts{
		Env:     func(name string) (string, bool) { value, set := p.environ[name]; return value, set },
		Config:  awsconfig.Parse(awsconfig.Source{Path: "config", Data: []byte(p.config)}, awsconfig.Source{Path: "credentials", Data: []byte(p.credentials)}),
		Now:     time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC),
		Session: func(string) sso.Status { return sso.Status{State: p.session} },
		Word:    bash.Word, Operand: bash.Operand,
		Modes: []Mode{{"config", 0o600}},
		CLI:   CLI{Found: true, Version: "aws-cli/2.9.19 Python/3.11"},
		Shell: Shell{Name: "bash", RC: "~/.bashrc", Line: "THE LINE", Loaded: "1.0.0", Version: "1.0.0", Probed: true},
	}
	if p.change != nil {
		p.change(&f)
	}
	return Examine(f)
}

// line writes a problem in one line, for comparisons.
func line(p awsconfig.Problem) string {
	severity := "warning"
	if p.Fatal {
		severity = "error"
	}
	return fmt.Sprintf("%s %s %s:%d", severity, p.Code, p.Place.File, p.Place.Line)
}

func TestNothingIsWrong(t *testing.T) {
	if got := (patient{}).examine(); len(got) > 0 {
		t.Errorf("found %+v", got)
	}
}

func TestExamine(t *testing.T) {
	type env = map[string]string
	const keys = "aws_access_key_id = EXAMPLE\naws_secret_access_key = none\n"
	const role = "role_arn = arn:aws:iam::222222222222:role/R\n"
	tests := []struct {
		name string
		patient
		want string // severity, code and place
		hint string
	}{
		{"duplicate section", patient{config: dev + "[profile dev]\n"}, "error duplicate-section config:9", ""},
		{"duplicate key", patient{config: dev + "REGION = x\n"}, "error duplicate-key config:9", ""},
		{"BOM", patient{config: "\ufeff" + dev}, "error bom config:1", ""},
		{"stray line", patient{config: dev + "stray\n"}, "error stray-line config:9", ""},
		{"bad encoding", patient{config: dev + "# \xff\n"}, "error encoding config:9", ""},
		{"no profile before the name", patient{config: dev + "[other]\n"}, "warning ignored-section config:9", "[profile other]"},
		{"capital Profile", patient{config: dev + "[Profile x]\n"}, "warning ignored-section config:9", "[profile x]"},
		{"blanks without quotes", patient{config: dev + "[profile a b]\n"}, "warning ignored-section config:9", ""},
		{"unbalanced quotes", patient{config: dev + "[profile \"a]\n"}, "warning ignored-section config:9", ""},
		{"sso_session that is not there", patient{config: dev + "[profile x]\nsso_session = crop\nsso_account_id = 111111111111\nsso_role_name = R\n"}, "error unknown-session config:10", "sso_session = corp"},
		{"source_profile that is not there", patient{config: dev + "[profile x]\n" + role + "source_profile = gone\n"}, "error unknown-source config:11", ""},
		{"source_profile in a circle", patient{config: dev + "[profile x]\n" + role + "source_profile = y\n[profile y]\n" + role + "source_profile = x\n"}, "error source-circle config:14", ""},
		{"role without source", patient{config: dev + "[profile x]\n" + role}, "error no-source config:10", "source_profile"},
		{"SSO without role", patient{config: dev + "[profile x]\nsso_session = corp\nsso_account_id = 111111111111\n"}, "error incomplete-sso config:9", "add sso_role_name"},
		{"SSO without account and role", patient{config: dev + "[profile x]\nsso_session = corp\n"}, "warning incomplete-sso config:9", "add sso_account_id and sso_role_name"},
		{"legacy keys that differ from the session's", patient{config: dev + "[profile x]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = R\nsso_region = us-east-1\n"}, "error inconsistent-session config:13", ""},
		{"half a key pair", patient{credentials: "[x]\naws_access_key_id = EXAMPLE\n"}, "error partial-keys credentials:2", ""},
		{"keys that make an SSO profile somebody else", patient{credentials: "[dev]\n" + keys}, "error other-identity credentials:2", "from [dev]"},
		{"keys in the environment", patient{environ: env{"AWS_PROFILE": "dev", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y"}}, "error shadowed :0", "aws-use dev"},
		{"half of the keys in the environment", patient{environ: env{"AWS_PROFILE": "dev", "AWS_ACCESS_KEY_ID": "x"}}, "error partial-environment :0", "aws-use dev"},
		{"keys that have ended", patient{environ: env{"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y", "AWS_CREDENTIAL_EXPIRATION": "2026-11-21T11:00:00Z"}}, "error stale-keys :0", "aws-use"},
		{"AWS_REGION over the profile's region", patient{environ: env{"AWS_PROFILE": "dev", "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1"}}, "warning region-override :0", "aws-use --region eu-west-1"},
		{"AWS_REGION that boto3 does not read", patient{environ: env{"AWS_PROFILE": "dev", "AWS_REGION": "us-east-1"}}, "warning other-region :0", "aws-use --region us-east-1"},
		{"empty AWS_REGION", patient{environ: env{"AWS_PROFILE": "dev", "AWS_REGION": ""}}, "error empty-region :0", ""},
		{"AWS_PROFILE that does not exist", patient{environ: env{"AWS_PROFILE": "dve"}}, "error unknown-profile :0", "aws-use dev"},
		{"empty AWS_PROFILE", patient{environ: env{"AWS_PROFILE": ""}}, "error empty-profile :0", "aws-use --unset"},
		{"another profile for boto3", patient{config: dev + "[profile two]\naws_account_id = 2\n" + keys + "region = eu-west-1\n", environ: env{"AWS_PROFILE": "dev", "AWS_DEFAULT_PROFILE": "two"}}, "error other-identity config:11", "aws-use dev"},
		{"no profile chosen", patient{environ: env{}}, "warning no-profile :0", "aws-use PROFILE"},
		{"no profile at all", patient{config: "[plugins]\n", environ: env{}}, "warning no-profile :0", "aws configure sso --profile NEWNAME"},
		{"no region", patient{config: strings.TrimSuffix(dev, "region = eu-west-1\n")}, "warning no-region config:4", "aws configure set region REGION --profile dev"},
		{"region that is a slip", patient{config: strings.TrimSuffix(dev, "eu-west-1\n") + "east-us-2\n"}, "error region-slip config:8", "aws configure set region us-east-2 --profile dev"},
		{"region of another profile that is a slip", patient{config: dev + "[profile x]\nregion = eu-wset-1\n"}, "warning region-slip config:10", "eu-west-1 --profile x"},
		{"AWS_REGION that is a slip", patient{environ: env{"AWS_PROFILE": "dev", "AWS_REGION": "us-east-1a", "AWS_DEFAULT_REGION": "us-east-1a"}}, "error region-slip :0", "aws-use --region us-east-1"},
		{"region of a quoted name", patient{config: dev + "[profile \"a b\"]\nregion = eu-wset-1\n"}, "warning region-slip config:10", "write region = eu-west-1"},
		{"region in credentials", patient{config: dev + "[profile x]\n", credentials: "[x]\nregion = eu-wset-1\n"}, "warning region-slip credentials:2", "write region = eu-west-1"},
		{"account with a comment", patient{config: dev + "[profile x]\nsso_session = corp\nsso_account_id = 111111111111 # prod\nsso_role_name = R\n"}, "error account-slip config:11", "write sso_account_id = 111111111111"},
		{"account that is too short", patient{config: dev + "[profile x]\nsso_session = corp\nsso_account_id = 11111111\nsso_role_name = R\n"}, "error account-slip config:11", "12 digits"},
		{"a name that other tools do not read", patient{config: dev + "[profile \"a b\"]\ncredential_process = x\n"}, "error other-identity config:9", "rename it"},
		{"session that is not complete", patient{config: dev + "[sso-session other]\nsso_start_url = u\n[profile x]\nsso_session = other\ncredential_process = x\n"}, "error incomplete-session config:9", "add sso_region"},
		{"a default that names no credentials", patient{config: dev + "[default]\nregion = eu-west-1\n", environ: env{}}, "warning no-profile :0", "aws-use PROFILE"},
		{"MFA that other tools cannot ask for", patient{config: dev + "[profile x]\n" + role + "source_profile = dev\nmfa_serial = m\nregion = eu-west-1\n", environ: env{"AWS_PROFILE": "x"}}, "warning mfa config:12", ""},
		{"a name that begins with a dash", patient{config: dev + "[profile -x]\n", environ: env{"AWS_PROFILE": "-x", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y"}}, "error shadowed :0", "aws-use -- '-x'"},
		{"keys in the config file", patient{config: dev + "[profile x]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = R\n" + keys}, "error other-identity config:13", "from [profile x]"},
		{"profile without credentials", patient{config: dev + "[profile x]\nregion = eu-west-1\n", environ: env{"AWS_PROFILE": "x"}}, "error no-credentials config:9", "add sso_session"},
		{"expired session", patient{session: sso.Expired}, "warning expired :0", "aws-login dev"},
		{"session that is not signed in", patient{session: sso.None}, "warning signed-out :0", "aws-login dev"},
		{"session to be renewed", patient{session: sso.Refreshable}, "warning refreshable :0", "aws-login dev"},
		{"file that others may read", patient{change: func(f *Facts) { f.Modes[0].Mode = 0o644 }}, "warning open-file config:0", "chmod 600 config"},
		{"no AWS CLI", patient{change: func(f *Facts) { f.CLI = CLI{} }}, "error no-cli :0", "https://"},
		{"AWS CLI v1", patient{change: func(f *Facts) { f.CLI.Version = "aws-cli/1.44.0 Python/3.11" }}, "error old-cli :0", "https://"},
		{"AWS CLI that does not work", patient{change: func(f *Facts) { f.CLI = CLI{Found: true, Fault: "pyenv: aws: command not found"} }}, "error broken-cli :0", "https://"},
		{"AWS CLI of an unknown version", patient{change: func(f *Facts) { f.CLI.Version = "aws-cli" }}, "error broken-cli :0", "https://"},
		{"AWS CLI before sso-session", patient{change: func(f *Facts) { f.CLI.Version = "aws-cli/2.4.0" }}, "error old-cli config:5", "https://"},
		{"AWS CLI before login_session", patient{config: dev + "[profile x]\nlogin_session = y\n"}, "error old-cli config:10", "https://"},
		{"not loaded here", patient{change: func(f *Facts) { f.Shell.Loaded = "" }}, "warning not-loaded :0", "exec bash"},
		{"not loaded anywhere", patient{change: func(f *Facts) { f.Shell.Loaded, f.Shell.Missing = "", true }}, "warning not-loaded :0", "echo 'THE LINE' >>~/.bashrc"},
		{"another version loaded", patient{change: func(f *Facts) { f.Shell.Loaded = "0.9.0" }}, "warning other-version :0", "exec bash"},
		{"loaded here, but by no rc file", patient{change: func(f *Facts) { f.Shell.Missing = true }}, "warning not-permanent :0", "echo 'THE LINE' >>~/.bashrc"},
		{"a new shell that does not answer", patient{change: func(f *Facts) { f.Shell.Asked, f.Shell.Probed = true, false }}, "warning no-answer :0", ""},
		{"hidden by an alias", patient{change: func(f *Facts) { f.Shell.Hidden = []Hidden{{Command: "aws-use", By: "alias"}} }}, "warning hidden-command :0", "unalias aws-use"},
		{"a name that other tools do not see", patient{config: strings.Replace(dev, "[profile dev]", `[profile "a b"]`, 1), environ: env{"AWS_PROFILE": "a b"}}, "error other-identity config:4", "rename it"},
		{"hidden by a function", patient{change: func(f *Facts) {
			f.Shell.Hidden = []Hidden{{"aws-login", "function", awsconfig.Place{File: "rc", Line: 7}}}
		}}, "warning hidden-command rc:7", "THE LINE"},
		{"no completion", patient{change: func(f *Facts) { f.Shell.NoCompletion = true }}, "warning no-completion :0", "THE LINE"},
		{"universal AWS_PROFILE", patient{change: func(f *Facts) {
			f.Shell.Universal = []Universal{{"AWS_PROFILE", awsconfig.Place{File: "fish_variables", Line: 3}}}
		}}, "warning universal-profile fish_variables:3", "set -eU AWS_PROFILE"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := tt.examine()
			at := slices.IndexFunc(found, func(p awsconfig.Problem) bool { return line(p) == tt.want })
			if at < 0 {
				t.Fatalf("found %v, want %q", mapped(found, line), tt.want)
			}
			if !strings.Contains(found[at].Hint, tt.hint) {
				t.Errorf("hint %q, want %q in it", found[at].Hint, tt.hint)
			}
		})
	}
}

func mapped(problems []awsconfig.Problem, text func(awsconfig.Problem) string) []string {
	var out []string
	for _, p := range problems {
		out = append(out, text(p))
	}
	return out
}

func TestEachThingIsFoundOnce(t *testing.T) {
	// The active profile is looked at as the identity here, and as one of all profiles.
	found := patient{config: strings.TrimSuffix(dev, "eu-west-1\n") + "east-us-2\n", credentials: "[dev]\naws_access_key_id = EXAMPLE\naws_secret_access_key = none\n"}.examine()
	want := []string{"error other-identity credentials:2", "error region-slip config:8"}
	if got := mapped(found, line); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestQuietAboutWhatIsMeant(t *testing.T) {
	const role = "role_arn = arn:aws:iam::222222222222:role/R\n"
	type env = map[string]string
	tests := []struct {
		name string
		patient
	}{
		{"MFA of a profile that is not in use", patient{config: dev + "[profile x]\n" + role + "source_profile = dev\nmfa_serial = m\n"}},
		{"keys beside a default that names no credentials", patient{config: dev + "[default]\nregion = eu-west-1\n", environ: env{"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y"}}},
		{"a region of another service", patient{config: dev + "[profile b2]\ncredential_process = x\nendpoint_url = https://s3.example\nregion = us-west-004\n"}},
		{"a region with an endpoint in the environment", patient{environ: env{"AWS_PROFILE": "dev", "AWS_ENDPOINT_URL": "http://localhost:4566", "AWS_REGION": "us-esat-1", "AWS_DEFAULT_REGION": "us-esat-1"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, p := range tt.examine() {
				if p.Code != "region-override" {
					t.Errorf("found %+v", p)
				}
			}
		})
	}
}

func TestARefusedFileIsAllThatMattersYet(t *testing.T) {
	found := patient{config: "stray\n", environ: map[string]string{}}.examine()
	if got := mapped(found, line); len(got) != 1 {
		t.Errorf("found %q, want only the file", got)
	}
}

func TestEveryFileIsNamed(t *testing.T) {
	found := patient{change: func(f *Facts) { f.Modes = []Mode{{"config", 0o644}, {"credentials", 0o644}} }}.examine()
	if got := mapped(found, line); len(got) != 2 {
		t.Errorf("found %q, want both files", got)
	}
}

func TestErrorsComeFirst(t *testing.T) {
	found := patient{config: dev + "[other]\n", environ: map[string]string{"AWS_PROFILE": "gone"}}.examine()
	want := []string{"error unknown-profile :0", "warning ignored-section config:9"}
	if got := mapped(found, line); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestFamiliesOfOneReasonAreNamedTogether(t *testing.T) {
	found := patient{credentials: "[dev]\naws_access_key_id = EXAMPLE\naws_secret_access_key = none\n"}.examine()
	if len(found) != 1 || !strings.Contains(found[0].Message, "Terraform and other Go programs, and the AWS CDK") {
		t.Errorf("found %+v", found)
	}
}

func TestRead(t *testing.T) {
	ours := "awsenv-doctor\taws-use\tours\t\t\n"
	tests := []struct {
		name, answer string
		want         Shell
	}{
		{"nothing said", "welcome\n", Shell{}},
		{"ours, among other lines", "welcome\n" + ours + "bye\n", Shell{Probed: true}},
		{"carriage returns", strings.ReplaceAll(ours, "\n", "\r\n"), Shell{Probed: true}},
		{"missing", "awsenv-doctor\taws-use\tmissing\t\t\n", Shell{Probed: true, Missing: true}},
		{"alias", ours + "awsenv-doctor\taws-login\talias\t\t\n", Shell{Probed: true, Hidden: []Hidden{{Command: "aws-login", By: "alias"}}}},
		{"function", "awsenv-doctor\taws-login\tfunction\t/home/me/.bashrc\t12\n", Shell{Probed: true, Hidden: []Hidden{{"aws-login", "function", awsconfig.Place{File: "/home/me/.bashrc", Line: 12}}}}},
		{"function from nowhere", "awsenv-doctor\taws-login\tfunction\tmain\t\n", Shell{Probed: true, Hidden: []Hidden{{Command: "aws-login", By: "function"}}}},
		{"no completion", ours + "awsenv-doctor\tcompletion\tmissing\n", Shell{Probed: true, NoCompletion: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got Shell
			if got.Read(tt.answer); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", tt.want) {
				t.Errorf("Read = %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestMeantRegion(t *testing.T) {
	tests := []struct{ name, region, want string }{
		{"right", "eu-west-1", ""},
		{"new, but well formed", "us-east-3", ""},
		{"nonsense", "somewhere", ""},
		{"wrong order", "east-us-2", "us-east-2"},
		{"letters swapped", "us-esat-1", "us-east-1"},
		{"letter missing", "eu-wst-1", "eu-west-1"},
		{"hyphen missing", "us-east1", "us-east-1"},
		{"underscores", "us_east_1", "us-east-1"},
		{"blanks", "eu west 2", "eu-west-2"},
		{"capitals", "EU-West-1", "eu-west-1"},
		{"zone", "us-east-1a", "us-east-1"},
		{"quotes", `"us-east-1"`, "us-east-1"},
		{"comment", "us-east-1 # ours", "us-east-1"},
		{"China", "cn-nroth-1", "cn-north-1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := MeantRegion(func(string) (string, bool) { return "", false }, nil, tt.region); got != tt.want {
				t.Errorf("MeantRegion(%q) = %q, want %q", tt.region, got, tt.want)
			}
		})
	}
}
