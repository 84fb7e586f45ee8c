package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"awsenv/shells"
)

func TestUseSwitches(t *testing.T) {
	s := newStage(t, sample, "HOME=/h", "AWS_PROFILE=prod")
	s.use(t, "dev")
	s.wantEnv(t, "HOME=/h", "AWS_PROFILE=dev")
}

func TestUsePrintsCodeForEveryShell(t *testing.T) {
	for _, name := range shells.Names() {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, sample)
			if out, _ := s.must(t, "use", "--shell", name, "dev"); out == "" {
				t.Error("there is no code")
			}
		})
	}
}

func TestUseRemovesWhatWouldWin(t *testing.T) {
	s := newStage(t, sample, "AWS_ACCESS_KEY_ID=x", "AWS_SECRET_ACCESS_KEY=y", "AWS_DEFAULT_PROFILE=prod", "AWS_ROLE_ARN=z")
	said := s.use(t, "dev")
	s.wantEnv(t, "AWS_PROFILE=dev")
	wantAll(t, said, "removing AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_DEFAULT_PROFILE, AWS_ROLE_ARN, which would win over AWS_PROFILE")
}

func TestUseShowsNoSecret(t *testing.T) {
	s := newStage(t, sample, "AWS_ACCESS_KEY_ID=opaque1", "AWS_SECRET_ACCESS_KEY=opaque2", "AWS_SESSION_TOKEN=opaque3")
	out, said := s.must(t, "use", "--shell", "bash", "dev")
	wantNone(t, out+said, "opaque")
}

func TestUseSaysNothingWhereNothingIsWrong(t *testing.T) {
	s := newStage(t, sample)
	s.token(t, "corp", time.Hour, false)
	if said := s.use(t, "dev"); said != "" {
		t.Errorf("it said %q", said)
	}
}

func TestUseTellsTheSession(t *testing.T) {
	tests := []struct {
		name, profile string
		prepare       func(s *stage)
		want          string // empty: nothing is said
	}{
		{"valid", "dev", func(s *stage) { s.token(t, "corp", time.Hour, false) }, ""},
		{"refreshable", "dev", func(s *stage) { s.token(t, "corp", -time.Hour, true) }, ""},
		{"expired", "dev", func(s *stage) { s.token(t, "corp", -time.Hour, false) }, `the session of "dev" has expired`},
		{"none", "dev", func(*stage) {}, `the session of "dev" is not signed in`},
		{"of a source_profile", "audit", func(*stage) {}, `the session of "audit" is not signed in`},
		{"static keys", "keys", func(*stage) {}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample)
			tt.prepare(s)
			said := s.use(t, tt.profile)
			if tt.want == "" && said != "" {
				t.Errorf("it said %q", said)
			}
			if tt.want != "" {
				wantAll(t, said, tt.want, "hint: aws-login "+tt.profile)
			}
		})
	}
}

func TestUseRegion(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev", "--region", "us-west-2")
	s.wantEnv(t, "AWS_PROFILE=dev", "AWS_REGION=us-west-2", "AWS_DEFAULT_REGION=us-west-2", "AWSENV_REGION=us-west-2")
}

func TestUseRegionAloneKeepsTheProfile(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev")
	s.use(t, "--region", "us-west-2")
	s.wantEnv(t, "AWS_PROFILE=dev", "AWS_REGION=us-west-2", "AWS_DEFAULT_REGION=us-west-2", "AWSENV_REGION=us-west-2")
}

func TestUseRegionAloneWithoutAProfile(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "--region", "us-west-2")
	s.wantEnv(t, "AWS_REGION=us-west-2", "AWS_DEFAULT_REGION=us-west-2", "AWSENV_REGION=us-west-2")
}

func TestUseTakesItsOwnRegionAway(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev", "--region", "us-west-2")
	s.use(t, "prod")
	s.wantEnv(t, "AWS_PROFILE=prod")
}

func TestUseNeverTakesTheUsersRegionAway(t *testing.T) {
	for _, args := range [][]string{{"dev"}, {"--unset"}} {
		for _, region := range []string{"AWS_REGION=us-east-2", "AWS_DEFAULT_REGION=us-east-2"} {
			t.Run(args[0]+" "+region, func(t *testing.T) {
				s := newStage(t, sample, region)
				s.use(t, args...)
				name, _, _ := strings.Cut(region, "=")
				if got := s.get(name); got != "us-east-2" {
					t.Errorf("%s is %q", name, got)
				}
			})
		}
	}
}

func TestUseWarnsOfTheUsersRegion(t *testing.T) {
	tests := []struct {
		name, environ, profile, want string // empty: nothing is said
	}{
		{"AWS_REGION", "AWS_REGION=us-east-2", "dev", `AWS_REGION is "us-east-2" and overrides the region of "dev", which is "eu-west-1"`},
		{"AWS_DEFAULT_REGION", "AWS_DEFAULT_REGION=us-east-2", "dev", `AWS_DEFAULT_REGION is "us-east-2" and overrides`},
		{"the same region", "AWS_REGION=eu-west-1", "dev", ""},
		{"a profile without region", "AWS_REGION=us-east-2", "team sandbox", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, tt.environ)
			s.token(t, "corp", time.Hour, false)
			said := s.use(t, tt.profile)
			if tt.want == "" && said != "" {
				t.Errorf("it said %q", said)
			}
			if tt.want != "" {
				wantAll(t, said, tt.want, "hint: aws-use --region eu-west-1")
			}
		})
	}
}

