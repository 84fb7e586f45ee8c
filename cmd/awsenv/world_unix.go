//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// replaceProcess becomes the program, so that its signals, status and terminal are those of the command as typed.
func replaceProcess(c command) (int, error) {
	path, err := exec.LookPath(c.args[0])
	if err != nil && !errors.Is(err, exec.ErrDot) {
		return 0, err
	}
	err = syscall.Exec(path, c.args, c.environ)
	if errors.Is(err, syscall.ENOEXEC) {
		// A script without a first line that names its shell: as POSIX has it, and every shell does.
		err = syscall.Exec("/bin/sh", append([]string{"/bin/sh", path}, c.args[1:]...), c.environ)
	}
	return 0, err
}

// detach gives the program a session of its own: it cannot take the terminal, and is ended with its children.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// endGroup ends what a detached program has left behind.
func endGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}

func exitStatus(state *os.ProcessState) int {
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return state.ExitCode()
}
