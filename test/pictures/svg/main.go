// Command svg makes a picture of a terminal: it reads what `tmux capture-pane -e -p` printed, and writes an SVG that
// looks the same wherever it is shown. Equal input gives equal bytes, so that a picture changes only with what it shows.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := convert(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "svg:", err)
		os.Exit(1)
	}
}

func convert(args []string, capture io.Reader, picture io.Writer) error {
	w := window{columns: 80}
	flags := flag.NewFlagSet("svg", flag.ContinueOnError)
	flags.StringVar(&w.title, "title", "", "stands in the title bar")
	flags.IntVar(&w.columns, "columns", w.columns, "how many cells wide the terminal is")
	flags.Func("cursor", "the cell of the cursor, as `COLUMN:ROW` from 0; empty where it is hidden", w.setCursor)
	if err := flags.Parse(args); err != nil {
		return err
	}
	text, err := io.ReadAll(capture)
	if err != nil {
		return fmt.Errorf("read the capture: %w", err)
	}
	_, err = io.WriteString(picture, w.draw(parse(string(text))))
	return err
}
