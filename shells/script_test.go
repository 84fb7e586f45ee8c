package shells

import (
	"errors"
	"strings"
	"testing"
)

func mustLookup(t testing.TB, name string) *Shell {
	t.Helper()
	sh, ok := Lookup(name)
	if !ok {
		t.Fatalf("there is no shell %s", name)
	}
	return sh
}

// lines joins the lines of an expected script.
func lines(all ...string) string { return strings.Join(all, "\n") + "\n" }

var everyStep = Script{
	Unset:  []string{"AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN"},
	Keep:   []Variable{{"__awsenv_state", "{}"}},
	Export: []Variable{{"AWS_PROFILE", "it's"}, {"AWS_REGION", "eu-west-1"}},
}

func TestRenderExportsThenKeepsThenUnsets(t *testing.T) {
	posix := lines(
		`\builtin export AWS_PROFILE='it'\''s' &&`,
		`[[ ${AWS_PROFILE-} == 'it'\''s' ]] &&`,
		`\builtin export AWS_REGION='eu-west-1' &&`,
		`[[ ${AWS_REGION-} == 'eu-west-1' ]] &&`,
		`__awsenv_state='{}' &&`,
		`\builtin unset -v AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN`,
	)
	wants := map[string]string{
		"bash": posix,
		"zsh":  posix,
		"fish": lines(
			`builtin set -gx AWS_PROFILE 'it\'s'`,
			`builtin set -gx AWS_REGION 'eu-west-1'`,
			`builtin set -g __awsenv_state '{}'`,
			`__awsenv_unset AWS_ACCESS_KEY_ID AWS_SESSION_TOKEN`,
		),
		"powershell": lines(
			`$env:AWS_PROFILE = ('it''s')`,
			`$env:AWS_REGION = ('eu-west-1')`,
			`$global:__awsenv_state = ('{}')`,
			`Microsoft.PowerShell.Management\Remove-Item -LiteralPath 'Env:AWS_ACCESS_KEY_ID', 'Env:AWS_SESSION_TOKEN' -ErrorAction Ignore -Confirm:$false -WhatIf:$false`,
		),
	}
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			got, err := everyStep.Render(sh)
			if err != nil || got != wants[sh.Name] {
				t.Errorf("Render = %v\n%s\nwant\n%s", err, got, wants[sh.Name])
			}
		})
	}
}

func TestRenderOfNothingIsNothing(t *testing.T) {
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			if got, err := (Script{}).Render(sh); err != nil || got != "" {
				t.Errorf("Render = %q, %v; want nothing", got, err)
			}
		})
	}
}

func TestRenderRefusesNUL(t *testing.T) {
	scripts := map[string]Script{
		"export": {Export: []Variable{{"AWS_PROFILE", "a\x00b"}}},
		"keep":   {Keep: []Variable{{"AWS_PROFILE", "a\x00b"}}},
	}
	for name, script := range scripts {
		for _, sh := range table {
			t.Run(name+" in "+sh.Name, func(t *testing.T) {
				got, err := script.Render(sh)
				if !errors.Is(err, errNUL) || !strings.Contains(err.Error(), "AWS_PROFILE") || got != "" {
					t.Errorf("Render = %q, %v; want an error with the variable's name", got, err)
				}
			})
		}
	}
}

func TestRenderWritesHostileValuesOnce(t *testing.T) {
	// A value that is the name of a placeholder must not be filled in again.
	script := Script{Export: []Variable{{"AWS_PROFILE", "NAME VALUE"}}}
	for _, sh := range table {
		t.Run(sh.Name, func(t *testing.T) {
			got, err := script.Render(sh)
			if err != nil || !strings.Contains(got, "NAME VALUE") {
				t.Errorf("Render = %v\n%s", err, got)
			}
		})
	}
}

// TestRenderIsUnderstood runs a script in the real shells.
func TestRenderIsUnderstood(t *testing.T) {
	for _, sh := range realShells() {
		t.Run(sh.name, func(t *testing.T) {
			name := strings.Fields(sh.name)[0]
			before, show := "AWS_ACCESS_KEY_ID=kept\n", `printf '%s\0' "$AWS_PROFILE" "${AWS_ACCESS_KEY_ID-gone}" "$__awsenv_state"`
			if name == "fish" {
				before = "function __awsenv_unset; set -e $argv; end; set -gx AWS_ACCESS_KEY_ID kept\n"
				show = `printf '%s\0' "$AWS_PROFILE" (set -q AWS_ACCESS_KEY_ID; and echo kept; or echo gone) "$__awsenv_state"`
			}
			code, err := everyStep.Render(mustLookup(t, name))
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(sh.run(t, before+code+show+"\n"), "|")
			if want := "it's|gone|{}"; got != want {
				t.Errorf("the shell has %q, want %q", got, want)
			}
		})
	}
}

// TestRenderStopsAtAReadOnlyVariable: in a subshell, as the functions try a script before they run it.
func TestRenderStopsAtAReadOnlyVariable(t *testing.T) {
	for _, sh := range realShells() {
		if sh.name == "fish" {
			continue // it has no such variables
		}
		t.Run(sh.name, func(t *testing.T) {
			code, err := everyStep.Render(mustLookup(t, strings.Fields(sh.name)[0]))
			if err != nil {
				t.Fatal(err)
			}
			got := sh.run(t, "readonly AWS_PROFILE=mine\n(\n"+code+") 2>/dev/null\nprintf '%s\\0' \"$?\"\n")
			if len(got) != 1 || got[0] == "0" {
				t.Errorf("status %q, want a failure", got)
			}
		})
	}
}
