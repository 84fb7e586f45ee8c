// Gotap turns the event stream of go test into TAP, so that the test runner
// counts Go tests one by one, as it counts every other suite:
//
//	go test -json ./... | gotap
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "gotap: %v\n", err)
		os.Exit(1)
	}
}

// run reads the events on in and writes one TAP line per test on out.
func run(in io.Reader, out io.Writer) error {
	r := newReport(out)
	if err := r.readAll(in); err != nil {
		return err
	}
	return r.finish()
}
