// Package picker lets a person choose one row of a table at the terminal: rows in, the index of one out. It embeds fzf
// and owns the terminal while it is open: standard output stays clean, so that it works inside a command substitution.
//
// Nothing of the user's fzf settings is read, since they can run commands and change what is returned.
package picker

import (
	"errors"
	"fmt"
	"strconv"

	"awsenv/internal/columns"

	fzf "github.com/junegunn/fzf/src"
	"github.com/junegunn/fzf/src/tui"
)

// How Pick ends without a choice.
var (
	ErrCancelled  = errors.New("cancelled")
	ErrNoTerminal = errors.New("there is no terminal to choose at")
	ErrNoRows     = errors.New("there is nothing to choose from")
)

// Options say how the rows are shown.
type Options struct {
	Header  []string // names of the columns
	Current int      // the row that is marked and where the cursor starts; none if there is no such row
	Prompt  string   // stands before what the person types
	Color   bool
}

// Pick shows rows of cells in aligned columns, in the order given, and returns the index of the one that was chosen.
// Typing filters by all columns. Escape, Ctrl-C, Ctrl-D, a signal to end, and Enter where nothing matches are
// ErrCancelled.
func Pick(rows [][]string, o Options) (int, error) {
	if len(rows) == 0 {
		return 0, ErrNoRows
	}
	if !haveTerminal() {
		return 0, ErrNoTerminal
	}
	header, lines := layOut(rows, o)
	settings, err := fzf.ParseOptions(false, arguments(header, len(rows), o))
	if err != nil {
		return 0, fmt.Errorf("set up the picker: %w", err)
	}
	// A line end within a pasted text would choose before the search has seen that text.
	settings.Keymap[tui.BracketedPasteBegin.AsEvent()] = nil
	settings.Keymap[tui.BracketedPasteEnd.AsEvent()] = nil
	var answer string
	settings.Printer = func(s string) { answer = s }
	settings.Input = feed(lines)
	defer keepProcess()()
	status, err := fzf.Run(settings)
	if err != nil {
		return 0, fmt.Errorf("show the picker: %w", err)
	}
	return choice(status, answer, len(rows))
}

// arguments are fzf's. The answer is an index and never a row's text, which says less than the row it was made from.
func arguments(header string, rows int, o Options) []string {
	args := []string{
		"--accept-nth={n}",
		"--delimiter=" + afterMark, "--nth=2..",
		"--height=~40%", "--layout=reverse", "--info=inline-right", "--no-separator",
		"--no-mouse", "--no-hscroll", "--no-unicode", "--gutter= ",
		// A row is long: the letters of nearly any word are found somewhere in it, in their order.
		"--exact",
		// Said, as what fzf takes by itself depends on whether standard input is a terminal.
		"--scheme=default",
		// Among equal matches the name, which comes first, wins, then a name that is matched as a whole, then the order
		// given; the current row, whose text begins with the mark, is after its equals.
		"--tiebreak=begin,chunk,index",
		// Enter after typing takes the best match, wherever the cursor was.
		"--bind=change:first",
		// Stopping would hang bash inside a command substitution.
		"--bind=ctrl-z:ignore",
		// Keys typed ahead of the search must not choose the row that it is about to replace.
		"--bind=enter:wait+accept",
		"--color=" + theme(o.Color),
		"--prompt=" + columns.Harmless(o.Prompt),
	}
	if header != "" {
		args = append(args, "--header="+header)
	}
	if 0 <= o.Current && o.Current < rows {
		// The rows are there at the start only if fzf waits for them.
		args = append(args, "--sync", fmt.Sprintf("--bind=start:pos(%d)", o.Current+1))
	}
	return args
}

// theme is the terminal's own 16 colours, which suit its background. Without a theme fzf would run tput.
func theme(color bool) string {
	if color {
		return "16"
	}
	return "bw"
}

// feed is a channel that holds all lines and is closed.
func feed(lines []string) chan string {
	c := make(chan string, len(lines))
	for _, line := range lines {
		c <- line
	}
	close(c)
	return c
}

// choice reads fzf's answer.
func choice(status int, answer string, rows int) (int, error) {
	switch status {
	case fzf.ExitInterrupt, fzf.ExitNoMatch:
		return 0, ErrCancelled
	case fzf.ExitOk:
	default:
		return 0, fmt.Errorf("the picker ended with status %d", status)
	}
	index, err := strconv.Atoi(answer)
	if err != nil || index < 0 || index >= rows {
		return 0, fmt.Errorf("the picker answered %q for one of %d rows", answer, rows)
	}
	return index, nil
}
