package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
)

// journal writes a line for each call, for tests to read. It holds no secret:
// its facts are chosen where the call is answered.
type journal struct {
	mu  sync.Mutex
	out io.Writer
}

// write adds a line "OPERATION name=value …". Facts without a value are left out.
func (j *journal) write(operation string, facts ...fact) {
	var b strings.Builder
	b.WriteString(operation)
	for _, f := range facts {
		if f.value != "" {
			fmt.Fprintf(&b, " %s=%s", f.name, oneWord(f.value))
		}
	}
	b.WriteByte('\n')
	j.mu.Lock()
	defer j.mu.Unlock()
	io.WriteString(j.out, b.String())
}

// fact is one thing to know about a call.
type fact struct{ name, value string }

// oneWord keeps a client's text from forging lines or facts.
func oneWord(text string) string {
	return strings.Join(strings.Fields(text), "_")
}
