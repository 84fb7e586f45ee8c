// Package sdk holds the table of package identitytest against the tools themselves.
package sdk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"awsenv/internal/identity/identitytest"
)

// whoami is the program in Go, built once.
var whoami string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "whoami")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	whoami = filepath.Join(dir, "whoami")
	build := exec.Command("go", "build", "-o", whoami, "./whoami")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v: %s", err, out)
		return 1
	}
	return m.Run()
}

func TestGo(t *testing.T) {
	for _, row := range identitytest.Rows {
		t.Run(row.Name, func(t *testing.T) {
			t.Parallel()
			compare(t, row, askGo(t, row), row.Go)
		})
	}
}

func askGo(t *testing.T, row identitytest.Row) string {
	t.Helper()
	home := t.TempDir()
	writeFiles(t, home, row)
	cmd := exec.Command(whoami)
	cmd.Env = append(cleanEnv(home), row.Environ...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(out), "\n")
}

func writeFiles(t *testing.T, home string, row identitytest.Row) {
	t.Helper()
	if err := os.Mkdir(filepath.Join(home, ".aws"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"config": row.Config, "credentials": row.Credentials} {
		if err := os.WriteFile(filepath.Join(home, ".aws", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// cleanEnv has no instance to ask: where there is none, asking takes seconds.
func cleanEnv(home string) []string {
	return []string{"HOME=" + home, "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "AWS_EC2_METADATA_DISABLED=true"}
}

func TestBoto3(t *testing.T) {
	comparePython(t, boto3(), func(row identitytest.Row) string { return row.Boto3 })
}

func TestCLI(t *testing.T) {
	comparePython(t, cli(), func(row identitytest.Row) string { return row.CLI })
}

// tool is a command that runs whoami.py on the modules of one tool.
type tool []string

func boto3() tool {
	python := os.Getenv("AWSENV_TEST_PYTHON")
	if python == "" {
		python = "/usr/bin/python3"
	}
	return tool{python, "whoami.py"}
}

// cli is the CLI of the distribution's Python: another python3 may come first on PATH, and it has no awscli
// or one of version 1.
func cli() tool {
	return tool{"/usr/bin/python3", "whoami.py", "--cli"}
}

func comparePython(t *testing.T, asked tool, column func(identitytest.Row) string) {
	old := !knowsLogin(t, asked)
	for i, got := range ask(t, asked) {
		row := identitytest.Rows[i]
		want := column(row)
		if old && row.Old != "" {
			want = row.Old
		}
		t.Run(row.Name, func(t *testing.T) { compare(t, row, got, want) })
	}
}

// compare shows the whole situation where two identities differ.
func compare(t *testing.T, row identitytest.Row, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got %q, want %q\nconfig:\n%s\ncredentials:\n%s\nenvironment: %q",
			got, want, row.Config, row.Credentials, row.Environ)
	}
}

// knowsLogin tells whether a tool is new enough for login_session. It skips, or fails where the
// test is required, if the tool is not there.
func knowsLogin(t *testing.T, asked tool) bool {
	t.Helper()
	give := t.Skipf
	if os.Getenv("AWSENV_TEST_REQUIRE") == "1" {
		give = t.Fatalf
	}
	cmd := asked.command(t, "--knows-login")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	answer, err := cmd.Output()
	if err != nil {
		give("NOT COMPARED: %v does not run: %v: %s", asked, err, &stderr)
	}
	return strings.TrimSpace(string(answer)) == "true"
}

func (asked tool) command(t *testing.T, more ...string) *exec.Cmd {
	t.Helper()
	words := slices.Concat(asked, more)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Env = cleanEnv(t.TempDir())
	return cmd
}

// question is one row as whoami.py reads it.
type question struct {
	Config      string            `json:"config"`
	Credentials string            `json:"credentials"`
	Environ     map[string]string `json:"environ"`
}

// ask puts all rows to one tool.
func ask(t *testing.T, asked tool) []string {
	t.Helper()
	var questions []question
	for _, row := range identitytest.Rows {
		questions = append(questions, question{row.Config, row.Credentials, environ(row)})
	}
	return answers(t, asked, questions)
}

// answers puts all questions to one process: loading the modules takes longer than answering.
func answers(t *testing.T, asked tool, questions []question) []string {
	t.Helper()
	var in bytes.Buffer
	enc := json.NewEncoder(&in)
	for _, q := range questions {
		if err := enc.Encode(q); err != nil {
			t.Fatal(err)
		}
	}
	cmd := asked.command(t)
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(questions) {
		t.Fatalf("%d answers to %d questions", len(lines), len(questions))
	}
	return lines
}

func environ(row identitytest.Row) map[string]string {
	m := map[string]string{}
	for _, variable := range row.Environ {
		name, value, _ := strings.Cut(variable, "=")
		m[name] = value
	}
	return m
}

// TestRowNames: a row is found by its name.
func TestRowNames(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range identitytest.Rows {
		if seen[row.Name] {
			t.Errorf("two rows are named %q", row.Name)
		}
		seen[row.Name] = true
	}
}
