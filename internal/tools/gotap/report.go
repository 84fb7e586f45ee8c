package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// event is one line of go test -json, as `go doc test2json` describes it.
type event struct {
	Action      string
	Package     string
	ImportPath  string
	Test        string
	Output      string
	FailedBuild string
}

// key names a test, or with an empty test its whole package.
type key struct{ pkg, test string }

// report collects the output of running tests and writes a TAP line for each
// that ends.
type report struct {
	out    *bufio.Writer
	count  int
	output map[key][]string
	builds map[string][]string
	// running holds the tests that have begun and not ended: after a panic or
	// a timeout they never say how they ended.
	running map[key]bool
	// parents holds the tests with subtests, which are counted in their place.
	parents map[key]bool
	failed  map[string]bool
}

func newReport(out io.Writer) *report {
	return &report{
		out:     bufio.NewWriter(out),
		output:  map[key][]string{},
		builds:  map[string][]string{},
		running: map[key]bool{},
		parents: map[key]bool{},
		failed:  map[string]bool{},
	}
}

// readAll takes in every line. One that is no event is kept as a comment: it
// comes from a tool that go test ran, and may be all there is to explain a failure.
func (r *report) readAll(in io.Reader) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			r.readLine(line)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read events: %w", err)
		}
	}
}

func (r *report) readLine(line []byte) {
	var e event
	if err := json.Unmarshal(line, &e); err != nil {
		r.comment(string(line))
		return
	}
	r.add(e)
}

func (r *report) add(e event) {
	k := key{e.Package, e.Test}
	switch e.Action {
	case "build-output":
		r.builds[e.ImportPath] = append(r.builds[e.ImportPath], e.Output)
	case "run":
		r.begin(k)
	case "output":
		r.output[k] = append(r.output[k], e.Output)
	case "pass", "fail", "skip":
		r.end(k, e)
	}
}

func (r *report) begin(k key) {
	r.running[k] = true
	for parent := k.test; ; {
		cut := strings.LastIndexByte(parent, '/')
		if cut < 0 {
			return
		}
		parent = parent[:cut]
		r.parents[key{k.pkg, parent}] = true
	}
}

func (r *report) end(k key, e event) {
	delete(r.running, k)
	switch {
	case k.test == "":
		r.endPackage(k, e)
	case e.Action == "fail":
		r.endFailed(k)
	case r.parents[k]:
	case e.Action == "skip":
		r.line("ok", name(k)+" # skip "+r.reason(k))
	default:
		r.line("ok", name(k))
	}
	delete(r.output, k)
}

// endFailed counts a failed test. A parent whose subtests failed is not counted
// again, but what it printed itself is shown.
func (r *report) endFailed(k key) {
	if r.parents[k] && r.anyFailedBelow(k) {
		r.comments(r.output[k])
		return
	}
	r.line("not ok", name(k))
	r.comments(r.output[k])
	r.failed[name(k)] = true
	r.failed[k.pkg] = true
}

func (r *report) anyFailedBelow(k key) bool {
	for failed := range r.failed {
		if strings.HasPrefix(failed, name(k)+"/") {
			return true
		}
	}
	return false
}

// endPackage counts what no test has said: tests that were cut off, a package
// that does not build, or one that failed outside its tests.
func (r *report) endPackage(k key, e event) {
	if e.Action != "fail" {
		return
	}
	for _, test := range r.unfinished(k.pkg) {
		r.endFailed(test)
		delete(r.running, test)
	}
	if r.failed[k.pkg] {
		return
	}
	r.line("not ok", k.pkg)
	r.comments(r.builds[e.FailedBuild])
	r.comments(r.output[k])
}

// unfinished lists the tests of a package that never ended, subtests first, so
// that a parent is not counted beside them.
func (r *report) unfinished(pkg string) []key {
	var tests []key
	for k := range r.running {
		if k.pkg == pkg {
			tests = append(tests, k)
		}
	}
	slices.SortFunc(tests, func(a, b key) int { return strings.Compare(b.test, a.test) })
	return tests
}

// reason is what a skipped test said, without go test's own lines about it.
func (r *report) reason(k key) string {
	var said []string
	for _, line := range r.output[k] {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "===") && !strings.HasPrefix(line, "--- ") {
			said = append(said, line)
		}
	}
	return strings.Join(said, " ")
}

// finish ends the stream with its plan: how many lines there must be.
func (r *report) finish() error {
	fmt.Fprintf(r.out, "1..%d\n", r.count)
	return r.out.Flush()
}

func (r *report) line(result, text string) {
	r.count++
	fmt.Fprintf(r.out, "%s %d %s\n", result, r.count, text)
}

func (r *report) comments(lines []string) {
	for _, line := range lines {
		r.comment(line)
	}
}

func (r *report) comment(line string) {
	fmt.Fprintf(r.out, "# %s\n", strings.TrimRight(line, "\r\n"))
}

// name is the package's path and the test's name in one.
func name(k key) string {
	return k.pkg + " " + k.test
}
