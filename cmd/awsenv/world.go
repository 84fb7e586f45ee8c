package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/picker"

	"github.com/mattn/go-isatty"
)

// world is the process as the verbs see it: nothing else in awsenv touches environment, clock or other programs.
type world struct {
	program        string   // argv[0], as the user or a shell function typed it
	environ        []string // NAME=value
	home           string   // empty where there is none
	stdout, stderr io.Writer
	terminal       bool // stdin and stdout are one: a shell can be opened
	watched        bool // stdout is one: a person sees what is printed
	now            time.Time
	named          bool // the profile in environ is one that was asked about, and not the shell's
	// caller tells of the process that awsenv was typed into.
	caller func() caller
	// pick lets a person choose a row at the terminal.
	pick func(rows [][]string, o picker.Options) (int, error)
	// capture runs a program that talks to nobody: no stdin, no terminal, and not for longer than a limit.
	capture func(command, time.Duration) (answer, error)
	// start runs a program to its end with the three streams; replace becomes it.
	start   func(command) (answer, error)
	replace func(command) (status int, err error)
}

// command is a program to run, with its own environment.
type command struct {
	args    []string
	environ []string
	streams streams
}

// streams says where the output of a program goes.
type streams int

const (
	asOwn      streams = iota
	talkOnly           // stdout to stderr: awsenv's own stdout carries shell code
	merged             // stderr to stdout
	outputOnly         // stderr to nowhere
	errorsOnly         // stdout to nowhere
)

// process is the world of the real process.
func process() *world {
	w := &world{
		program: os.Args[0], environ: os.Environ(), home: home(),
		stdout: os.Stdout, stderr: os.Stderr,
		watched: isatty.IsTerminal(os.Stdout.Fd()),
		now:     time.Now(), caller: parentProcess,
	}
	w.terminal = w.watched && isatty.IsTerminal(os.Stdin.Fd())
	w.capture, w.pick = captureProcess, picker.Pick
	w.start = startProcess
	w.replace = replaceProcess
	return w
}

// home follows Python's expanduser, and so the AWS CLI: the variable even when it is empty, else the user database.
func home() string {
	name := "HOME"
	if runtime.GOOS == "windows" {
		name = "USERPROFILE"
	}
	if dir, set := os.LookupEnv(name); set {
		return dir
	}
	if u, err := user.Current(); err == nil {
		return u.HomeDir
	}
	return ""
}

// lookup finds a variable of the environment. The last one counts where it stands twice.
func (w *world) lookup(name string) (string, bool) {
	for _, v := range slices.Backward(w.environ) {
		if key, value, ok := strings.Cut(v, "="); ok && sameVariable(key, name) {
			return value, true
		}
	}
	return "", false
}

func (w *world) get(name string) string {
	value, _ := w.lookup(name)
	return value
}

// sameVariable: Windows does not tell upper and lower case apart.
func sameVariable(a, b string) bool {
	return a == b || runtime.GOOS == "windows" && strings.EqualFold(a, b)
}

// without is the environment without some variables, and without those that only awsenv and its shell functions use.
func (w *world) without(names ...string) []string {
	names = append(names, stateVariable, argsVariable)
	return slices.DeleteFunc(slices.Clone(w.environ), func(v string) bool {
		key, _, _ := strings.Cut(v, "=")
		return slices.ContainsFunc(names, func(name string) bool { return sameVariable(key, name) })
	})
}

// withoutIdentity is the environment without the variables that choose who somebody is to AWS's tools.
func (w *world) withoutIdentity() []string {
	return w.without(append(slices.Clone(identity.Shadowing), "AWS_PROFILE")...)
}

// paths are the two files that AWS's tools read here.
func (w *world) paths() awsconfig.Paths { return awsconfig.Locate(w.lookup, w.home) }

// startProcess waits for the program even when Ctrl-C or the end of the terminal, which reach both, would end awsenv:
// the program decides how it ends, and awsenv may have to tidy up. A signal that ended it counts as 128 more than its number, as in a shell.
func startProcess(c command) (answer, error) {
	cmd := prepare(c)
	var errs bytes.Buffer
	if c.streams == talkOnly {
		cmd.Stderr = io.MultiWriter(os.Stderr, &errs)
	}
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGHUP, syscall.SIGQUIT)
	defer signal.Stop(interrupts)
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return answer{errors: errs.String(), status: exitStatus(exit.ProcessState)}, nil
	}
	return answer{errors: errs.String()}, err
}

// answer is what a program said, as far as that was kept, and how it ended.
type answer struct {
	out, errors string
	status      int
}

// captureProcess ends a program that takes too long, or that a person does not want to wait for, with all that it has
// started. What it has started and left behind is ended too.
func captureProcess(c command, limit time.Duration) (answer, error) {
	interrupted, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	ctx, cancel := context.WithTimeout(interrupted, limit)
	defer cancel()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, c.args[0], c.args[1:]...)
	cmd.Env, cmd.Stdout, cmd.Stderr, cmd.WaitDelay = c.environ, &out, &errs, time.Second
	if c.streams == errorsOnly {
		cmd.Stdout = nil
	}
	detach(cmd)
	err := cmd.Run()
	endGroup(cmd)
	said := answer{out: out.String(), errors: errs.String()}
	var ended *exec.ExitError
	switch {
	case interrupted.Err() != nil:
		panic(exit(cancelled)) // whatever it was run for: a person wants no more of it
	case ctx.Err() == nil && errors.As(err, &ended):
		said.status = exitStatus(ended.ProcessState)
		return said, nil
	case errors.Is(err, exec.ErrWaitDelay):
		return said, nil // it has ended, and something that it started has not
	}
	return said, err
}

// caller is a process: its ids and those of the processes that it is a subshell of, and what it is called, where the
// system tells.
type caller struct {
	ids  []string
	name string
}

// parentProcess looks at the process that has started awsenv.
func parentProcess() caller {
	id := strconv.Itoa(os.Getppid())
	return caller{ids: shellProcesses(id), name: strings.TrimSpace(ofProcess(id, "comm"))}
}

// ofProcess reads what Linux tells of a process; it is empty elsewhere.
func ofProcess(id, what string) string {
	text, _ := os.ReadFile(filepath.Join("/proc", id, what))
	return string(text)
}

// shellProcesses are a process and those above it that were started by the same words: a subshell, as in a pipeline or
// in brackets, is a copy of its shell.
func shellProcesses(id string) []string {
	found := []string{id}
	for words := ofProcess(id, "cmdline"); words != ""; {
		stat := ofProcess(id, "stat")
		fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
		if len(fields) < 2 || ofProcess(fields[1], "cmdline") != words {
			break
		}
		id = fields[1]
		found = append(found, id)
	}
	return found
}

func prepare(c command) *exec.Cmd {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Env = c.environ
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	switch c.streams {
	case talkOnly:
		cmd.Stdout = os.Stderr
	case merged:
		cmd.Stderr = os.Stdout
	case outputOnly:
		cmd.Stderr = nil
	}
	return cmd
}