func TestUseDashToggles(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev")
	s.use(t, "prod")
	for _, want := range []string{"dev", "prod", "dev"} {
		s.use(t, "-")
		s.wantEnv(t, "AWS_PROFILE="+want)
	}
}

func TestUseDashGoesBackToNothing(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev")
	s.use(t, "-")
	s.wantEnv(t)
}

func TestUseDashGoesBackAfterUnset(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev", "--region", "us-west-2")
	s.use(t, "--unset")
	s.wantEnv(t)
	s.use(t, "-")
	s.wantEnv(t, "AWS_PROFILE=dev", "AWS_REGION=us-west-2", "AWS_DEFAULT_REGION=us-west-2", "AWSENV_REGION=us-west-2")
}

func TestUseDashRestoresTheRegion(t *testing.T) {
	s := newStage(t, sample, "AWS_REGION=us-east-2")
	s.use(t, "dev")
	s.use(t, "--region", "us-west-2")
	s.use(t, "-")
	s.wantEnv(t, "AWS_PROFILE=dev", "AWS_REGION=us-east-2")
}

func TestUseDashSaysWhatStaysGone(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev", "AWS_ACCESS_KEY_ID=x")
	s.use(t, "prod")
	wantAll(t, s.use(t, "-"), "stays gone: AWS_ACCESS_KEY_ID")
	s.wantEnv(t, "AWS_PROFILE=dev")
}

func TestUseDashWithoutAPreviousProfile(t *testing.T) {
	newStage(t, sample, "AWS_PROFILE=dev").refused(t, failed, []string{"use", "--shell", "bash", "-"}, "no previous profile")
}

func TestUseDashToAProfileThatIsGone(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev")
	s.use(t, "prod")
	s.write(t, ".aws/config", "[profile prod]\nregion = eu-west-1\n")
	s.refused(t, failed, []string{"use", "--shell", "bash", "-"}, `there is no profile "dev"`)
}

func TestGettingRidOfKeysKeepsTheWayBack(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev")
	s.use(t, "prod")
	s.environ = append(s.environ, "AWS_ACCESS_KEY_ID=EXAMPLE", "AWS_SECRET_ACCESS_KEY=none")
	s.use(t, "prod")
	s.use(t, "-")
	s.wantEnv(t, "AWS_PROFILE=dev")
}

func TestTheWayBackToAWSDefaultProfile(t *testing.T) {
	s := newStage(t, sample, "AWS_DEFAULT_PROFILE=dev")
	s.use(t, "--unset")
	wantNone(t, s.use(t, "-"), "stays gone")
	s.wantEnv(t, "AWS_DEFAULT_PROFILE=dev")
}

func TestUseLeavesTheRegionsOfOthersAlone(t *testing.T) {
	wantNone(t, newStage(t, sample, "AWS_ENDPOINT_URL=http://store").use(t, "dev", "--region", "us-west-004"), "no region")
}

func TestUseWarnsOfARegionThatIsASlip(t *testing.T) {
	s := newStage(t, sample)
	wantAll(t, s.use(t, "dev", "--region", "eu-wset-1"), `"eu-wset-1" is no region`, "hint: aws-use --region eu-west-1")
	wantNone(t, s.use(t, "dev", "--region", "eu-east-9"), "region")
}

func TestUseSameProfileTwiceKeepsTheWayBack(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "dev")
	s.use(t, "prod")
	s.use(t, "prod")
	s.use(t, "-")
	s.wantEnv(t, "AWS_PROFILE=dev")
}

func TestUseSuggestsTheProfilesOfAnAccount(t *testing.T) {
	newStage(t, sample).refused(t, failed, []string{"use", "--shell", "bash", "333333333333"}, "did you mean prod?")
}

func TestUseUnset(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=dev", "AWS_DEFAULT_PROFILE=prod", "AWS_REGION=us-east-2")
	s.use(t, "--unset")
	s.wantEnv(t, "AWS_REGION=us-east-2")
}

func TestUseUnsetWorksWhereTheFilesAreRefused(t *testing.T) {
	s := newStage(t, "stray\n", "AWS_PROFILE=dev")
	s.use(t, "--unset")
	s.wantEnv(t)
}

func TestUseNameWithADash(t *testing.T) {
	s := newStage(t, sample)
	s.use(t, "--", "-dash")
	s.wantEnv(t, "AWS_PROFILE=-dash")
}

