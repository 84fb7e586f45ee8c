package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"awsenv/internal/sso"
)

const awsV2 = "aws-cli/2.30.0"

// desktop is an environment with a browser.
const desktop = "BROWSER=firefox"

func TestLoginRunsTheAWSCLI(t *testing.T) {
	tests := []struct {
		name, profile string
		want          []string
	}{
		{"sso-session", "dev", []string{"aws", "sso", "login", "--sso-session", "corp"}},
		{"source_profile", "audit", []string{"aws", "sso", "login", "--sso-session", "corp"}},
		{"legacy", "legacy", []string{"aws", "sso", "login", "--profile", "legacy"}},
		{"another session", "data/lake:analyst", []string{"aws", "sso", "login", "--sso-session", "partner"}},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, desktop)
			out, _ := s.must(t, "login", "--shell", "bash", tt.profile)
			if len(s.started) != 1 || !slices.Equal(s.started[0].args, tt.want) {
				t.Fatalf("it ran %v, want %q", s.started, tt.want)
			}
			if s.started[0].streams != talkOnly {
				t.Error("what aws prints would be evaluated by the shell")
			}
			s.apply(t, out)
			s.wantEnv(t, desktop, "AWS_PROFILE="+tt.profile)
		})
	}
}

func TestLoginGivesTheAWSCLICleanSurroundings(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "HOME=/h", "AWS_PROFILE=gone", "AWS_DEFAULT_PROFILE=gone", "AWS_ACCESS_KEY_ID=x",
		"AWS_CONFIG_FILE=", "AWSENV_STATE={}", "BROWSER=links")
	s.environ = slices.DeleteFunc(s.environ, func(v string) bool { return v == "AWS_CONFIG_FILE=" })
	s.must(t, "login", "--shell", "bash", "dev")
	if want := []string{"HOME=/h", "BROWSER=links"}; !slices.Equal(s.started[0].environ, want) {
		t.Errorf("aws got %q, want %q", s.started[0].environ, want)
	}
}

func TestLoginThatFails(t *testing.T) {
	tests := []struct {
		name, complaint string
		status, want    int
		said            string
	}{
		{"anything", "", 254, failed, "aws sso login --sso-session corp ended with status 254; nothing was changed"},
		{"denied", "An error occurred (AccessDeniedException) when calling the CreateToken operation", 254, failed, "denied in the browser; nothing was changed"},
		{"denied, by the browser's way back", "aws: [ERROR]: Error loading authorization code: Failed to retrieve an authorization code.", 255, failed, "denied in the browser; nothing was changed"},
		{"the code ran out", "The pending authorization to retrieve an SSO token has expired. The device authorization flow to retrieve an SSO token must be restarted.", 255, failed, "not confirmed in time; nothing was changed"},
		{"the browser did not come back", "aws: [ERROR]: The pending authorization to retrieve an SSO token has expired. The login flow to retrieve an SSO token must be restarted.", 255, failed, "not confirmed in time; nothing was changed"},
		{"no start URL of AWS's", "aws: [ERROR]: An error occurred (Configuration): Failed to resolve start URL: Tunnel connection failed: 502 Bad Gateway", 253, failed, "the start URL leads nowhere; nothing was changed"},
		{"the service fails", "An error occurred (InternalServerException) when calling the RegisterClient operation (reached max retries: 2):", 254, failed, "AWS has trouble of its own; nothing was changed"},
		{"proxy", "Failed to connect to proxy URL: \"http://127.0.0.1:1\"", 255, failed, "AWS cannot be reached through the proxy; nothing was changed"},
		{"network", "Could not connect to the endpoint URL: \"https://oidc.eu-west-1.amazonaws.com/\"", 255, failed, "AWS cannot be reached; nothing was changed"},
		{"configuration", "Missing the following required SSO configuration values: sso_region", 253, failed, "the configuration is not complete"},
		{"Ctrl-C", "", 130, cancelled, "cancelled; nothing was changed"},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, desktop)
			s.status, s.complaint = tt.status, tt.complaint
			s.refused(t, tt.want, []string{"login", "--shell", "bash", "dev"}, tt.said)
		})
	}
}

func TestLoginWithoutAWS(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	newStage(t, sample).refused(t, failed, []string{"login", "--shell", "bash", "dev"}, "there is no aws on PATH", "install the AWS CLI v2")
}

func TestLoginWithVersion1(t *testing.T) {
	fakeAWS(t, "aws-cli/1.44.0")
	s := newStage(t, sample, desktop)
	s.answers = map[string]answer{"aws": {errors: "aws-cli/1.44.0 Python/3.11"}}
	s.status = 252
	s.refused(t, failed, []string{"login", "--shell", "bash", "dev"}, "version 1", "install the AWS CLI v2")
}

