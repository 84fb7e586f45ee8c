package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// healthy is a stage on which the doctor finds nothing: in a bash that has loaded awsenv.
func healthy(t *testing.T, config string, environ ...string) *stage {
	t.Helper()
	fakeAWS(t, awsV2)
	link(t, "bash")
	s := newStage(t, config, append(environ, "AWS_PROFILE=dev", "AWSENV_INIT="+version+" 4711 bash", "SHELL=/bin/zsh")...)
	s.from = caller{ids: []string{"4711"}}
	s.answers = map[string]answer{"aws": {out: "aws-cli/2.9.19 Python/3.11\n"}, "bash": {out: "awsenv-doctor\taws-use\tours\t\t\n"}}
	s.token(t, "corp", time.Hour, false)
	return s
}

// link puts a program of no use on PATH.
func link(t *testing.T, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(os.Getenv("PATH"), name), []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestDoctorFindsNothing(t *testing.T) {
	out, said := healthy(t, doctorSample).must(t, "doctor")
	if out != "nothing wrong was found\n" || said != "" {
		t.Errorf("printed %q and said %q", out, said)
	}
}

const doctorSample = `[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[profile dev]
sso_session = corp
sso_account_id = 111111111111
sso_role_name = Developer
region = eu-west-1
`

func TestDoctorWarns(t *testing.T) {
	out, _ := healthy(t, doctorSample+"[other]\n").must(t, "doctor")
	wantAll(t, out, "warning: ", "config:9: section [other] is ignored\n    hint: write [profile other]\n")
}

func TestDoctorFails(t *testing.T) {
	out, _, status := healthy(t, doctorSample+"stray\n").call("doctor")
	if status != failed {
		t.Errorf("it ended with %d, want %d", status, failed)
	}
	wantAll(t, out, "error: ", "config:9: ")
}

func TestDoctorAsJSON(t *testing.T) {
	s := healthy(t, doctorSample+"[other]\n")
	out, _ := s.must(t, "doctor", "--json")
	var found []finding
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err)
	}
	want := finding{"warning", problem{"ignored-section", "section [other] is ignored", filepath.Join(s.home, ".aws", "config"), 9, "write [profile other]"}}
	if len(found) != 1 || found[0] != want {
		t.Errorf("found %+v, want %+v", found, want)
	}
}

func TestDoctorAsJSONFindsNothing(t *testing.T) {
	if out, _ := healthy(t, doctorSample).must(t, "doctor", "--json"); out != "[]\n" {
		t.Errorf("printed %q, want an empty list", out)
	}
}

func TestDoctorLooksAtTheCallingShell(t *testing.T) {
	s := healthy(t, doctorSample)
	s.from = caller{} // AWSENV_INIT comes from a shell further up
	out, _ := s.must(t, "doctor")
	wantAll(t, out, "this shell has not loaded awsenv; a new one will", "hint: exec bash")
}

func TestDoctorOldVersionLoaded(t *testing.T) {
	s := healthy(t, doctorSample, "X=")
	s.environ = append(s.environ, "AWSENV_INIT=0.0.1 4711 bash")
	out, _ := s.must(t, "doctor")
	wantAll(t, out, "this shell has loaded awsenv 0.0.1, and the program is "+version)
}

func TestDoctorReadsTheModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permissions")
	}
	s := healthy(t, doctorSample)
	path := filepath.Join(s.home, ".aws", "config")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	out, _ := s.must(t, "doctor")
	wantAll(t, out, "(0644)", "hint: chmod 600 "+path)
}

func TestDoctorAsksNoShellFromAnRCFile(t *testing.T) {
	s := healthy(t, doctorSample, "AWSENV_DOCTOR=1")
	s.must(t, "doctor")
	for _, c := range s.captured {
		if filepath.Base(c.args[0]) == "bash" {
			t.Errorf("it ran %q", c.args)
		}
	}
}

func TestDoctorFindsAUniversalProfile(t *testing.T) {
	s := healthy(t, doctorSample)
	s.environ = append(s.environ, "AWSENV_INIT="+version+" 4711 fish")
	s.write(t, ".config/fish/fish_variables", "# VERSION: 3.0\nSETUVAR --export AWS_PROFILE:prod\n")
	out, _ := s.must(t, "doctor")
	wantAll(t, out, "fish_variables:2: AWS_PROFILE is a universal variable", "hint: set -eU AWS_PROFILE")
}

func TestDoctorAsksALoginShellToo(t *testing.T) {
	s := healthy(t, doctorSample)
	s.answers["bash"] = answer{out: "awsenv-doctor\taws-use\tmissing\t\t\n"}
	out, _ := s.must(t, "doctor")
	wantAll(t, out, "a new bash does not", `hint: echo 'eval "$(awsenv init bash)"' >>~/.bashrc`)
	if last := s.captured[len(s.captured)-1]; last.args[1] != "-l" {
		t.Errorf("it asked %q last", last.args)
	}
}

func TestDoctorSaysThatAShellDidNotAnswer(t *testing.T) {
	s := healthy(t, doctorSample)
	delete(s.answers, "bash")
	out, _ := s.must(t, "doctor")
	wantAll(t, out, "a new bash did not come so far as to answer")
}

func TestTheShellThatAwsenvWasTypedInto(t *testing.T) {
	tests := []struct {
		name, loaded, parent, login, want string
	}{
		{"that has loaded it", "0.1.0 4711 zsh", "sh", "/bin/bash", "zsh"},
		{"inside another that has", "0.1.0 1 zsh", "fish", "/bin/bash", "fish"},
		{"a login shell", "", "-zsh", "/bin/bash", "zsh"},
		{"not told, but another has loaded it", "0.1.0 1 zsh", "", "/bin/bash", "zsh"},
		{"by SHELL alone", "", "make", "/usr/local/bin/fish", "fish"},
		{"not told at all", "", "", "", "bash"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, "AWSENV_INIT="+tt.loaded, "SHELL="+tt.login)
			s.from = caller{[]string{"4712", "4711"}, tt.parent}
			if got := s.shell().Name; got != tt.want {
				t.Errorf("shell %s, want %s", got, tt.want)
			}
		})
	}
}

func TestLoginDoesNothingInTheShellThatTheDoctorAsks(t *testing.T) {
	s := newStage(t, sample, "AWSENV_DOCTOR=1", desktop)
	if out, said := s.must(t, "login", "--shell", "bash", "dev"); out+said != "" || len(s.started) > 0 {
		t.Errorf("it printed %q, said %q and ran %v", out, said, s.started)
	}
}

func TestDoctorGivesTheNewShellNoProfile(t *testing.T) {
	s := healthy(t, doctorSample)
	s.must(t, "doctor")
	last := s.captured[len(s.captured)-1]
	wantNone(t, strings.Join(last.environ, "\n"), "AWS_PROFILE=", "AWSENV_INIT=")
}
