package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/doctor"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/sso"
)

const (
	installHint = "install the AWS CLI v2: " + doctor.InstallPage
	updateHint  = "update the AWS CLI: " + doctor.InstallPage
)

// noCLI is what is said where hasCLI finds no AWS CLI.
const noCLI = "there is no aws on PATH"

func hasCLI() bool {
	_, err := exec.LookPath("aws")
	return err == nil
}

// aws runs the AWS CLI for a person to see, without the variables that would make it fail or answer for somebody else:
// even with --sso-session it fails on an AWS_PROFILE that does not exist. A failure of version 1 is told as such; asking
// for the version takes as long as signing in starts, so it is asked only then.
func (w *world) aws(args []string) (answer, error) {
	if !hasCLI() {
		return answer{}, fail(installHint, noCLI)
	}
	said, err := w.start(command{args: append([]string{"aws"}, args...), environ: w.withoutIdentity(), streams: talkOnly})
	if err != nil {
		return answer{}, fail(installHint, "run aws: %v", err)
	}
	if said.status != 0 && said.status != cancelled {
		if major, _, _ := w.cli().Release(); major == 1 {
			return answer{}, fail(installHint, "aws on PATH is version 1, which cannot sign in with SSO")
		}
	}
	return said, nil
}

// withoutBrowser adds what the AWS CLI has to be told where there is no browser to open: from 2.22 on it would wait for a
// browser on this very machine unless it is told to use a code.
func (w *world) withoutBrowser(args []string) []string {
	if args[0] == "login" {
		return append(slices.Clone(args), "--remote")
	}
	args = append(slices.Clone(args), "--no-browser")
	if major, minor, _ := w.cli().Release(); major > 2 || major == 2 && minor >= 22 {
		args = append(args, "--use-device-code")
	}
	return args
}

// headless tells whether there is no browser to open: over SSH, in a container, or without a display. Who has set
// BROWSER has one, as editors do for the containers that they open.
func (w *world) headless() bool {
	set := func(name string) bool { return w.get(name) != "" }
	switch {
	case set("BROWSER"):
		return false
	case slices.ContainsFunc([]string{"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"}, set):
		return true
	case runtime.GOOS != "linux":
		return false
	case set("WSL_DISTRO_NAME"):
		return false
	}
	return w.inContainer() || !set("DISPLAY") && !set("WAYLAND_DISPLAY")
}

// inContainer: Docker and Podman leave a file.
func (w *world) inContainer() bool {
	return slices.ContainsFunc([]string{"/.dockerenv", "/run/.containerenv"}, func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	})
}

// renewLimit is how long a renewal may take; then the person signs in.
const renewLimit = 30 * time.Second

// renew lets the AWS CLI renew the token of a session, silently. What it prints are keys: nobody sees them. That AWS
// refused is kept in mind for this token, so that the next aws-login and the prompt need not try. Where AWS cannot be
// reached there is no signing in either: the AWS CLI would open a browser all the same, and wait for it.
func (w *world) renew(config *awsconfig.Config, plan login.Plan) (renewed bool, err error) {
	profile := w.renewer(config, plan.Session)
	if profile == "" {
		return false, nil
	}
	if !hasCLI() {
		return false, nil
	}
	before := w.session(plan)
	args := []string{"aws", "configure", "export-credentials", "--profile=" + profile}
	said, err := w.capture(command{args: args, environ: w.withoutIdentity(), streams: errorsOnly}, renewLimit)
	// Where the role is not assigned it fails, but only after it has renewed the token.
	if after := w.session(plan); after.State == sso.Valid {
		w.say("renewed the session %s, valid until %s", quoted(plan.Key), clock(after.ExpiresAt, w.now))
		return true, nil
	}
	if err == nil && said.status == 0 {
		w.say("the session %s is usable", quoted(plan.Key))
		return true, nil
	}
	if c, ok := explain(said.errors, networkComplaints); ok {
		return false, fail(c.hint, "%s; nothing was changed", c.message)
	}
	if strings.Contains(said.errors, refreshFailed) {
		w.rememberRefusal(plan.Key, before)
	}
	return false, nil
}

// refreshFailed is what the AWS CLI says where AWS refuses to renew a token, or fails at it: it does not tell which.
const refreshFailed = "Token has expired and refresh failed"

// renewer is a profile of the session itself, not one with a role or MFA on top of it; one whose role credentials the
// AWS CLI keeps would not need the token, and so not renew it.
func (w *world) renewer(config *awsconfig.Config, session string) string {
	found := ""
	for i := range config.Profiles {
		p := &config.Profiles[i]
		c := identity.InProfile(config, p.Name)
		if p.Get("sso_session") != session || c.Kind != identity.SSO || c.Fault != nil {
			continue
		}
		if w.roleUntil(config, c).IsZero() {
			return p.Name
		}
		found = p.Name
	}
	return found
}

// roleUntil is until when role credentials that the AWS CLI keeps make it independent of the token; zero where it keeps
// none. Only the AWS CLI has this cache, not the SDKs.
func (w *world) roleUntil(config *awsconfig.Config, c identity.Credentials) time.Time {
	p, ok := config.Profile(c.Profile)
	if !ok || c.Fault != nil {
		return time.Time{}
	}
	var file string
	switch c.Kind {
	case identity.SSO:
		file = sso.RoleFile(c.Account, c.Role, p.Get("sso_session"), p.Get("sso_start_url"))
	case identity.AssumeRole:
		file = sso.AssumedRoleFile(p.Get("role_arn"), p.Get("role_session_name"), p.Get("external_id"), p.Get("mfa_serial"), p.Get("duration_seconds"))
	default:
		return time.Time{}
	}
	until := sso.UsableUntil(os.DirFS(filepath.Join(w.home, ".aws", "cli", "cache")), file, w.now)
	if until.IsZero() && c.From != nil {
		return w.roleUntil(config, *c.From)
	}
	return until
}
