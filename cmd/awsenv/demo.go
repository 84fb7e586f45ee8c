package main

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"awsenv/internal/identity"
	"awsenv/internal/sso"
	"awsenv/shells"
)

//go:embed demo
var demoFiles embed.FS

// demoVerb opens a shell on a sample configuration.
type demoVerb struct {
	Shell string `help:"The shell: one of ${shells}; else yours." placeholder:"SHELL"`
}

// demoShell is how a shell is started on the demo's folder, in which files are written: name of the embedded file to
// path. DIR in an argument is the folder.
type demoShell struct {
	program     string
	files       map[string]string
	interactive []string
	transcript  []string
	// merge: stderr goes where stdout goes. The scripts of bash and zsh do that by themselves, which drops what an
	// interactive bash says at its start when it has no terminal.
	merge bool
}

var demoShells = map[string]demoShell{
	"bash": {
		program: "bash", files: map[string]string{"rc.bash": "rc.bash", "transcript.bash": "transcript.bash"},
		interactive: []string{"--rcfile", "DIR/rc.bash", "-i"},
		transcript:  []string{"--norc", "-i", "DIR/transcript.bash"},
	},
	"zsh": {
		program: "zsh", files: map[string]string{"rc.zsh": ".zshrc", "transcript.zsh": "transcript.zsh"},
		interactive: []string{"-d", "-i"},
		transcript:  []string{"-d", "-f", "-i", "DIR/transcript.zsh"},
	},
	"fish": {
		program: "fish", files: map[string]string{"rc.fish": "rc.fish", "transcript.fish": "transcript.fish"},
		interactive: []string{"--no-config", "--init-command", "source DIR/rc.fish", "-i"},
		transcript:  []string{"--no-config", "-i", "DIR/transcript.fish"},
		merge:       true,
	},
	"powershell": {
		program: "pwsh", files: map[string]string{"rc.ps1": "rc.ps1", "transcript.ps1": "transcript.ps1"},
		interactive: []string{"-NoProfile", "-NoLogo", "-NoExit", "-File", "DIR/rc.ps1"},
		transcript:  []string{"-NoProfile", "-NoLogo", "-File", "DIR/transcript.ps1"},
		merge:       true,
	},
}

// Run opens the shell, or without a terminal lets it run a few commands and shows them.
func (v *demoVerb) Run(w *world) error {
	sh, err := v.choose(w)
	if err != nil {
		return err
	}
	d := demoShells[sh.Name]
	if _, err := exec.LookPath(d.program); err != nil {
		return fail("awsenv demo --shell SHELL takes one of "+strings.Join(shells.Names(), ", "), "there is no %s on PATH", d.program)
	}
	dir, err := os.MkdirTemp("", "awsenv-demo-")
	if err != nil {
		return fmt.Errorf("make the folder of the demo: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := d.furnish(dir, w.now); err != nil {
		return fmt.Errorf("furnish the demo: %w", err)
	}
	if w.terminal {
		w.introduce(sh)
		// How the person's last command ended says nothing about the demo.
		_, err := w.start(command{args: d.command(dir, d.interactive), environ: w.demoEnvironment(dir)})
		return err
	}
	return w.showTranscript(d, dir)
}

func (w *world) showTranscript(d demoShell, dir string) error {
	talk := outputOnly
	if d.merge {
		talk = merged
	}
	environ := append(w.demoEnvironment(dir), "NO_COLOR=1")
	said, err := w.start(command{args: d.command(dir, d.transcript), environ: environ, streams: talk})
	if err == nil && said.status != 0 {
		err = fail("", "%s ended with status %d", d.program, said.status)
	}
	return err
}

// choose takes the shell that was asked for, else the one that awsenv was typed into.
func (v *demoVerb) choose(w *world) (*shells.Shell, error) {
	if v.Shell != "" {
		return lookupShell(v.Shell)
	}
	if runtime.GOOS == "windows" && w.get(initVariable)+w.get("SHELL") == "" {
		return lookupShell("powershell")
	}
	return w.shell(), nil
}

func (w *world) introduce(sh *shells.Shell) {
	fmt.Fprintf(w.stdout, `This is %s with awsenv loaded, on the sample configuration of a made-up company. Nothing here
reaches AWS or your own files. Try:

    aws-use prod          switch this shell, and see the prompt
    aws-use <Tab>         complete a profile
    aws-use papermill     a profile whose session is not signed in; then aws-login
    aws-use -             back
    awsenv list-profiles --long

exit ends it.

`, sh.Name)
}

func (d demoShell) command(dir string, args []string) []string {
	out := []string{d.program}
	for _, arg := range args {
		out = append(out, strings.ReplaceAll(arg, "DIR", dir))
	}
	return out
}

// furnish writes the home folder of the demo: AWS's files, one session that is signed in, and programs.
func (d demoShell) furnish(dir string, now time.Time) error {
	files := map[string]string{"config": ".aws/config", "credentials": ".aws/credentials", "commands": "commands"}
	for from, to := range d.files {
		files[from] = to
	}
	for from, to := range files {
		data, err := demoFiles.ReadFile("demo/" + from)
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(dir, to), string(data), 0o600); err != nil {
			return err
		}
	}
	return errors.Join(signInDemo(dir, "nimbus", now), installDemo(filepath.Join(dir, "bin")))
}

