package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"awsenv/internal/picker"
)

// choosing is a stage at a terminal, where a person chooses a row.
func choosing(t *testing.T, choice int, environ ...string) *stage {
	t.Helper()
	s := newStage(t, sample, environ...)
	s.refusal, s.choice = nil, choice
	return s
}

func TestUsePicks(t *testing.T) {
	s := choosing(t, 1)
	s.use(t)
	s.wantEnv(t, "AWS_PROFILE=prod")
	if got := s.picked[0]; got[0] != "dev" || got[1] != "111111111111" || got[2] != "Developer" {
		t.Errorf("the first row is %q", got)
	}
}

func TestLoginPicks(t *testing.T) {
	s := choosing(t, 6)
	out, said := s.must(t, "login", "--shell", "bash")
	s.apply(t, out)
	s.wantEnv(t, "AWS_PROFILE=keys")
	wantAll(t, said, "needs no signing in")
}

func TestThePickerMarksTheActiveProfile(t *testing.T) {
	s := choosing(t, 0, "AWS_PROFILE=prod", "NO_COLOR=1")
	s.use(t)
	if name := s.picked[s.options.Current][0]; name != "prod" || s.options.Color {
		t.Errorf("it marks %q, with %+v", name, s.options)
	}
}

func TestAPickedNameIsOnlyAName(t *testing.T) {
	s := newStage(t, "[profile -]\nregion = eu-west-1\n[profile dev]\nregion = eu-west-1\n")
	s.use(t, "dev")
	s.refusal, s.choice = nil, 1 // behind the one used last
	s.use(t)
	s.wantEnv(t, "AWS_PROFILE=-")
}

func TestAProfileWithoutANameIsNotShown(t *testing.T) {
	s := newStage(t, "[profile \"\"]\nregion = eu-west-1\n[profile dev]\nregion = eu-west-1\n")
	s.refusal = nil
	s.use(t)
	s.wantEnv(t, "AWS_PROFILE=dev")
	if s.options.Current != -1 {
		t.Errorf("it marks row %d", s.options.Current)
	}
}

func TestThePickerMarksNothing(t *testing.T) {
	s := choosing(t, 0)
	s.use(t)
	if s.options.Current != -1 || !s.options.Color {
		t.Errorf("it has %+v", s.options)
	}
}

func TestThePickerShowsWhatWasUsedLastFirst(t *testing.T) {
	s := choosing(t, 0)
	for _, name := range []string{"audit", "legacy", "audit"} {
		s.use(t, name)
	}
	s.use(t)
	var names []string
	for _, row := range s.picked[:3] {
		names = append(names, row[0])
	}
	if want := []string{"audit", "legacy", "dev"}; !slices.Equal(names, want) {
		t.Errorf("it shows %q first, want %q", names, want)
	}
}

func TestCancellingThePickerChangesNothing(t *testing.T) {
	s := newStage(t, sample)
	s.refusal = picker.ErrCancelled
	if out, said, status := s.call("use", "--shell", "bash"); out+said != "" || status != cancelled {
		t.Errorf("it printed %q, said %q and ended with %d", out, said, status)
	}
}

func TestNonsenseInTheListOfRecentProfilesIsNothing(t *testing.T) {
	s := choosing(t, 0)
	s.write(t, ".local/state/awsenv/recent.json", "{[")
	s.use(t)
	s.wantEnv(t, "AWS_PROFILE=dev")
}

// saved is what new terminals start with, or empty.
func (s *stage) saved() string {
	text, _ := os.ReadFile(filepath.Join(s.home, ".local", "state", "awsenv", "profile"))
	return string(text)
}

func TestSave(t *testing.T) {
	tests := []struct {
		name    string
		environ []string
		args    []string
		want    string
	}{
		{"a profile, and switch to it", nil, []string{"--save", "team sandbox"}, "team sandbox\n"},
		{"the other way round", nil, []string{"dev", "--save"}, "dev\n"},
		{"with a region alone", []string{"AWS_PROFILE=prod"}, []string{"--save", "--region", "us-east-1"}, "prod\n"},
		{"the active one", []string{"AWS_PROFILE=prod"}, []string{"--save"}, "prod\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, tt.environ...)
			_, said := s.must(t, append([]string{"use", "--shell", "bash"}, tt.args...)...)
			if s.saved() != tt.want {
				t.Errorf("saved %q, want %q", s.saved(), tt.want)
			}
			wantAll(t, said, "new terminals start with "+quoted(strings.TrimSpace(tt.want)))
		})
	}
}

func TestWhatCannotBeSavedIsToldBeforeAnythingElse(t *testing.T) {
	s := newStage(t, sample, "AWS_ACCESS_KEY_ID=AKIAEXAMPLE")
	s.write(t, ".local/state/awsenv", "a file in the way")
	out, said, status := s.call("use", "--shell", "bash", "--save", "dev")
	if out != "" || status != failed {
		t.Errorf("it printed %q and ended with %d", out, status)
	}
	wantAll(t, said, "save the profile for new terminals: ")
	wantNone(t, said, "removing")
}

func TestSaveFollowsXDG(t *testing.T) {
	folder := t.TempDir()
	newStage(t, sample, "XDG_STATE_HOME="+folder).must(t, "use", "--shell", "bash", "--save", "dev")
	if text, _ := os.ReadFile(filepath.Join(folder, "awsenv", "profile")); string(text) != "dev\n" {
		t.Errorf("saved %q there", text)
	}
}

func TestSaveRefuses(t *testing.T) {
	s := newStage(t, sample)
	s.refused(t, failed, []string{"use", "--shell", "bash", "--save"}, "no profile is active", "aws-use --save PROFILE")
	s.refused(t, failed, []string{"use", "--shell", "bash", "--save", "porf"}, "did you mean prod?")
	s.refused(t, failed, []string{"use", "--shell", "bash", "--region", "eu-west-1", "--save"}, "no profile is active")
	s.refused(t, misused, []string{"use", "--shell", "bash", "--forget", "dev"}, "--forget stands alone")
	s.refused(t, misused, []string{"use", "--shell", "bash", "--unset", "--save"}, "cannot be saved")
	if s.saved() != "" {
		t.Errorf("saved %q", s.saved())
	}
}

func TestASavedProfileThatIsGone(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=vanished")
	s.write(t, ".local/state/awsenv/profile", "vanished\n")
	s.refused(t, failed, []string{"login", "--shell", "bash"}, `there is no profile "vanished"`, "hint: aws-use --forget; aws-use --unset")
	if got := s.statusOf(t, failed).Problems[0]; got.Hint != "aws-use --forget; aws-use --unset" {
		t.Errorf("problem %+v", got)
	}
}

func TestForget(t *testing.T) {
	s := newStage(t, sample)
	s.must(t, "use", "--shell", "bash", "--forget") // nothing to forget
	s.use(t, "--save", "dev")
	s.must(t, "use", "--shell", "bash", "--forget")
	if s.saved() != "" {
		t.Errorf("still saved: %q", s.saved())
	}
}

func TestLoginPicksInsteadOfAProfileThatIsGone(t *testing.T) {
	s := choosing(t, 6, "AWS_PROFILE=gone")
	out, said := s.must(t, "login", "--shell", "bash")
	wantAll(t, said, `there is no profile "gone"`)
	s.apply(t, out)
	s.wantEnv(t, "AWS_PROFILE=keys")
}
