// Package columns lays out text for a terminal: in columns that align by the cells that characters take, and with
// nothing in it that a terminal would obey.
package columns

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

const gap = "  "

// wide is how many cells a column may be wide. A longer text pushes aside the rest of its own line alone: else one of
// them would push it off the screen in all others.
const wide = 50

// Align makes each record one line, in which every column begins where it does in all others, behind a text that is too
// long for that apart. The cells are made harmless.
func Align(records [][]string) []string {
	var widths []int
	shown := make([][]string, len(records))
	for i, record := range records {
		for column, cell := range record {
			text := Harmless(cell)
			shown[i] = append(shown[i], text)
			if column == len(widths) {
				widths = append(widths, 0)
			}
			if width := Width(text); width <= wide {
				widths[column] = max(widths[column], width)
			}
		}
	}
	lines := make([]string, len(records))
	for i, cells := range shown {
		lines[i] = join(cells, widths)
	}
	return lines
}

func join(cells []string, widths []int) string {
	var b strings.Builder
	for column, cell := range cells {
		b.WriteString(cell)
		b.WriteString(strings.Repeat(" ", max(widths[column]-Width(cell), 0)))
		b.WriteString(gap)
	}
	return strings.TrimRight(b.String(), " ")
}

// Width is how many cells of the terminal a text takes: two for a wide character, none for a combining mark.
func Width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// Harmless is what can be shown of a text: whatever does not print, a space in ASCII apart, becomes a question mark.
// Among it are control characters, marks that turn the direction of text, and bytes that are not UTF-8.
func Harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, s)
}

// Shortest is the least number of cells that Shorten can shorten to: a character of both ends, and the mark between.
const Shortest = 3

// Shorten takes text out of the middle, where it is wider than a limit of cells; the ends tell names apart best.
func Shorten(s string, limit int) string {
	if limit < Shortest || Width(s) <= limit {
		return s
	}
	clusters := clustersOf(s)
	head, tail := "", ""
	for left, right := 0, len(clusters)-1; left <= right; {
		next := clusters[left]
		if Width(head) > Width(tail) {
			next = clusters[right]
		}
		if Width(head)+Width(tail)+Width(next)+1 > limit {
			break
		}
		if Width(head) > Width(tail) {
			tail, right = next+tail, right-1
		} else {
			head, left = head+next, left+1
		}
	}
	return head + "…" + tail
}

// clustersOf are what a person takes for characters.
func clustersOf(s string) []string {
	var found []string
	for state := -1; s != ""; {
		var cluster string
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		found = append(found, cluster)
	}
	return found
}