func writeFile(path, text string, mode os.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), mode)
}

// signInDemo leaves a token for a session that is good for a working day, and opens nothing.
func signInDemo(home, session string, now time.Time) error {
	text := fmt.Sprintf(`{"accessToken": "demo", "expiresAt": %q}`, now.Add(8*time.Hour).UTC().Format(time.RFC3339))
	return writeFile(filepath.Join(home, ".aws", "sso", "cache", sso.CacheFile(session)), text, 0o600)
}

// installDemo puts this program on the demo's PATH, and a stand-in for the AWS CLI that is part of it.
func installDemo(bin string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" {
		data, err := os.ReadFile(self)
		if err != nil {
			return err
		}
		return errors.Join(writeFile(filepath.Join(bin, "awsenv.exe"), string(data), 0o700),
			writeFile(filepath.Join(bin, "aws.cmd"), "@\"%~dp0awsenv.exe\" demo-aws %*\r\n", 0o700))
	}
	if err := writeFile(filepath.Join(bin, "aws"), "#!/bin/sh\nexec awsenv demo-aws \"$@\"\n", 0o700); err != nil {
		return err
	}
	return os.Symlink(self, filepath.Join(bin, "awsenv"))
}

// demoEnvironment is the user's environment without all that would lead a shell, or AWS's tools, out of the demo.
func (w *world) demoEnvironment(dir string) []string {
	var environ []string
	for _, v := range w.environ {
		name, _, _ := strings.Cut(v, "=")
		if !leadsOut(name) {
			environ = append(environ, v)
		}
	}
	home := []string{
		"HOME=" + dir, "USERPROFILE=" + dir, "ZDOTDIR=" + dir,
		"PATH=" + filepath.Join(dir, "bin") + string(os.PathListSeparator) + w.get("PATH"),
	}
	if len(w.get("NO_COLOR")) == 0 && w.get("TERM") == "" {
		home = append(home, "TERM=dumb")
	}
	return append(environ, home...)
}

// Variables that lead out of the demo, by the beginning of their name and by all of it.
var (
	outerPrefixes = []string{"AWS", "XDG_", "STARSHIP_", "POSH_"}
	outerNames    = []string{"BASH_ENV", "ENV", "PROMPT_COMMAND", "PS1", "HISTFILE", "ZDOTDIR", "HOME", "USERPROFILE", "PATH"}
)

func leadsOut(name string) bool {
	return slices.ContainsFunc(outerPrefixes, func(prefix string) bool { return strings.HasPrefix(strings.ToUpper(name), prefix) }) ||
		slices.ContainsFunc(outerNames, func(outer string) bool { return sameVariable(name, outer) })
}

// demoAWSVerb is the stand-in for the AWS CLI in the demo.
type demoAWSVerb struct {
	Args []string `arg:"" optional:"" passthrough:""`
}

// Run answers the few commands that the demo needs.
func (v *demoAWSVerb) Run(w *world) error {
	line := strings.Join(v.Args, " ")
	switch {
	case strings.HasPrefix(line, "sso login --sso-session "):
		fmt.Fprintf(w.stdout, "(the demo's aws: here your browser would open) Successfully logged into sso-session %s\n", v.Args[3])
		return signInDemo(w.home, v.Args[3], w.now)
	case strings.HasPrefix(line, "sso login --profile "):
		config := w.paths().Load()
		if p, ok := config.Profile(v.Args[3]); ok {
			return signInDemo(w.home, p.Get("sso_start_url"), w.now)
		}
	case line == "--version":
		return w.print("aws-cli/2.99.0 demo\n")
	case line == "sso logout":
		return os.RemoveAll(filepath.Join(w.home, ".aws", "sso", "cache"))
	case strings.HasPrefix(line, "sts get-caller-identity"):
		return w.print(fmt.Sprintf("%q\n", w.demoAccount()))
	}
	return fail("", "the demo has no AWS account: its aws knows sso login, sso logout and sts get-caller-identity")
}

func (w *world) demoAccount() string {
	id := identity.Resolve(w.lookup, w.paths().Load())
	if id.Profile == nil {
		return "none"
	}
	return identity.Account(id.Profile)
}
