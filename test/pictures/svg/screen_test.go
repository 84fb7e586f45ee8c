package main

import (
	"reflect"
	"testing"
)

// flat is a line as the text and style of each cell, which is what most tests are about.
type flat struct {
	text  string
	style style
}

func flatten(lines [][]cell) [][]flat {
	all := make([][]flat, len(lines))
	for i, line := range lines {
		for _, c := range line {
			all[i] = append(all[i], flat{c.text, c.style})
		}
	}
	return all
}

func TestParse(t *testing.T) {
	red, cyan := style{fg: palette[1]}, style{fg: palette[6]}
	tests := []struct {
		name    string
		capture string
		want    [][]flat
	}{
		{"nothing", "", [][]flat{}},
		{"empty lines at the end", "a\n\n\n", [][]flat{{{"a", style{}}}}},
		{"an empty line between", "a\n\nb", [][]flat{{{"a", style{}}}, nil, {{"b", style{}}}}},
		{"colour and back", "\x1b[31ma\x1b[39mb", [][]flat{{{"a", red}, {"b", style{}}}}},
		{"a style lasts beyond the line", "\x1b[36ma\nb\x1b[0m", [][]flat{{{"a", cyan}}, {{"b", cyan}}}},
		{"no parameter is a reset", "\x1b[31ma\x1b[mb", [][]flat{{{"a", red}, {"b", style{}}}}},
		{"a mark that combines", "e\u0301x", [][]flat{{{"e\u0301", style{}}, {"x", style{}}}}},
		{"a mark at the beginning", "\u0301x", [][]flat{{{"x", style{}}}}},
		{"other sequences", "\x1b[2Ja\x1b[?25lb\x1b(Bc\x0fd", [][]flat{{{"a", style{}}, {"b", style{}}, {"c", style{}}, {"d", style{}}}}},
		{"a link", "\x1b]8;;https://example.com/\x1b\\a\x1b]8;;\x07b", [][]flat{{{"a", style{}}, {"b", style{}}}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := flatten(parse(test.capture)); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestCellsOf(t *testing.T) {
	tests := map[rune]int{
		'a': 1, ' ': 1, 'é': 1, '│': 1, '…': 1, '\u00a0': 1,
		'界': 2, 'ｗ': 2, '한': 2, 'あ': 2, '、': 2, '😀': 2, '𠀀': 2,
		'\n': 0, '\x0e': 0, '\u0301': 0, '\u200b': 0, '\u202e': 0,
	}
	for r, want := range tests {
		if got := cellsOf(r); got != want {
			t.Errorf("%q (%U): got %d, want %d", r, r, got, want)
		}
	}
}
