package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"awsenv/internal/columns"
	"awsenv/internal/sso"
	"awsenv/shells"
)

func TestProduction(t *testing.T) {
	tests := []struct {
		name string
		want bool
	}{
		{"prod", true},
		{"PROD", true},
		{"ACMEProdEU", true},
		{"prod2", true},
		{"prod-admin", true},
		{"acme-prod-eu", true},
		{"acme/prd", true},
		{"my_production", true},
		{"live", true},
		{"acmeProd", true},
		{"prod2", true},
		{"eu1prod", true},
		{"dev", false},
		{"preprod", false},
		{"pre-prod", false},
		{"nonprod", false},
		{"non-prod", false},
		{"non_production", false},
		{"not-live", false},
		{"product", false},
		{"reproduce", false},
		{"delivery", false},
		{"livestock", false},
		{"", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := production(tt.name, "", nil); got != tt.want {
				t.Errorf("production(%q) = %t, want %t", tt.name, got, tt.want)
			}
		})
	}
}

func TestProductionOfTheUsersOwn(t *testing.T) {
	users := []string{"333333333333", "Main", "acme-core", "p1", "Exactly This"}
	tests := []struct {
		name, account string
		want          bool
	}{
		{"anything", "333333333333", true},
		{"anything", "444444444444", false},
		{"main-admin", "", true},
		{"not-main", "", false},
		{"domain", "", false},
		{"my-acme-core-admin", "", true},
		{"acme-score", "", false},
		{"team-p1", "", true},
		{"team-p12", "", false},
		{"Exactly This", "", true},
		{"prod", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.account, func(t *testing.T) {
			if got := production(tt.name, tt.account, users); got != tt.want {
				t.Errorf("production = %t, want %t", got, tt.want)
			}
		})
	}
}

