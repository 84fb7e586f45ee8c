package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"awsenv/internal/picker"
	"awsenv/internal/sso"
)

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// sample is the config file of most tests.
const sample = `[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[sso-session partner]
sso_start_url = https://partner.awsapps.com/start
sso_region = us-east-1
[profile dev]
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Developer
region = eu-west-1
[profile prod]
sso_session = corp
sso_account_id = 333333333333
sso_role_name = ReadOnly
region = eu-west-1
[profile data/lake:analyst]
sso_session = partner
sso_account_id = 444444444444
sso_role_name = Analyst
region = eu-central-1
[profile "team sandbox"]
sso_session = corp
sso_account_id = 555555555555
sso_role_name = Administrator
[profile legacy]
sso_start_url = https://old.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 888888888888
sso_role_name = Support
[profile audit]
role_arn = arn:aws:iam::666666666666:role/Auditor
source_profile = dev
[profile keys]
aws_access_key_id = EXAMPLEKEYID
aws_secret_access_key = none
region = us-east-1
[profile -dash]
sso_session = corp
`

// stage is a world in which nothing is real but the files of a home folder of its own.
type stage struct {
	*world
	out, said bytes.Buffer
	started   []command
	replaced  []command
	captured  []command
	from      caller
	picked    [][]string // the rows that were shown, how, and what is chosen
	options   picker.Options
	choice    int
	refusal   error
	during    func()            // what a captured program does
	answers   map[string]answer // of the programs that are captured, by their name
	complaint string            // of the programs that are started, on stderr
	status    int               // of the programs that are started or become awsenv
	failure   error             // of starting them
}

func newStage(t testing.TB, config string, environ ...string) *stage {
	t.Helper()
	s := &stage{}
	s.world = &world{
		program: "awsenv", environ: environ, home: t.TempDir(), now: now,
		stdout: &s.out, stderr: &s.said,
		start: func(c command) (answer, error) {
			s.started = append(s.started, c)
			return answer{status: s.status, errors: s.complaint}, s.failure
		},
		caller: func() caller { return s.from },
		pick: func(rows [][]string, o picker.Options) (int, error) {
			s.picked, s.options = rows, o
			return s.choice, s.refusal
		},
		capture: func(c command, _ time.Duration) (answer, error) {
			s.captured = append(s.captured, c)
			if s.during != nil {
				s.during()
			}
			said, ok := s.answers[filepath.Base(c.args[0])]
			if !ok {
				return said, errors.New("it does not answer")
			}
			return said, nil
		},
		replace: func(c command) (int, error) {
			s.replaced = append(s.replaced, c)
			return s.status, s.failure
		},
	}
	s.refusal = picker.ErrNoTerminal
	s.write(t, ".aws/config", config)
	return s
}

func (s *stage) write(t testing.TB, name, text string) {
	t.Helper()
	path := filepath.Join(s.home, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// token leaves a token for a session that ends after a while, with what a refresh needs if it can be refreshed.
func (s *stage) token(t testing.TB, session string, after time.Duration, refreshable bool) {
	t.Helper()
	more := ""
	if refreshable {
		more = `, "refreshToken": "r", "clientId": "c", "clientSecret": "s", "registrationExpiresAt": "2026-12-31T00:00:00Z"`
	}
	s.write(t, ".aws/sso/cache/"+sso.CacheFile(session),
		fmt.Sprintf(`{"accessToken": "a", "expiresAt": %q%s}`, now.Add(after).Format(time.RFC3339), more))
}

// call runs awsenv and tells what it printed, what it said, and its status.
func (s *stage) call(args ...string) (out, said string, status int) {
	s.out.Reset()
	s.said.Reset()
	status = run(append([]string{"awsenv"}, args...), s.world)
	return s.out.String(), s.said.String(), status
}

// must runs awsenv and wants it to succeed.
func (s *stage) must(t testing.TB, args ...string) (out, said string) {
	t.Helper()
	out, said, status := s.call(args...)
	if status != done {
		t.Fatalf("awsenv %q ended with %d and said\n%s", args, status, said)
	}
	return out, said
}

// refused runs awsenv and wants a status, an empty stdout, and all of some texts said.
func (s *stage) refused(t *testing.T, want int, args []string, texts ...string) {
	t.Helper()
	out, said, status := s.call(args...)
	if status != want {
		t.Errorf("awsenv %q ended with %d, want %d", args, status, want)
	}
	if out != "" {
		t.Errorf("awsenv %q printed %q, want nothing", args, out)
	}
	wantAll(t, said, texts...)
}

func wantAll(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("there is no %q in:\n%s", part, text)
		}
	}
}

func wantNone(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(text, part) {
			t.Errorf("there is a %q in:\n%s", part, text)
		}
	}
}

func set(vars ...string) variables {
	out := variables{}
	for _, v := range vars {
		name, value, _ := strings.Cut(v, "=")
		out[name] = value
	}
	return out
}

var (
	exportLine = regexp.MustCompile(`(?m)^\\builtin export (\w+)='([^']*)' &&$`)
	unsetLine  = regexp.MustCompile(`(?m)^\\builtin unset -v (.*)$`)
	stateLine  = regexp.MustCompile(`(?m)^__awsenv_state='([^']*)' &&$`)
)

// apply does to the environment what a script for bash does, and keeps its state.
func (s *stage) apply(t *testing.T, script string) {
	t.Helper()
	kept := stateLine.FindStringSubmatch(script)
	if kept == nil {
		t.Fatalf("the script keeps no state:\n%s", script)
	}
	gone := []string{stateVariable}
	for _, line := range unsetLine.FindAllStringSubmatch(script, -1) {
		gone = append(gone, strings.Fields(line[1])...)
	}
	added := []string{stateVariable + "=" + kept[1]}
	for _, line := range exportLine.FindAllStringSubmatch(script, -1) {
		gone = append(gone, line[1])
		added = append(added, line[1]+"="+line[2])
	}
	s.environ = append(s.without(gone...), added...)
}

// use runs aws-use in the stage's shell, and tells what it said.
func (s *stage) use(t *testing.T, args ...string) (said string) {
	t.Helper()
	out, said := s.must(t, append([]string{"use", "--shell", "bash"}, args...)...)
	s.apply(t, out)
	return said
}

// wantEnv compares the whole environment but for what the shell keeps for awsenv.
func (s *stage) wantEnv(t *testing.T, want ...string) {
	t.Helper()
	got := slices.Sorted(slices.Values(s.without()))
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("environment %q, want %q", got, want)
	}
}

// fakeAWS puts an aws on PATH that only tells its version.
func fakeAWS(t *testing.T, version string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in for aws is a shell script")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "aws"), []byte("#!/bin/sh\necho "+version+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
}

func TestLookupTakesTheLast(t *testing.T) {
	w := &world{environ: []string{"A=1", "B=2", "A=3"}}
	if got := w.get("A"); got != "3" {
		t.Errorf("A is %q, want 3", got)
	}
}

func TestWithoutDropsWhatIsAwsenvsOwn(t *testing.T) {
	w := &world{environ: []string{"A=1", "AWSENV_STATE={}", "AWSENV_ARGS=[]", "B=2", "AB=3"}}
	if got, want := w.without("A"), []string{"B=2", "AB=3"}; !slices.Equal(got, want) {
		t.Errorf("without = %q, want %q", got, want)
	}
}
