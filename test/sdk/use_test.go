package sdk

import (
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"awsenv/internal/identity/identitytest"
	"awsenv/internal/sso"
)

// The proof from outside: what awsenv status foretells for a family of tools is what that family is, in a shell after
// aws-use and in a program that awsenv exec runs.

// notForetold are rows for which the address of a container would have to be looked up.
const notForetold = "full URI of a container that is no local one"

// inShell prints, for one row: the status, what a Go program is after aws-use and under exec, and the environment.
const inShell = `eval "$(awsenv init bash)"
aws-use p 2>/dev/null || exit 9
awsenv status --json
printf '\0'
"$WHOAMI"
printf '\0'
awsenv exec p -- "$WHOAMI" 2>/dev/null
printf '\0'
env -0`

// used is what was seen of a row.
type used struct {
	row       identitytest.Row
	foretold  foretelling
	after     string // the Go program after aws-use
	underExec string
	environ   map[string]string // after aws-use
}

// foretelling is what awsenv status says of each family, as much as its JSON tells.
type foretelling struct {
	who
	Others []struct {
		Tools string
		who
	}
}

type who struct {
	Credentials string
	Account     string `json:"account_id"`
	Role        string `json:"role_name"`
}

// of is what is foretold for a family: the same as for the AWS CLI where it is not told otherwise.
func (f foretelling) of(family string) who {
	for _, other := range f.Others {
		if other.Tools == family {
			return other.who
		}
	}
	return f.who
}

func TestAfterUse(t *testing.T) {
	rows := useAll(t)
	for _, r := range rows {
		t.Run("Go/"+r.row.Name, func(t *testing.T) { wantForetold(t, r, "go", r.after) })
		t.Run("Go under exec/"+r.row.Name, func(t *testing.T) {
			if r.underExec == "" && r.foretold.Credentials == "none" {
				return // awsenv exec starts nothing with a profile that the AWS CLI could not use
			}
			wantForetold(t, r, "go", r.underExec)
		})
	}
	for family, asked := range map[string]tool{"boto3": boto3(), "aws-cli": cli()} {
		old := !knowsLogin(t, asked)
		known := slices.DeleteFunc(slices.Clone(rows), func(r used) bool { return old && (r.row.Old != "" || r.foretold.Credentials == "login") })
		for i, line := range askUsed(t, asked, known) {
			t.Run(family+"/"+known[i].row.Name, func(t *testing.T) { wantForetold(t, known[i], family, line) })
		}
	}
}

func wantForetold(t *testing.T, r used, family, line string) {
	t.Helper()
	if line == "" {
		t.Fatalf("it said nothing; foretold %+v", r.foretold)
	}
	if got, want := parse(line), r.foretold.of(family); got != want {
		t.Errorf("it is %+v (%s), foretold %+v\nconfig:\n%s\ncredentials:\n%s\nenvironment: %q",
			got, line, want, r.row.Config, r.row.Credentials, r.environ)
	}
}

var roleARN = regexp.MustCompile(`^arn:aws:iam::(\d+):role/(\S+)`)

// parse reads what the programs print, as far as awsenv foretells it.
func parse(line string) who {
	words := strings.Fields(line)
	if words[0] == "error" || words[0] == "none" {
		return who{Credentials: "none"}
	}
	w := who{Credentials: words[0]}
	switch w.Credentials {
	case "sso":
		w.Account, w.Role = words[1], words[2]
	case "assume-role", "web-identity":
		if found := roleARN.FindStringSubmatch(words[1]); found != nil {
			w.Account, w.Role = found[1], found[2]
		}
	}
	return w
}

// useAll runs aws-use p for all rows in which it can: a profile of the name is there, and no file is refused.
func useAll(t *testing.T) []used {
	t.Helper()
	path := filepath.Dir(binary(t))
	found := make([]*used, len(identitytest.Rows))
	var all sync.WaitGroup
	free := make(chan bool, 2*runtime.NumCPU())
	for i, row := range identitytest.Rows {
		free <- true
		all.Go(func() {
			found[i] = use(t, row, path)
			<-free
		})
	}
	all.Wait()
	var rows []used
	for _, r := range found {
		if r != nil && r.row.Name != notForetold {
			rows = append(rows, *r)
		}
	}
	if len(rows) < 100 {
		t.Fatalf("only %d rows could be used", len(rows))
	}
	return rows
}

// binary is the awsenv under test.
func binary(t *testing.T) string {
	t.Helper()
	if bin := os.Getenv("AWSENV_TEST_BIN"); bin != "" && filepath.Base(bin) == "awsenv" {
		return bin
	}
	bin := filepath.Join(t.TempDir(), "awsenv")
	build := exec.Command("go", "build", "-C", "../..", "-o", bin, "./cmd/awsenv")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return bin
}

// use is nil where aws-use refuses.
func use(t *testing.T, row identitytest.Row, path string) *used {
	t.Helper()
	home := t.TempDir()
	writeFiles(t, home, row)
	signIn(t, home)
	cmd := exec.Command(cmp.Or(os.Getenv("AWSENV_TEST_BASH"), "bash"), "--norc", "-c", inShell)
	cmd.Env = append(cleanEnv(home), "WHOAMI="+whoami, "PATH="+path+":/usr/bin:/bin")
	cmd.Env = append(cmd.Env, row.Environ...)
	cmd.Stderr = os.Stderr
	out, _ := cmd.Output()
	if cmd.ProcessState.ExitCode() == 9 {
		return nil
	}
	parts := strings.SplitN(string(out), "\x00", 4)
	if len(parts) < 4 {
		t.Errorf("%s: bash printed %q", row.Name, out)
		return nil
	}
	r := &used{row: row, after: parts[1], underExec: parts[2], environ: awsVariables(parts[3])}
	if err := json.Unmarshal([]byte(parts[0]), &r.foretold); err != nil {
		t.Errorf("%s: %v in %s", row.Name, err, parts[0])
	}
	return r
}

// signIn leaves tokens for the sessions of the rows, without which awsenv exec starts nothing. They open nothing.
func signIn(t *testing.T, home string) {
	t.Helper()
	cache := filepath.Join(home, ".aws", "sso", "cache")
	if err := os.MkdirAll(cache, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"s", "", "https://s.awsapps.com/start", "https://s.awsapps.com/start/"} {
		token := `{"accessToken": "none", "expiresAt": "2099-01-01T00:00:00Z"}`
		if err := os.WriteFile(filepath.Join(cache, sso.CacheFile(name)), []byte(token), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func awsVariables(env string) map[string]string {
	found := map[string]string{}
	for _, v := range strings.Split(env, "\x00") {
		if name, value, _ := strings.Cut(v, "="); strings.HasPrefix(name, "AWS_") {
			found[name] = value
		}
	}
	return found
}

// askUsed puts the rows as they are after aws-use to one process.
func askUsed(t *testing.T, asked tool, rows []used) []string {
	t.Helper()
	var questions []question
	for _, r := range rows {
		questions = append(questions, question{r.row.Config, r.row.Credentials, r.environ})
	}
	return answers(t, asked, questions)
}
