package main

import (
	"errors"
	"fmt"

	"awsenv/internal/columns"
)

// The exit statuses. Everything that is not wrong usage or a cancellation is a plain failure.
const (
	done      = 0
	failed    = 1
	misused   = 2
	cancelled = 130
	quit      = 131 // of a program that Ctrl-\ has ended
)

// failure ends a verb: its status, what a person reads, and hints that mend it. An empty message is not printed.
type failure struct {
	status  int
	message string
	hints   []string
}

func (f *failure) Error() string { return f.message }

// fail is a failure with status 1.
func fail(hint, format string, args ...any) *failure {
	return &failure{status: failed, message: fmt.Sprintf(format, args...), hints: hints(hint)}
}

// misuse is a failure with status 2.
func misuse(hint, format string, args ...any) *failure {
	return &failure{status: misused, message: fmt.Sprintf(format, args...), hints: hints(hint)}
}

func hints(hint string) []string {
	if hint == "" {
		return nil
	}
	return []string{hint}
}

// say tells a person something, on stderr, in awsenv's voice. Whatever it is made from, a terminal obeys nothing in it.
func (w *world) say(format string, args ...any) {
	fmt.Fprintln(w.stderr, "awsenv: "+columns.Harmless(fmt.Sprintf(format, args...)))
}

// hint tells a person what to do about what was said.
func (w *world) hint(format string, args ...any) { w.say("hint: "+format, args...) }

// report says why a verb ended and returns the exit status.
func (w *world) report(err error) int {
	if err == nil {
		return done
	}
	f := &failure{status: failed, message: err.Error()}
	errors.As(err, &f)
	if f.message != "" {
		w.say("%s", f.message)
	}
	for _, h := range f.hints {
		w.hint("%s", h)
	}
	return f.status
}

// quoted is data as it stands in a message.
func quoted(s string) string { return `"` + columns.Harmless(s) + `"` }