func TestLoginWithAnAWSThatDoesNotStart(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample)
	s.failure = errors.New("exec format error")
	s.refused(t, failed, []string{"login", "--shell", "bash", "dev"}, "exec format error")
}

func TestLoginWhereNoneIsNeeded(t *testing.T) {
	s := newStage(t, sample)
	out, said := s.must(t, "login", "--shell", "bash", "keys")
	if len(s.started) != 0 {
		t.Errorf("it ran %v", s.started)
	}
	wantAll(t, said, `"keys" needs no signing in: it has static keys`)
	s.apply(t, out)
	s.wantEnv(t, "AWS_PROFILE=keys")
}

func TestLoginWithoutProfile(t *testing.T) {
	const withDefault = sample + "[default]\nsso_session = partner\n"
	const one = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n"
	tests := []struct {
		name, config string
		environ      []string
		session      string
		want         []string // the environment after
	}{
		{"active", sample, []string{"AWS_PROFILE=dev"}, "corp", []string{"AWS_PROFILE=dev"}},
		{"active by AWS_DEFAULT_PROFILE", sample, []string{"AWS_DEFAULT_PROFILE=dev"}, "corp", []string{"AWS_PROFILE=dev"}},
		{"default", withDefault, nil, "partner", nil},
		{"the only session", one, nil, "corp", nil},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, tt.config, append(tt.environ, desktop)...)
			out, _ := s.must(t, "login", "--shell", "bash")
			if len(s.started) != 1 || !strings.HasSuffix(strings.Join(s.started[0].args, " "), "--sso-session "+tt.session) {
				t.Fatalf("it ran %v, want the session %s", s.started, tt.session)
			}
			s.apply(t, out)
			s.wantEnv(t, append(tt.want, desktop)...)
		})
	}
}

func TestLoginWithoutProfileWhereManyAre(t *testing.T) {
	newStage(t, sample).refused(t, misused, []string{"login", "--shell", "bash"}, "no profile was named", "team sandbox")
}

func TestLoginRefuses(t *testing.T) {
	const circle = "[profile a]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = b\n[profile b]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = a\n"
	tests := []struct {
		name, config string
		environ      []string
		args         []string
		want         string
	}{
		{"unknown", sample, nil, []string{"porf"}, "did you mean prod?"},
		{"active and unknown", sample, []string{"AWS_PROFILE=gone"}, nil, `there is no profile "gone"`},
		{"circle", circle, nil, []string{"a"}, "config:6: source_profile"},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, tt.config, tt.environ...)
			s.refused(t, failed, append([]string{"login", "--shell", "bash"}, tt.args...), tt.want)
			if len(s.started) > 0 {
				t.Errorf("it ran %v", s.started)
			}
		})
	}
}

func TestLogoutClearsWhatAwsenvSet(t *testing.T) {
	tests := []struct {
		name    string
		environ []string
		use     []string // before
		want    []string
	}{
		{"its profile and region", nil, []string{"dev", "--region", "us-west-2"}, nil},
		{"the user's region stays", []string{"AWS_REGION=us-east-2"}, []string{"dev"}, []string{"AWS_REGION=us-east-2"}},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, tt.environ...)
			s.use(t, tt.use...)
			out, _ := s.must(t, "logout", "--shell", "bash")
			if want := []string{"aws", "sso", "logout"}; len(s.started) != 1 || !slices.Equal(s.started[0].args, want) {
				t.Errorf("it ran %v, want %q", s.started, want)
			}
			s.apply(t, out)
			s.wantEnv(t, tt.want...)
		})
	}
}

func TestLogoutLeavesTheUsersProfile(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "AWS_PROFILE=dev")
	out, _ := s.must(t, "logout", "--shell", "bash")
	s.apply(t, out)
	s.wantEnv(t, "AWS_PROFILE=dev")
}

func TestLogoutThatFails(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample)
	s.use(t, "dev")
	s.status = cancelled
	s.refused(t, cancelled, []string{"logout", "--shell", "bash"}, "signing out was cancelled; nothing was changed in this shell")
	s.status, s.complaint = 255, "Could not connect to the endpoint URL: \"https://portal.sso.eu-west-1.amazonaws.com/logout\""
	s.refused(t, failed, []string{"logout", "--shell", "bash"}, "AWS cannot be reached; nothing was changed in this shell")
	s.status, s.complaint = 254, "something"
	s.refused(t, failed, []string{"logout", "--shell", "bash"}, "aws sso logout ended with status 254; nothing was changed in this shell")
}

