package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// asProgram makes the test binary behave as the program itself.
const asProgram = "FAKESSO_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	// A test that hangs is ended with its context.
	command := exec.CommandContext(t.Context(), os.Args[0], args...)
	command.Env = append(os.Environ(), asProgram+"=yes")
	return command
}

func TestServeEndsWhenItsInputCloses(t *testing.T) {
	dir := t.TempDir()
	command := program(t, "serve", "--dir", dir)
	input, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	waitForFile(t, filepath.Join(dir, "env"))
	input.Close()
	if err := command.Wait(); err != nil {
		t.Error(err)
	}
}

func TestServeEndsWithItsParent(t *testing.T) {
	dir := t.TempDir()
	// The shell starts it in the background, waits until it is ready, and goes.
	shell := exec.Command("sh", "-c", `"$0" serve --dir "$1" </dev/null & until [ -s "$1/env" ]; do sleep 0.05; done`, os.Args[0], dir)
	shell.Env = append(os.Environ(), asProgram+"=yes")
	// Its end is seen by the output, which the server inherits: Output returns once both are gone.
	shell.WaitDelay = 20 * time.Second
	if _, err := shell.Output(); err != nil {
		t.Error(err)
	}
}

func waitForFile(t *testing.T, path string) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(path); err == nil {
			return
		}
	}
	t.Fatalf("there is no %s", path)
}
