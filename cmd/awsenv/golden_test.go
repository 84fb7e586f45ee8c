package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	tests := []struct {
		name string
		args []string
	}{
		{"help", []string{"--help"}},
		{"help-init", []string{"init", "--help"}},
		{"help-list-profiles", []string{"list-profiles", "--help"}},
		{"help-status", []string{"status", "--help"}},
		{"help-doctor", []string{"doctor", "--help"}},
		{"help-use", []string{"use", "--help"}},
		{"help-login", []string{"login", "--help"}},
		{"help-logout", []string{"logout", "--help"}},
		{"help-exec", []string{"exec", "--help"}},
		{"help-prompt", []string{"prompt", "--help"}},
		{"help-demo", []string{"demo", "--help"}},
		{"help-version", []string{"version", "--help"}},
		{"version", []string{"version"}},
		{"list-profiles", []string{"list-profiles"}},
		{"list-profiles-long", []string{"list-profiles", "--long"}},
		{"list-profiles-json", []string{"list-profiles", "--json"}},
	}
	// The width of the terminal would be kong's for wrapping.
	t.Setenv("COLUMNS", "")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample)
			s.token(t, "corp", 90*time.Minute, false)
			s.token(t, "https://old.awsapps.com/start", -time.Hour, false)
			out, said := s.must(t, tt.args...)
			if said != "" {
				t.Errorf("it said %q", said)
			}
			wantGolden(t, tt.name, out)
		})
	}
}

func wantGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("it printed\n%s\nand %s has\n%s\ngo test ./cmd/awsenv -run TestGolden -update writes it anew", got, path, want)
	}
}

func TestListProfilesForms(t *testing.T) {
	newStage(t, sample).refused(t, misused, []string{"list-profiles", "--long", "--json"}, "awsenv list-profiles --help")
}

func TestListProfilesNames(t *testing.T) {
	tests := []struct {
		name    string
		watched bool
		want    string
	}{
		{"to a program, as they are", false, "x\x1b[31m\n"},
		{"to a person, with nothing that the terminal would obey", true, "x?[31m\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, "[profile \"x\x1b[31m\"]\n")
			s.watched = tt.watched
			if out, _ := s.must(t, "list-profiles"); out != tt.want {
				t.Errorf("it printed %q, want %q", out, tt.want)
			}
		})
	}
}

func TestListProfilesWithoutFiles(t *testing.T) {
	tests := []struct{ name, flag, want string }{
		{"table", "--long", "PROFILE  ACCOUNT  ROLE  REGION  SESSION  STATE  LEFT\n"},
		{"JSON", "--json", "[]\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if out, _ := newStage(t, "").must(t, "list-profiles", tt.flag); out != tt.want {
				t.Errorf("it printed %q, want %q", out, tt.want)
			}
		})
	}
}

func TestTheHintForAWrongFlagIsACommandThatThereIs(t *testing.T) {
	s := newStage(t, sample)
	s.refused(t, misused, []string{"prompt", "--shell", "zsh"}, "awsenv prompt --help")
	s.refused(t, misused, []string{"use", "--shell", "zsh", "--nosuch"}, "aws-use --help")
}

func TestWhatPeopleTypeFirst(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"nothing", nil, "Usage: awsenv <command>"},
		{"help", []string{"help"}, "Usage: awsenv <command>"},
		{"help on a command", []string{"help", "exec"}, "Usage: awsenv exec <profile> <command>"},
		{"the version", []string{"--version"}, "awsenv " + version},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _ := newStage(t, sample).must(t, tt.args...)
			wantAll(t, out, tt.want)
		})
	}
}

func TestWhatIsMissingIsSaidInOurWords(t *testing.T) {
	s := newStage(t, sample)
	s.refused(t, misused, []string{"use", "--shell", "bash", "--region"}, "--region: a value is missing")
	s.refused(t, misused, []string{"exec", "prod"}, "no command was named")
	s.refused(t, misused, []string{"init"}, "no shell was named: bash, zsh, fish, powershell")
}

func TestUnknownVerb(t *testing.T) {
	newStage(t, sample).refused(t, misused, []string{"nonsense"}, "awsenv --help")
}