func TestExec(t *testing.T) {
	s := newStage(t, sample, "HOME=/h", "AWS_PROFILE=prod", "AWS_DEFAULT_PROFILE=prod", "AWS_ACCESS_KEY_ID=x",
		"AWS_REGION=us-east-2", "AWSENV_STATE={}")
	s.token(t, "corp", time.Hour, false)
	s.must(t, "exec", "dev", "--", "terraform", "plan", "--help", "--", "-x")
	if len(s.replaced) != 1 {
		t.Fatalf("it became %v", s.replaced)
	}
	c := s.replaced[0]
	if want := []string{"terraform", "plan", "--help", "--", "-x"}; !slices.Equal(c.args, want) {
		t.Errorf("it ran %q, want %q", c.args, want)
	}
	if want := []string{"HOME=/h", "AWS_PROFILE=dev", "AWS_REGION=us-east-2"}; !slices.Equal(c.environ, want) {
		t.Errorf("with %q, want %q", c.environ, want)
	}
}

func TestExecEndsAsTheCommandDid(t *testing.T) {
	s := newStage(t, sample)
	s.token(t, "corp", time.Hour, false)
	s.status = 42
	if _, said, status := s.call("exec", "dev", "--", "false"); status != 42 || said != "" {
		t.Errorf("status %d, said %q; want 42 in silence", status, said)
	}
}

func TestExecWithoutACommandToBecome(t *testing.T) {
	s := newStage(t, sample)
	s.token(t, "corp", time.Hour, false)
	s.failure = errors.New("executable file not found")
	s.refused(t, 127, []string{"exec", "dev", "--", "nothing"}, `run "nothing": executable file not found`)
}

func TestExecRefuses(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want int
		said string
	}{
		{"unknown profile", []string{"porf", "--", "true"}, failed, "did you mean prod?"},
		{"no command", []string{"dev"}, misused, "awsenv exec"},
		{"no command behind the dashes", []string{"dev", "--"}, misused, "no command was named"},
		{"nothing", nil, misused, "awsenv exec"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample)
			s.refused(t, tt.want, append([]string{"exec"}, tt.args...), tt.said)
			if len(s.replaced) > 0 {
				t.Errorf("it became %v", s.replaced)
			}
		})
	}
}

func TestExecLooksAtTheSession(t *testing.T) {
	tests := []struct {
		name        string
		left        time.Duration
		refreshable bool
		want        int
	}{
		{"valid", time.Hour, false, done},
		{"to be renewed by the command", -time.Hour, true, done},
		{"expired", -time.Hour, false, failed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample)
			s.token(t, "corp", tt.left, tt.refreshable)
			_, said, status := s.call("exec", "audit", "--", "true")
			if status != tt.want || (len(s.replaced) == 1) != (tt.want == done) {
				t.Errorf("it ended with %d, became %v and said %q", status, s.replaced, said)
			}
			if tt.want == failed {
				wantAll(t, said, `the session of "audit" has expired`, "awsenv: hint: aws-login audit\n")
			}
		})
	}
}

func TestExecGoesOnWithCachedRoleCredentials(t *testing.T) {
	s := newStage(t, sample)
	s.write(t, ".aws/cli/cache/"+sso.RoleFile("111111111111", "Developer", "corp", ""), fmt.Sprintf(
		`{"ProviderType": "sso", "Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": %q}}`,
		now.Add(time.Hour).Format(time.RFC3339)))
	s.must(t, "exec", "dev", "--", "true")
	s.refused(t, failed, []string{"exec", "prod", "--", "true"}, "not signed in")
}

func TestExecWithABrokenProfile(t *testing.T) {
	s := newStage(t, "[profile x]\nsso_session = gone\nsso_account_id = 1\nsso_role_name = R\n")
	s.refused(t, failed, []string{"exec", "x", "--", "true"}, `config:2: profile "x" names the sso-session "gone"`)
}

func TestExecGivesCredentials(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "HOME=/h", "AWS_PROFILE=prod")
	s.token(t, "corp", time.Hour, false)
	s.answers = map[string]answer{"aws": {out: `{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2026-11-21T13:00:00+00:00"}`}}
	s.must(t, "exec", "--credentials", "dev", "--", "docker", "run")
	want := []string{
		"HOME=/h", "AWS_ACCESS_KEY_ID=a", "AWS_SECRET_ACCESS_KEY=s", "AWS_SESSION_TOKEN=t",
		"AWS_CREDENTIAL_EXPIRATION=2026-11-21T13:00:00+00:00", "AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=eu-west-1",
	}
	if got := s.replaced[0]; !slices.Equal(got.environ, want) || !slices.Equal(got.args, []string{"docker", "run"}) {
		t.Errorf("it became %+v, want %q", got, want)
	}
	if got := s.captured[0]; !slices.Contains(got.args, "--profile=dev") || slices.Contains(got.environ, "AWS_PROFILE=prod") {
		t.Errorf("it asked %+v", got)
	}
}

