package main

import "os"

// replaceProcess cannot replace a process on Windows: it waits for the program and ends as it did.
func replaceProcess(c command) (int, error) { return startProcess(c) }

func exitStatus(state *os.ProcessState) int { return state.ExitCode() }
