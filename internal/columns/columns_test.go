package columns

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestAlign(t *testing.T) {
	tests := []struct {
		name       string
		rows, want []string // cells are separated by |
	}{
		{
			"columns",
			[]string{"NAME|ACCOUNT|ROLE", "development|1|Admin", "x|222222222222|R"},
			[]string{"NAME         ACCOUNT       ROLE", "development  1             Admin", "x            222222222222  R"},
		},
		{
			"wide characters take two cells, combining marks none",
			[]string{"NAME|ACCOUNT", "日本|1", "e\u0301te\u0301|2", "🚀|3", "abcd|4"},
			[]string{"NAME  ACCOUNT", "日本  1", "e\u0301te\u0301   2", "🚀    3", "abcd  4"},
		},
		{
			"what a terminal would obey",
			[]string{"\x1b[31mred\x1b[m|1", "two\nlines\ttab|2", "\u202egnp|3", "\xff|4"},
			[]string{"?[31mred?[m    1", "two?lines?tab  2", "?gnp           3", "?              4"},
		},
		{"short and empty rows", []string{"a", "|b", "", "aa|b|c"}, []string{"a", "    b", "", "aa  b  c"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var records [][]string
			for _, row := range tt.rows {
				records = append(records, strings.Split(row, "|"))
			}
			if got := Align(records); !slices.Equal(got, tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		name, text string
		limit      int
		want       string
	}{
		{"short enough", "production", 10, "production"},
		{"one too many", "production", 9, "prod…tion"},
		{"the ends stay", "AdministratorAccess-123456789012", 15, "Adminis…6789012"},
		{"an even limit", "abcdefghij", 6, "abc…ij"},
		{"wide characters", "日本日本日本", 7, "日本…本"},
		{"combining marks stay with their letter", "e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301…e\u0301"},
		{"no room at all", "production", 2, "production"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Shorten(tt.text, tt.limit); got != tt.want {
				t.Errorf("Shorten(%q, %d) = %q, want %q", tt.text, tt.limit, got, tt.want)
			}
		})
	}
}

func FuzzAlign(f *testing.F) {
	f.Add("name", "\x1b]0;title\a")
	f.Add("\u200f\u202e\u2066", "\r\n\t\v\x00\u0085\u2028")
	f.Add("\u0301", "\xff\xfe\u00a0")
	f.Fuzz(func(t *testing.T, name, second string) {
		lines := Align([][]string{{name, second}, {"x", "y"}})
		for _, r := range strings.Join(lines, "") {
			if !unicode.IsPrint(r) {
				t.Errorf("%q is not harmless: %q", lines, r)
			}
		}
		before, _, _ := strings.Cut(lines[1], "y")
		if name := Harmless(name); Width(before) != max(1, Width(name))+len(gap) {
			t.Errorf("the second column of %q begins at %d", lines[1], Width(before))
		}
	})
}