func TestPromptParts(t *testing.T) {
	const labelled = sample + "[profile AdministratorAccess-123456789012]\nawsenv_label = admin\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = AdministratorAccess\n" +
		"[profile ReadOnlyAccess-with-a-very-long-name-210987654321]\naws_account_id = 210987654321\naws_access_key_id = EXAMPLEKEYID\naws_secret_access_key = none\n"
	type env = []string
	tests := []struct {
		name    string
		environ env
		want    string
	}{
		{"as it comes", env{"AWS_PROFILE=dev"}, "dev 111111111111"},
		{"all, in the user's order", env{"AWS_PROFILE=dev", "AWSENV_PROMPT=region, role account profile"}, "eu-west-1 Developer 111111111111 dev"},
		{"empty is as it comes", env{"AWS_PROFILE=dev", "AWSENV_PROMPT="}, "dev 111111111111"},
		{"nothing but unknown parts is as it comes", env{"AWS_PROFILE=dev", "AWSENV_PROMPT=moon"}, "dev 111111111111"},
		{"what is wrong is always told", env{"AWS_PROFILE=legacy", "AWSENV_PROMPT=profile"}, "legacy signed out"},
		{"a name, where no part has a text", env{"AWS_PROFILE=keys", "AWSENV_PROMPT=role"}, "keys"},
		{"unknown parts are nothing", env{"AWS_PROFILE=dev", "AWSENV_PROMPT=profile moon"}, "dev"},
		{"the region that the variables say", env{"AWS_PROFILE=dev", "AWSENV_PROMPT=profile region", "AWS_REGION=us-east-1"}, "dev us-east-1"},
		{"the account is there where the name that contains it is not", env{"AWS_PROFILE=AdministratorAccess-123456789012", "AWSENV_PROMPT=account role"}, "123456789012 AdministratorAccess"},
		{"no region", env{"AWS_PROFILE=audit", "AWSENV_PROMPT=profile region"}, "audit"},
		{"label", env{"AWS_PROFILE=AdministratorAccess-123456789012"}, "admin 123456789012"},
		{"long name", env{"AWS_PROFILE=ReadOnlyAccess-with-a-very-long-name-210987654321"}, "ReadOnlyAccess-with-…g-name-210987654321"},
		{"width", env{"AWS_PROFILE=dev", "AWSENV_PROMPT_WIDTH=5"}, "dev 111111111111"},
		{"short width", env{"AWS_PROFILE=data/lake:analyst", "AWSENV_PROMPT_WIDTH=9"}, "data…lyst 444444444444"},
		{"the shortest width", env{"AWS_PROFILE=dev", "AWSENV_PROMPT_WIDTH=1"}, "dev 111111111111"},
		{"the shortest width, for a longer name", env{"AWS_PROFILE=dev2", "AWSENV_PROMPT_WIDTH=1"}, "! no profile d…2"},
		{"nonsense for a width", env{"AWS_PROFILE=dev", "AWSENV_PROMPT_WIDTH=wide"}, "dev 111111111111"},
		{"an unknown name is shortened too", env{"AWS_PROFILE=nobody-at-all", "AWSENV_PROMPT_WIDTH=9"}, "! no profile nobo…-all"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, labelled, tt.environ...)
			s.token(t, "corp", time.Hour, false)
			s.token(t, "partner", time.Hour, false)
			if got := s.segment().text; got != tt.want {
				t.Errorf("segment %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSegment(t *testing.T) {
	const withDefault = sample + "[default]\nsso_account_id = 999999999999\nsso_role_name = R\nsso_session = corp\n"
	const colored = "[profile prod]\nawsenv_color = cyan\n[profile dev]\nawsenv_color = Red\n[profile x]\nawsenv_color = none\n" +
		"[profile y]\nawsenv_color = mauve\n[profile a-111122223333]\naws_account_id = 111122223333\n"
	const hostile = "[profile \"a\x1b[31m\u202eb$(id)%F{red}\"]\nregion = eu-west-1\n"
	type env = []string
	keys := func(more ...string) env { return append(more, "AWS_ACCESS_KEY_ID=x", "AWS_SECRET_ACCESS_KEY=y") }
	tests := []struct {
		name, config string
		environ      env
		text         string
		color        shells.Color
	}{
		{"profile", sample, env{"AWS_PROFILE=dev"}, "dev 111111111111", shells.Cyan},
		{"production", sample, env{"AWS_PROFILE=prod"}, "prod 333333333333", shells.Red},
		{"role's account", sample, env{"AWS_PROFILE=audit"}, "audit 666666666666", shells.Cyan},
		{"no account", sample, env{"AWS_PROFILE=keys"}, "keys", shells.Cyan},
		{"account in the name", colored, env{"AWS_PROFILE=a-111122223333"}, "a-111122223333", shells.Cyan},
		{"AWS_DEFAULT_PROFILE", sample, env{"AWS_DEFAULT_PROFILE=dev"}, "dev 111111111111", shells.Cyan},
		{"default", withDefault, nil, "default 999999999999", shells.Dim},
		{"default, chosen", withDefault, env{"AWS_PROFILE=default"}, "default 999999999999", shells.Cyan},
		{"default, hidden", withDefault, env{"AWSENV_PROMPT_DEFAULT=off"}, "", shells.Plain},
		{"default, hidden but shadowed", withDefault, keys("AWSENV_PROMPT_DEFAULT=off"), "! AWS_ACCESS_KEY_ID, not default", shells.Yellow},
		{"default, hidden but another chosen", withDefault, env{"AWSENV_PROMPT_DEFAULT=off", "AWS_PROFILE=dev"}, "dev 111111111111", shells.Cyan},
		{"nothing", sample, nil, "", shells.Plain},
		{"no files", "", nil, "", shells.Plain},
		{"shadowed", sample, keys("AWS_PROFILE=dev"), "! AWS_ACCESS_KEY_ID, not dev", shells.Yellow},
		{"keys alone", sample, keys(), "! AWS_ACCESS_KEY_ID", shells.Yellow},
		{"web identity", sample, env{"AWS_PROFILE=dev", "AWS_WEB_IDENTITY_TOKEN_FILE=/t", "AWS_ROLE_ARN=r"}, "! AWS_WEB_IDENTITY_TOKEN_FILE, not dev", shells.Yellow},
		{"partial", sample, env{"AWS_PROFILE=dev", "AWS_ACCESS_KEY_ID=x"}, "! AWS_ACCESS_KEY_ID without its secret", shells.Yellow},
		{"unknown", sample, env{"AWS_PROFILE=gone"}, "! no profile gone", shells.Yellow},
		{"empty", sample, env{"AWS_PROFILE="}, "! AWS_PROFILE is empty", shells.Yellow},
		{"own color instead of production's", colored, env{"AWS_PROFILE=prod"}, "prod", shells.Cyan},
		{"own color", colored, env{"AWS_PROFILE=dev"}, "dev", shells.Red},
		{"no color", colored, env{"AWS_PROFILE=x"}, "x", shells.Plain},
		{"unknown color", colored, env{"AWS_PROFILE=y"}, "y", shells.Cyan},
		{"NO_COLOR", sample, env{"AWS_PROFILE=prod", "NO_COLOR=1"}, "prod 333333333333", shells.Plain},
		{"empty NO_COLOR", sample, env{"AWS_PROFILE=prod", "NO_COLOR="}, "prod 333333333333", shells.Red},
		{"hostile name", hostile, env{"AWS_PROFILE=a\x1b[31m\u202eb$(id)%F{red}"}, "a?[31m?b$(id)%F{red}", shells.Cyan},
		{"hostile unknown name", sample, env{"AWS_PROFILE=a\x1b]0;x\a\xff"}, "! no profile a?]0;x??", shells.Yellow},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, tt.config, tt.environ...)
			for _, session := range []string{"corp", "partner"} {
				s.token(t, session, time.Hour, false)
			}
			got := s.segment()
			if got.text != tt.text || got.color != tt.color {
				t.Errorf("segment %q in color %d, want %q in %d", got.text, got.color, tt.text, tt.color)
			}
		})
	}
}

