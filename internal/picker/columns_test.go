package picker

import (
	"slices"
	"strings"
	"testing"
)

func TestLayOut(t *testing.T) {
	tests := []struct {
		name    string
		options Options
		rows    [][]string
		want    []string
	}{
		{
			"columns begin where those of the header do",
			Options{Header: []string{"NAME", "ACCOUNT", "ROLE"}, Current: -1},
			[][]string{{"development", "1", "Admin"}, {"x", "222222222222", "R"}},
			[]string{
				"  NAME         ACCOUNT       ROLE",
				"  development  1             Admin",
				"  x            222222222222  R",
			},
		},
		{
			"the current row is marked",
			Options{Current: 1},
			[][]string{{"a"}, {"b"}, {"c"}},
			[]string{"", "  a", "* b", "  c"},
		},
		{
			"wide characters take two places, combining marks none",
			Options{Header: []string{"NAME", "ACCOUNT"}, Current: 0},
			[][]string{{"日本", "1"}, {"e\u0301te\u0301", "2"}, {"🚀", "3"}, {"abcd", "4"}},
			[]string{
				"  NAME  ACCOUNT",
				"* 日本  1",
				"  e\u0301te\u0301   2",
				"  🚀    3",
				"  abcd  4",
			},
		},
		{
			"what a terminal would obey is shown as question marks",
			Options{Current: -1},
			[][]string{{"\x1b[31mred\x1b[m", "1"}, {"two\nlines\ttab", "2"}, {"\u202egnp", "3"}, {"\xff", "4"}, {"a\u00a0b", "5"}},
			[]string{
				"",
				"  ?[31mred?[m    1",
				"  two?lines?tab  2",
				"  ?gnp           3",
				"  ?              4",
				"  a?b            5",
			},
		},
		{
			"a very long name pushes aside its own row alone",
			Options{Current: -1},
			[][]string{{strings.Repeat("x", 60), "1"}, {"a", "2"}, {"bbb", "3"}},
			[]string{"", "  " + strings.Repeat("x", 60) + "  1", "  a    2", "  bbb  3"},
		},
		{
			"rows may be short or empty",
			Options{Header: []string{"A", "B", "C"}, Current: 3},
			[][]string{{"a"}, {"", "b"}, {"", "", "c"}, {}, {"", ""}},
			[]string{"  A  B  C", "  a", "     b", "        c", "* ", "  "},
		},
		{
			"a row may be longer than the header",
			Options{Header: []string{"A"}, Current: -1},
			[][]string{{"aa", "b"}, {"a", "b"}},
			[]string{"  A", "  aa  b", "  a   b"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			header, lines := layOut(tt.rows, tt.options)
			var got []string
			for _, line := range append([]string{header}, lines...) {
				got = append(got, strings.ReplaceAll(line, afterMark, " "))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestLayOutLeavesTheRowsAsTheyAre(t *testing.T) {
	rows := [][]string{{"a\x1bb"}, {"c"}}
	layOut(rows, Options{Header: []string{"A"}})
	if rows[0][0] != "a\x1bb" || rows[1][0] != "c" {
		t.Errorf("the rows became %q", rows)
	}
}

func TestTheMarkIsNotSearched(t *testing.T) {
	_, lines := layOut([][]string{{"a" + afterMark + "b"}}, Options{})
	if n := strings.Count(lines[0], afterMark); n != 1 {
		t.Errorf("%d fields end in %q, where only the mark is to be left out", n, lines[0])
	}
}
