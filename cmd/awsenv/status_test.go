package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"awsenv/internal/sso"
)

// statusOf runs awsenv status --json and reads what it prints.
func (s *stage) statusOf(t *testing.T, want int, args ...string) status {
	t.Helper()
	out, said, ended := s.call(append([]string{"status", "--json"}, args...)...)
	if ended != want || said != "" {
		t.Errorf("awsenv status ended with %d, want %d, and said %q", ended, want, said)
	}
	var got status
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return got
}

func codes(problems []problem) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Code)
	}
	return all
}

func TestStatus(t *testing.T) {
	const plain = sample + "[profile plain]\nregion = eu-west-1\n"
	const withDefault = sample + "[default]\nsso_account_id = 999999999999\nsso_role_name = R\nsso_session = corp\nregion = eu-west-1\n"
	keys := []string{"AWS_ACCESS_KEY_ID=x", "AWS_SECRET_ACCESS_KEY=y"}
	type env = []string
	tests := []struct {
		name, config string
		environ      env
		ended        int
		want         string // profile, its source, account, role, region, its source, credentials
		codes        []string
	}{
		{"SSO", sample, env{"AWS_PROFILE=dev"}, done, "dev AWS_PROFILE 111111111111 Developer eu-west-1 profile sso", nil},
		{"AWS_DEFAULT_PROFILE", sample, env{"AWS_DEFAULT_PROFILE=dev"}, done, "dev AWS_DEFAULT_PROFILE 111111111111 Developer eu-west-1 profile sso", []string{"other-identity"}},
		{"default", withDefault, nil, done, "default default 999999999999 R eu-west-1 profile sso", nil},
		{"role", sample, env{"AWS_PROFILE=audit", "AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=eu-west-1"}, done, "audit AWS_PROFILE 666666666666 Auditor eu-west-1 AWS_REGION assume-role", nil},
		{"static keys", sample, env{"AWS_PROFILE=keys"}, done, "keys AWS_PROFILE   us-east-1 profile static", nil},
		{"keys in the environment, nothing else", sample, keys, done, "      environment", nil},
		{"shadowed", sample, append(keys, "AWS_PROFILE=dev"), failed, "dev AWS_PROFILE   eu-west-1 profile environment", []string{"shadowed", "other-identity"}},
		{"signed out", sample, env{"AWS_PROFILE=data/lake:analyst"}, failed, "data/lake:analyst AWS_PROFILE 444444444444 Analyst eu-central-1 profile sso", []string{"signed-out"}},
		{"unknown", sample, env{"AWS_PROFILE=porf"}, failed, "porf AWS_PROFILE     none", []string{"unknown-profile"}},
		{"empty", sample, env{"AWS_PROFILE="}, failed, " AWS_PROFILE     none", []string{"empty-profile"}},
		{"nobody", sample, nil, failed, "      none", []string{"no-profile"}},
		{"no credentials", plain, env{"AWS_PROFILE=plain"}, failed, "plain AWS_PROFILE   eu-west-1 profile none", []string{"no-credentials"}},
		{"refused file", sample + "stray\n", env{"AWS_PROFILE=dev"}, failed, "dev AWS_PROFILE 111111111111 Developer eu-west-1 profile sso", []string{"stray-line"}},
		{"a region of the user's own", sample, env{"AWS_PROFILE=dev", "AWS_DEFAULT_REGION=us-east-1"}, done, "dev AWS_PROFILE 111111111111 Developer us-east-1 AWS_DEFAULT_REGION sso", []string{"region-override"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, tt.config, tt.environ...)
			s.token(t, "corp", time.Hour, false)
			got := s.statusOf(t, tt.ended)
			if line := strings.Join([]string{got.Profile, got.ProfileSource, got.Account, got.Role, got.Region, got.RegionSource, string(got.Credentials)}, " "); line != tt.want {
				t.Errorf("status %q, want %q", line, tt.want)
			}
			if !slices.Equal(codes(got.Problems), tt.codes) {
				t.Errorf("problems %q, want %q", codes(got.Problems), tt.codes)
			}
		})
	}
}

func TestStatusOfTheSession(t *testing.T) {
	tests := []struct {
		name        string
		left        time.Duration
		refreshable bool
		ended       int
		state, ends string
	}{
		{"valid", time.Hour, false, done, "valid", "2026-11-21T13:00:00Z"},
		{"refreshable", -time.Hour, true, failed, "refreshable", "2026-11-21T11:00:00Z"},
		{"expired", -time.Hour, false, failed, "expired", "2026-11-21T11:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, "AWS_PROFILE=audit")
			s.token(t, "corp", tt.left, tt.refreshable)
			got := s.statusOf(t, tt.ended).Session
			want := &sessionStatus{Name: "corp", StartURL: "https://corp.awsapps.com/start", Region: "eu-west-1", State: got.State, ExpiresAt: tt.ends}
			if string(got.State) != tt.state || !reflect.DeepEqual(got, want) {
				t.Errorf("session %+v, want %s and %+v", got, tt.state, want)
			}
		})
	}
}