func TestExecWithoutCredentialsToGive(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample)
	s.token(t, "corp", time.Hour, false)
	s.answers = map[string]answer{"aws": {errors: "ForbiddenException: No access", status: 254}}
	s.refused(t, failed, []string{"exec", "--credentials", "dev", "--", "true"}, `get keys for "dev": the role is no longer assigned`)
	if len(s.replaced) > 0 {
		t.Errorf("it became %v", s.replaced)
	}
	s.answers = map[string]answer{"aws": {errors: "first\nboom\n", status: 255}}
	s.refused(t, failed, []string{"exec", "--credentials", "dev", "--", "true"}, "aws configure export-credentials failed: boom", "hint: aws sts get-caller-identity --profile=dev")
}

func TestLoginWithACodeWhereThereIsABrowser(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, desktop)
	s.answers = map[string]answer{"aws": {out: "aws-cli/2.38.1 Python/3.14"}}
	s.call("login", "--shell", "bash", "--use-device-code", "dev")
	want := []string{"aws", "sso", "login", "--sso-session", "corp", "--no-browser", "--use-device-code"}
	if len(s.started) != 1 || !slices.Equal(s.started[0].args, want) {
		t.Errorf("it started %v, want %v", s.started, want)
	}
}

func TestLoginToASession(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, desktop, "AWS_PROFILE=dev")
	out, _ := s.must(t, "login", "--shell", "bash", "--session", "partner")
	if want := []string{"aws", "sso", "login", "--sso-session", "partner"}; len(s.started) != 1 || !slices.Equal(s.started[0].args, want) {
		t.Errorf("it ran %v, want %q", s.started, want)
	}
	s.apply(t, out)
	s.wantEnv(t, desktop, "AWS_PROFILE=dev")
}

func TestLoginToASessionRefuses(t *testing.T) {
	s := newStage(t, sample)
	s.refused(t, failed, []string{"login", "--shell", "bash", "--session", "crop"}, `there is no sso-session "crop"`, "hint: aws-login --session=corp")
	s.refused(t, misused, []string{"login", "--shell", "bash", "--session", "corp", "dev"}, "--session takes no profile")
}

func TestLoginWithoutABrowser(t *testing.T) {
	tests := []struct {
		name, version string
		environ       []string
		profile       string
		want          string // behind the session
	}{
		{"over SSH", "aws-cli/2.38.1", []string{"SSH_CONNECTION=1", "DISPLAY=:0"}, "dev", "corp --no-browser --use-device-code"},
		{"over SSH, before 2.22", "aws-cli/2.9.19", []string{"SSH_TTY=1"}, "dev", "corp --no-browser"},
		{"over SSH, with a browser all the same", "aws-cli/2.38.1", []string{"SSH_CONNECTION=1", desktop}, "dev", "corp"},
		{"login_session", "aws-cli/2.38.1", []string{"SSH_CONNECTION=1"}, "console", "console --remote"},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample+"[profile console]\nlogin_session = arn:aws:iam::111122223333:user/me\n", tt.environ...)
			s.answers = map[string]answer{"aws": {out: tt.version + " Python/3"}}
			s.must(t, "login", "--shell", "bash", tt.profile)
			if got := strings.Join(s.started[0].args, " "); !strings.HasSuffix(got, " "+tt.want) {
				t.Errorf("it ran %q, want %q at its end", got, tt.want)
			}
		})
	}
}

func TestLoginRenewsSilently(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample)
	s.token(t, "corp", -time.Hour, true)
	s.answers = map[string]answer{"aws": {}}
	s.during = func() { s.token(t, "corp", time.Hour, true) }
	_, said := s.must(t, "login", "--shell", "bash", "audit")
	if len(s.started) > 0 {
		t.Errorf("it ran %v", s.started)
	}
	got := s.captured[0]
	if want := []string{"aws", "configure", "export-credentials", "--profile=dev"}; !slices.Equal(got.args, want) || got.streams != errorsOnly {
		t.Errorf("it renewed by %+v, want %q", got, want)
	}
	wantAll(t, said, `renewed the session "corp", valid until 2026-11-21 13:00`)
}