func TestSegmentTellsTheSession(t *testing.T) {
	tests := []struct {
		name, profile string
		after         time.Duration // zero: no token
		refreshable   bool
		text          string
		refresh       time.Duration
	}{
		{"valid", "dev", time.Hour, false, "dev 111111111111", 45*time.Minute + time.Second},
		{"valid, and can be renewed", "dev", time.Hour, true, "dev 111111111111", time.Hour + time.Second},
		{"ends soon", "dev", 14*time.Minute + 30*time.Second, false, "dev 111111111111 14m", time.Minute},
		{"ends soon, and can be renewed", "dev", 10 * time.Minute, true, "dev 111111111111", 10*time.Minute + time.Second},
		{"ends in a moment", "dev", 20 * time.Second, false, "dev 111111111111 <1m", 21 * time.Second},
		{"expired", "dev", -time.Hour, false, "dev 111111111111 expired", time.Minute},
		{"refreshable", "dev", -time.Hour, true, "dev 111111111111", time.Minute},
		{"signed out", "dev", 0, false, "dev 111111111111 signed out", time.Minute},
		{"of a source_profile", "audit", -time.Hour, false, "audit 666666666666 expired", time.Minute},
		{"static keys", "keys", 0, false, "keys", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t, sample, "AWS_PROFILE="+tt.profile)
			if tt.after != 0 {
				s.token(t, "corp", tt.after, tt.refreshable)
			}
			if got := s.segment(); got.text != tt.text || got.refresh != tt.refresh {
				t.Errorf("segment %q, again after %v; want %q, %v", got.text, got.refresh, tt.text, tt.refresh)
			}
		})
	}
}

func TestPromptPrintsText(t *testing.T) {
	s := newStage(t, sample, "AWS_PROFILE=prod")
	s.token(t, "corp", time.Hour, false)
	if out, _ := s.must(t, "prompt"); out != "prod 333333333333\n" {
		t.Errorf("it printed %q", out)
	}
}

func TestPromptPrintsNothing(t *testing.T) {
	if out, said := newStage(t, sample).must(t, "prompt"); out+said != "" {
		t.Errorf("it printed %q and said %q", out, said)
	}
}

func TestLabel(t *testing.T) {
	wants := map[string]string{
		"bash":       "__awsenv_segment='prod 333333333333' &&\n__awsenv_color='31' &&\n__awsenv_refresh='2701' &&\n__awsenv_watch='FILE'\n",
		"zsh":        "__awsenv_segment='prod 333333333333' &&\n__awsenv_color='43' &&\n__awsenv_refresh='2701' &&\n__awsenv_watch='FILE'\n",
		"fish":       "builtin set -g __awsenv_segment 'prod 333333333333'\nbuiltin set -g __awsenv_color 'red'\nbuiltin set -g __awsenv_refresh '2701'\nbuiltin set -g __awsenv_watch 'FILE'\n",
		"powershell": "$global:__awsenv_segment = ('prod 333333333333')\n$global:__awsenv_color = ('Red')\n$global:__awsenv_refresh = ('2701')\n$global:__awsenv_watch = ('FILE')\n",
	}
	for _, name := range shells.Names() {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, sample, "AWS_PROFILE=prod")
			s.token(t, "corp", time.Hour, false)
			file := filepath.Join(s.home, ".aws", "sso", "cache", sso.CacheFile("corp"))
			out, _ := s.must(t, "label", "--shell", name)
			if got := strings.ReplaceAll(out, file, "FILE"); got != wants[name] {
				t.Errorf("label\n%s\nwant\n%s", got, wants[name])
			}
		})
	}
}