func TestStatusOfLegacySession(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=legacy")
	s.token(t, "https://old.awsapps.com/start", time.Hour, false)
	want := &sessionStatus{StartURL: "https://old.awsapps.com/start", Region: "eu-west-1", State: "valid", ExpiresAt: "2026-11-21T13:00:00Z"}
	if got := s.statusOf(t, done).Session; !reflect.DeepEqual(got, want) {
		t.Errorf("session %+v, want %+v", got, want)
	}
}

func TestStatusKeys(t *testing.T) {
	s := newStage(t, sample)
	out, _, _ := s.call("status", "--json")
	var got map[string]any
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"profile", "profile_source", "account_id", "role_name", "region", "region_source", "credentials", "session", "problems"} {
		if _, ok := got[key]; !ok {
			t.Errorf("there is no key %q in %s", key, out)
		}
	}
}

func TestStatusOfAProfileIsAsAfterUse(t *testing.T) {
	s := newStage(t, sample, "AWS_ACCESS_KEY_ID=x", "AWS_SECRET_ACCESS_KEY=y", "AWS_DEFAULT_PROFILE=keys",
		"AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=us-east-1", "AWSENV_REGION=us-east-1")
	s.token(t, "corp", time.Hour, false)
	asked := s.statusOf(t, done, "dev")
	s.use(t, "dev")
	if used := s.statusOf(t, done); !reflect.DeepEqual(asked, used) {
		t.Errorf("asked before: %+v\nafter aws-use: %+v", asked, used)
	}
}

func TestStatusNamesOtherFamilies(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev")
	s.write(t, ".aws/credentials", "[dev]\naws_access_key_id = EXAMPLE\naws_secret_access_key = none\n")
	s.token(t, "corp", time.Hour, false)
	got := s.statusOf(t, done)
	want := []otherStatus{{Tools: "go", Credentials: "static", Profile: "dev"}, {Tools: "javascript", Credentials: "static", Profile: "dev"}}
	if !reflect.DeepEqual(got.Others, want) {
		t.Errorf("others %+v, want %+v", got.Others, want)
	}
	if p := got.Problems[0]; p.Code != "other-identity" || p.Line != 2 || !strings.HasSuffix(p.File, "credentials") {
		t.Errorf("problem %+v", p)
	}
}

func TestStatusForPeople(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev")
	s.token(t, "corp", 90*time.Minute, false)
	out, said := s.must(t, "status")
	want := `profile      dev (AWS_PROFILE)
account      111111111111
role         Developer
region       eu-west-1 (HOME/.aws/config:11)
credentials  sso
session      corp (valid until 2026-11-21 13:30, 1h30m left)
`
	if got := strings.ReplaceAll(out, s.home, "HOME"); got != want || said != "" {
		t.Errorf("printed\n%s\nwant\n%s\nsaid %q", got, want, said)
	}
}

func TestStatusSaysWhatIsWrong(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=porf")
	_, said, _ := s.call("status")
	if want := "awsenv: AWS_PROFILE names the profile \"porf\", which does not exist\nawsenv: hint: aws-use prod\n"; said != want {
		t.Errorf("said %q, want %q", said, want)
	}
}

func TestStatusShowsHostileNamesHarmlessly(t *testing.T) {
	s := newStage(t, "[profile \"a\x1b]0;x\a\u202e\"]\nregion = \x1b[31m\n", "AWS_PROFILE=a\x1b]0;x\a\u202e")
	out, said, _ := s.call("status")
	wantNone(t, out+said, "\x1b", "\a", "\u202e")
}