// The AWS CLI renews the token before it asks for the role.
func TestLoginRenewsWithARoleThatIsNotAssigned(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample)
	s.token(t, "corp", -time.Hour, true)
	s.answers = map[string]answer{"aws": {errors: "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access", status: 254}}
	s.during = func() { s.token(t, "corp", time.Hour, true) }
	_, said := s.must(t, "login", "--shell", "bash", "audit")
	if len(s.started) > 0 {
		t.Errorf("it ran %v", s.started)
	}
	wantAll(t, said, `renewed the session "corp", valid until 2026-11-21 13:00`)
}

func TestLoginSignsInWhereRenewingFails(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, desktop)
	s.token(t, "corp", -time.Hour, true)
	s.answers = map[string]answer{"aws": {errors: "Error when retrieving token from sso: Token has expired and refresh failed", status: 255}}
	s.must(t, "login", "--shell", "bash", "dev")
	if len(s.started) != 1 {
		t.Errorf("it ran %v, want one aws sso login", s.started)
	}
}

func TestARefusedRenewalIsRememberedForItsToken(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, desktop, "AWS_PROFILE=dev")
	s.token(t, "corp", -time.Hour, true)
	s.answers = map[string]answer{"aws": {errors: "Token has expired and refresh failed", status: 255}}
	s.must(t, "login", "--shell", "bash", "dev")
	if got := s.statusOf(t, failed).Session.State; got != sso.Expired {
		t.Errorf("state %s, want expired", got)
	}
	s.captured = nil
	s.must(t, "login", "--shell", "bash", "dev")
	for _, c := range s.captured {
		t.Errorf("it tried again: %q", c.args)
	}
	s.token(t, "corp", -time.Minute, true)
	if got := s.statusOf(t, failed).Session.State; got != sso.Refreshable {
		t.Errorf("state of another token %s, want refreshable", got)
	}
}

func TestANetworkFailureIsNotRemembered(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, desktop, "AWS_PROFILE=dev")
	s.token(t, "corp", -time.Hour, true)
	s.answers = map[string]answer{"aws": {errors: "Could not connect to the endpoint URL", status: 255}}
	s.refused(t, failed, []string{"login", "--shell", "bash", "dev"}, "AWS cannot be reached; nothing was changed")
	if len(s.started) > 0 {
		t.Errorf("it ran %v, which would wait for a browser", s.started)
	}
	if got := s.statusOf(t, failed).Session.State; got != sso.Refreshable {
		t.Errorf("state %s, want refreshable", got)
	}
}

func TestLogoutNamesTheSessionsThatEnd(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample)
	s.token(t, "corp", time.Hour, false)
	s.token(t, "https://old.awsapps.com/start", time.Hour, false)
	_, said := s.must(t, "logout", "--shell", "bash")
	wantAll(t, said, `signed out of "`, `"corp"`, "live on until they expire")
}

func TestLogoutWithoutSessions(t *testing.T) {
	fakeAWS(t, awsV2)
	_, said := newStage(t, sample).must(t, "logout", "--shell", "bash")
	wantAll(t, said, "no session was signed in")
}

func TestExecLeavesTheRegionOfAnotherProfileBehind(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev", "AWS_REGION=us-west-2", "AWS_DEFAULT_REGION=us-west-2", "AWSENV_REGION=us-west-2")
	s.token(t, "corp", time.Hour, false)
	s.must(t, "exec", "prod", "--", "true")
	if got, want := s.replaced[0].environ, []string{"AWS_PROFILE=prod"}; !slices.Equal(got, want) {
		t.Errorf("it ran with %q, want %q", got, want)
	}
}

func TestExecOfWhatCannotBeRun(t *testing.T) {
	s := newStage(t, sample)
	s.token(t, "corp", time.Hour, false)
	s.failure = fs.ErrPermission
	s.refused(t, 126, []string{"exec", "dev", "--", "/etc/passwd"}, `run "/etc/passwd": permission denied`)
}

func TestEmptyNames(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev")
	s.refused(t, misused, []string{"login", "--shell", "bash", ""}, "the name of the profile is empty")
	s.refused(t, misused, []string{"login", "--shell", "bash", "--session", ""}, "the name of the session is empty")
	s.refused(t, misused, []string{"exec", "", "--", "true"}, "the name of the profile is empty")
}

func TestLoginEndedByAQuitSignal(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, desktop)
	s.status = quit
	s.refused(t, cancelled, []string{"login", "--shell", "bash", "dev"}, "cancelled; nothing was changed")
}
