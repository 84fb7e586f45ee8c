package main

import (
	"os"
	"os/exec"
)

// replaceProcess cannot replace a process on Windows: it waits for the program and ends as it did.
func replaceProcess(c command) (int, error) {
	said, err := startProcess(c)
	return said.status, err
}

// detach has nothing to do: a program has no terminal that it could take.
func detach(*exec.Cmd) {}

// endGroup has nothing to do: there are no groups of processes.
func endGroup(*exec.Cmd) {}

func exitStatus(state *os.ProcessState) int { return state.ExitCode() }