func TestVerify(t *testing.T) {
	const good = `{"UserId": "U:me", "Account": "111111111111", "Arn": "arn:aws:sts::111111111111:assumed-role/Developer/me"}`
	tests := []struct {
		name  string
		said  answer
		ended int
		code  string
		hint  string
	}{
		{"the account that was expected", answer{out: good}, done, "", ""},
		{"another account", answer{out: strings.ReplaceAll(good, "1111", "9999")}, failed, "wrong-account", "awsenv doctor"},
		{"revoked", answer{errors: "\nThe SSO session associated with this profile has expired or is otherwise invalid. To refresh", status: 255}, failed, "revoked", "aws-login --force dev"},
		{"not assigned", answer{errors: "\nAn error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access", status: 254}, failed, "not-assigned", "aws-use"},
		{"no network", answer{errors: "\nCould not connect to the endpoint URL: \"https://sts.eu-west-1.amazonaws.com/\"", status: 255}, failed, "no-network", "HTTPS_PROXY"},
		{"refresh failed", answer{errors: "Error when retrieving token from sso: Token has expired and refresh failed", status: 255}, failed, "expired", "aws-login dev"},
		{"an AWS CLI with a fault", answer{errors: "\n'NoneType' object has no attribute 'get_frozen_token'", status: 255}, failed, "old-cli", "update the AWS CLI"},
		{"something else", answer{errors: "\nsomething\nelse", status: 255}, failed, "verify-failed", ""},
		{"no JSON", answer{out: "hello"}, failed, "verify-failed", ""},
	}
	fakeAWS(t, awsV2)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, "AWS_PROFILE=dev")
			s.token(t, "corp", time.Hour, false)
			s.answers = map[string]answer{"aws": tt.said}
			got := s.statusOf(t, tt.ended, "--verify")
			last := problem{}
			if len(got.Problems) > 0 {
				last = got.Problems[len(got.Problems)-1]
			}
			if last.Code != tt.code || !strings.Contains(last.Hint, tt.hint) {
				t.Errorf("problems %+v, want %s with %q", got.Problems, tt.code, tt.hint)
			}
		})
	}
}

func TestVerifyRemembersARefusedRenewal(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "AWS_PROFILE=audit")
	s.token(t, "corp", -time.Hour, true)
	s.answers = map[string]answer{"aws": {errors: "Error when retrieving token from sso: Token has expired and refresh failed", status: 255}}
	if got := s.statusOf(t, failed, "--verify").Session.State; got != sso.Expired {
		t.Errorf("state %s, want expired", got)
	}
	if got := s.statusOf(t, failed).Session.State; got != sso.Expired {
		t.Errorf("state %s afterwards, want expired", got)
	}
}

func TestVerifyAddsTheARN(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "AWS_PROFILE=keys")
	s.answers = map[string]answer{"aws": {out: `{"Account": "777777777777", "Arn": "arn:aws:iam::777777777777:user/robot"}`}}
	got := s.statusOf(t, done, "--verify")
	if got.ARN != "arn:aws:iam::777777777777:user/robot" || got.Account != "777777777777" {
		t.Errorf("status %+v", got)
	}
}

func TestVerifyDoesNotAskInVain(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "AWS_PROFILE=gone")
	s.statusOf(t, failed, "--verify")
	if len(s.captured) > 0 {
		t.Errorf("it ran %v", s.captured)
	}
}

func TestVerifyOfKeysInTheEnvironmentStaysShadowed(t *testing.T) {
	fakeAWS(t, awsV2)
	s := newStage(t, sample, "AWS_PROFILE=dev", "AWS_ACCESS_KEY_ID=x", "AWS_SECRET_ACCESS_KEY=y")
	s.answers = map[string]answer{"aws": {out: `{"Account": "777777777777", "Arn": "arn:aws:iam::777777777777:user/robot"}`}}
	if got := s.statusOf(t, failed, "--verify"); got.Account != "777777777777" {
		t.Errorf("status %+v", got)
	}
}

func TestStatusTellsOfCachedRoleCredentials(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev")
	s.write(t, ".aws/cli/cache/"+sso.RoleFile("111111111111", "Developer", "corp", ""), fmt.Sprintf(
		`{"ProviderType": "sso", "Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": %q}}`,
		now.Add(time.Hour).Format(time.RFC3339)))
	if got := s.statusOf(t, done); got.CachedUntil != "2026-11-21T12:45:00Z" || got.Session.State != sso.None {
		t.Errorf("status %+v", got)
	}
	out, _ := s.must(t, "status")
	wantAll(t, out, "credentials  sso (the AWS CLI has some until 2026-11-21 12:45)", "session      corp (signed out)")
}

func TestStatusOfAProfileThatIsNotThere(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev")
	s.refused(t, failed, []string{"login", "--shell", "bash", "zzzzzzz"}, `there is no profile "zzzzzzz"`)
	_, said, _ := s.call("status", "zzzzzzz")
	wantAll(t, said, `awsenv: there is no profile "zzzzzzz"`, "hint: awsenv list-profiles")
}

func TestHintsInJSONCanBePasted(t *testing.T) {
	s := newStage(t, "[profile a]\nregion = <eu>&west\n", "AWS_PROFILE=a")
	out, _, _ := s.call("status", "--json")
	wantAll(t, out, "<eu>&west")
}