func TestLabelIsSilentAboutRefusedFiles(t *testing.T) {
	s := newStage(t, "stray\n[profile dev]\n", "AWS_PROFILE=dev")
	if _, said := s.must(t, "label", "--shell", "bash"); said != "" {
		t.Errorf("it said %q", said)
	}
}

func TestPrintable(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "team sandbox", "team sandbox"},
		{"unicode", "日本 é", "日本 é"},
		{"escape", "\x1b[2J", "?[2J"},
		{"newline", "a\nb", "a?b"},
		{"C1 control", "a\u009bb", "a?b"},
		{"direction", "a\u202eb", "a?b"},
		{"zero width", "a\u200bb", "a?b"},
		{"no UTF-8", "a\xffb", "a?b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := columns.Harmless(tt.text); got != tt.want {
				t.Errorf("columns.Harmless(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// TestNothingHostileIsPrinted: whatever stands in the files, a terminal is given text alone.
func TestNothingHostileIsPrinted(t *testing.T) {
	const (
		hostile = "[profile \"x\x1b[31m\"]\nsso_account_id = 1\x1b[1m\nsso_role_name = \x1b[7m\nregion = \x1b[5m\nsso_session = \x1b[3m\n" +
			"[profile \"c\u009b1m\"]\nregion = \u009b5m\nsso_start_url = https://c.awsapps.com\nsso_region = eu-west-1\nsso_account_id = 111111111111\nsso_role_name = R\n" +
			"[profile lost]\nrole_arn = arn:aws:iam::111111111111:role/R\nsource_profile = nowhere\n"
		c1 = "\u009b"
	)
	calls := [][]string{
		{"list-profiles", "--long"},
		{"prompt"},
		{"use", "--shell", "bash", "x\x1b[31"},
		{"use", "--shell", "bash"},
		{"use", "--shell", "bash", "--\x1b"},
		{"use", "--shell", "bash", "c" + c1 + "1m"},
		{"use", "--shell", "fish", "c" + c1 + "1m", "--save"},
		{"use", "--shell", "bash", "c" + c1},
		{"login", "--shell", "bash", "lost"},
		{"status", "c" + c1 + "1m"},
		{"exec", "c" + c1 + "1m", "--", "true"},
		{"exec", "\x1b[31m", "--", "true"},
		{"init", "\x1b[31m"},
	}
	for _, args := range calls {
		t.Run(strings.ReplaceAll(strings.Join(args, " "), "\x1b", "ESC"), func(t *testing.T) {
			s := newStage(t, hostile, "AWS_PROFILE=x\x1b[31m", "AWS_REGION=eu-west-1")
			file := filepath.Join(s.home, "\x1b]0;t\a\u009b")
			if err := os.Rename(filepath.Join(s.home, ".aws", "config"), file); err != nil {
				t.Fatal(err)
			}
			s.environ = append(s.environ, "AWS_CONFIG_FILE="+file)
			out, said, _ := s.call(args...)
			wantNone(t, out+said, "\x1b", c1)
		})
	}
}

func TestProductionStaysRedWhereTheConfigIsBroken(t *testing.T) {
	for profile, want := range map[string]shells.Color{"prod": shells.Red, "dev": shells.Yellow} {
		if got := newStage(t, sample+"stray\n", "AWS_PROFILE="+profile).segment().color; got != want {
			t.Errorf("%s has colour %v, want %v", profile, got, want)
		}
	}
}

func TestARefusedFileIsToldWhateverPartsAreChosen(t *testing.T) {
	s := newStage(t, sample+"stray\n", "AWS_PROFILE=keys", "AWSENV_PROMPT=account")
	if got := s.segment().text; got != "keys ! config is broken" {
		t.Errorf("segment %q", got)
	}
}
