package main

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// cell is one character of the screen, with the marks that combine with it.
type cell struct {
	text  string
	width int
	style style
}

// blank tells whether nothing is to be drawn but a background: a no-break space aligns columns as any other.
func (c cell) blank() bool { return strings.TrimSpace(c.text) == "" }

// escape is one escape sequence: a control sequence with its parameters and its last letter, a string such as the one
// that begins a link, or a short one.
var escape = regexp.MustCompile(`^\x1b(?:\[([0-9:;<=>?]*)[ -/]*([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])`)

// screen is what has been read of a capture. The style lasts beyond the end of a line, as tmux takes for granted.
type screen struct {
	lines [][]cell
	style style
}

// parse reads a capture: lines of cells, without the empty ones at the end.
func parse(capture string) [][]cell {
	s := screen{lines: [][]cell{nil}}
	for capture != "" {
		if sequence := escape.FindStringSubmatch(capture); sequence != nil {
			s.obey(sequence[1], sequence[2])
			capture = capture[len(sequence[0]):]
			continue
		}
		r, size := utf8.DecodeRuneInString(capture)
		s.put(r)
		capture = capture[size:]
	}
	return withoutEmptyEnd(s.lines)
}

// obey follows the only sequence that matters to a picture: the one that sets colours and the like.
func (s *screen) obey(parameters, letter string) {
	if letter == "m" {
		s.style = s.style.with(strings.Split(parameters, ";"))
	}
}

func (s *screen) put(r rune) {
	last := len(s.lines) - 1
	line := s.lines[last]
	width := cellsOf(r)
	switch {
	case r == '\n':
		s.lines = append(s.lines, nil)
	case width > 0:
		s.lines[last] = append(line, cell{text: string(r), width: width, style: s.style})
	case r >= ' ' && len(line) > 0:
		line[len(line)-1].text += string(r)
	}
}

func withoutEmptyEnd(lines [][]cell) [][]cell {
	for len(lines) > 0 && len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}