func TestUseSuggests(t *testing.T) {
	tests := []struct{ name, profile, want string }{
		{"typing error", "porf", `did you mean prod?`},
		{"fragment", "lake", `did you mean data/lake:analyst?`},
		{"a name to quote", "sandbox", `did you mean 'team sandbox'?`},
		{"nothing near", "zzzzzzzz", `hint: awsenv list-profiles`},
		{"control characters", "\x1b[31mx", `there is no profile "?[31mx"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			newStage(t, sample).refused(t, failed, []string{"use", "--shell", "bash", tt.profile}, "there is no profile", tt.want)
		})
	}
}

func TestUseWithoutAnyProfile(t *testing.T) {
	newStage(t, "").refused(t, failed, []string{"use", "--shell", "bash", "dev"}, "no profile is configured", "aws configure sso")
}

func TestUseTellsOfAFileThatIsNone(t *testing.T) {
	s := newStage(t, "")
	path := filepath.Join(s.home, ".aws", "config")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	s.refused(t, failed, []string{"use", "--shell", "bash", "dev"}, path+": this is no regular file")
}

func TestUseRefusesWhatTheAWSCLIRefuses(t *testing.T) {
	s := newStage(t, "[profile dev]\nregion = eu-west-1\nregion = eu-west-2\n")
	place := filepath.Join(s.home, ".aws", "config") + ":3"
	for _, args := range [][]string{{"use", "--shell", "bash", "dev"}, {"use", "--shell", "bash"}, {"login", "--shell", "bash", "dev"}, {"list-profiles"}, {"exec", "dev", "--", "true"}} {
		t.Run(args[0]+args[len(args)-1], func(t *testing.T) {
			s.refused(t, failed, args, "the AWS CLI refuses "+place)
		})
	}
}

func TestUseMisuse(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"unset and profile", []string{"--unset", "dev"}, "--unset takes neither"},
		{"unset and region", []string{"--unset", "--region", "eu-west-1"}, "--unset takes neither"},
		{"empty region", []string{"--region", ""}, "the region is empty"},
		{"empty profile", []string{""}, "the name of the profile is empty"},
		{"region without value", []string{"--region"}, "aws-use --help"},
		{"unknown flag", []string{"--nonsense"}, "aws-use --help"},
		{"two profiles", []string{"dev", "prod"}, "aws-use --help"},
		{"no profile", nil, "no profile was named"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			newStage(t, sample).refused(t, misused, append([]string{"use", "--shell", "bash"}, tt.args...), tt.want)
		})
	}
}

func TestUseWithoutProfileListsThem(t *testing.T) {
	newStage(t, sample).refused(t, misused, []string{"use", "--shell", "bash"}, "PROFILE", "team sandbox", "555555555555", "Administrator")
}

func TestUnknownShell(t *testing.T) {
	tests := []struct {
		name string
		args []string
	}{
		{"init", []string{"init", "tcsh"}},
		{"use", []string{"use", "--shell", "tcsh", "dev"}},
		{"login", []string{"login", "--shell", "tcsh", "dev"}},
		{"logout", []string{"logout", "--shell", "tcsh"}},
		{"label", []string{"label", "--shell", "tcsh"}},
		{"complete", []string{"complete", "--shell", "tcsh", "--", "aws-use"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			newStage(t, sample).refused(t, misused, tt.args, `unknown shell "tcsh"`, "bash, zsh, fish, powershell")
		})
	}
}

func TestFunctionVerbsWithoutShell(t *testing.T) {
	for _, verb := range []string{"use", "login", "logout"} {
		t.Run(verb, func(t *testing.T) {
			newStage(t, sample).refused(t, misused, []string{verb}, "use aws-"+verb, "awsenv init --help")
		})
	}
}

// TestHelpOfAFunction: what it prints on stdout would be evaluated.
func TestHelpOfAFunction(t *testing.T) {
	for _, verb := range []string{"use", "login", "logout"} {
		for _, flag := range []string{"--help", "-h"} {
			t.Run(verb+" "+flag, func(t *testing.T) {
				newStage(t, sample).refused(t, done, []string{verb, "--shell", "bash", flag}, "Usage: aws-"+verb)
			})
		}
	}
}

func TestUseWithPowerShellArguments(t *testing.T) {
	s := newStage(t, sample, `AWSENV_ARGS=["team sandbox","--region","us-west-2"]`)
	out, _ := s.must(t, "use", "--shell", "powershell")
	wantAll(t, out, "$env:AWS_PROFILE = ('team sandbox')\n", "$env:AWS_REGION = ('us-west-2')\n")
}

func TestPowerShellArgumentsThatAreNone(t *testing.T) {
	newStage(t, sample, `AWSENV_ARGS=dev`).refused(t, misused, []string{"use", "--shell", "powershell"}, "read AWSENV_ARGS")
}

func TestPowerShellArgumentsAreOnlyForPowerShell(t *testing.T) {
	s := newStage(t, sample, `AWSENV_ARGS=["prod"]`)
	s.use(t, "dev")
	if got := s.get("AWS_PROFILE"); got != "dev" {
		t.Errorf("AWS_PROFILE is %q, want dev", got)
	}
}
