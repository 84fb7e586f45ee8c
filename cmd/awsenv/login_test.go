package main

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

const awsV2 = "aws-cli/2.30.0"

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
			s := newStage(t, sample)
			out, _ := s.must(t, "login", "--shell", "bash", tt.profile)
			if len(s.started) != 1 || !slices.Equal(s.started[0].args, tt.want) {
				t.Fatalf("it ran %v, want %q", s.started, tt.want)
			}
			if s.started[0].streams != talkOnly {
				t.Error("what aws prints would be evaluated by the shell")
			}
			s.apply(t, out)
			s.wantEnv(t, "AWS_PROFILE="+tt.profile)
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
		name         string
		status, want int
		said         string
	}{
		{"refused", 254, failed, "aws sso login --sso-session corp ended with status 254; nothing was changed"},
		{"network", 255, failed, "ended with status 255"},
		{"Ctrl-C", 130, cancelled, "cancelled; nothing was changed"},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample)
			s.status = tt.status
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
	s := newStage(t, sample)
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
			s := newStage(t, tt.config, tt.environ...)
			out, _ := s.must(t, "login", "--shell", "bash")
			if len(s.started) != 1 || !strings.HasSuffix(strings.Join(s.started[0].args, " "), "--sso-session "+tt.session) {
				t.Fatalf("it ran %v, want the session %s", s.started, tt.session)
			}
			s.apply(t, out)
			s.wantEnv(t, tt.want...)
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
	s.refused(t, cancelled, []string{"logout", "--shell", "bash"}, "aws sso logout failed; nothing was changed")
}

func TestExec(t *testing.T) {
	s := newStage(t, sample, "HOME=/h", "AWS_PROFILE=prod", "AWS_DEFAULT_PROFILE=prod", "AWS_ACCESS_KEY_ID=x",
		"AWS_REGION=us-east-2", "AWSENV_STATE={}")
	s.must(t, "exec", "dev", "--", "terraform", "plan", "--help", "--", "-x")
	if len(s.replaced) != 1 {
		t.Fatalf("it became %v", s.replaced)
	}
	c := s.replaced[0]
	if want := []string{"terraform", "plan", "--help", "--", "-x"}; !slices.Equal(c.args, want) {
		t.Errorf("it ran %q, want %q", c.args, want)
	}
	if want := []string{"HOME=/h", "AWS_REGION=us-east-2", "AWS_PROFILE=dev"}; !slices.Equal(c.environ, want) {
		t.Errorf("with %q, want %q", c.environ, want)
	}
}

func TestExecEndsAsTheCommandDid(t *testing.T) {
	s := newStage(t, sample)
	s.status = 42
	if _, said, status := s.call("exec", "dev", "--", "false"); status != 42 || said != "" {
		t.Errorf("status %d, said %q; want 42 in silence", status, said)
	}
}

func TestExecWithoutACommandToBecome(t *testing.T) {
	s := newStage(t, sample)
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

func TestExecTellsNothingOfTheSession(t *testing.T) {
	s := newStage(t, sample)
	s.token(t, "corp", -time.Hour, false)
	if _, said := s.must(t, "exec", "dev", "--", "true"); said != "" {
		t.Errorf("it said %q", said)
	}
}
