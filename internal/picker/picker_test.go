package picker

import (
	"errors"
	"slices"
	"strconv"
	"testing"

	fzf "github.com/junegunn/fzf/src"
)

func TestPickNeedsRows(t *testing.T) {
	if _, err := Pick(nil, Options{}); !errors.Is(err, ErrNoRows) {
		t.Errorf("no rows: %v, want %v", err, ErrNoRows)
	}
}

func TestArguments(t *testing.T) {
	tests := []struct {
		name    string
		header  string
		options Options
		has     []string
		hasNot  []string
	}{
		{"in colour", "", Options{Color: true, Current: -1}, []string{"--color=16"}, []string{"--color=bw"}},
		{"without colour", "", Options{Current: -1}, []string{"--color=bw"}, []string{"--color=16"}},
		{"a header", " NAME", Options{Current: -1}, []string{"--header= NAME"}, nil},
		{"no header", "", Options{Current: -1}, nil, []string{"--header="}},
		{"a harmless prompt", "", Options{Prompt: "a\x1b[1m> "}, []string{"--prompt=a?[1m> "}, nil},
		{"the first row is current", "", Options{Current: 0}, []string{"--sync", "--bind=start:pos(1)"}, nil},
		{"the last row is current", "", Options{Current: 2}, []string{"--sync", "--bind=start:pos(3)"}, nil},
		{"no row is current", "", Options{Current: -1}, nil, []string{"--sync", "--bind=start:pos(0)"}},
		{"no such row", "", Options{Current: 3}, nil, []string{"--sync", "--bind=start:pos(4)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			args := arguments(tt.header, 3, tt.options)
			for _, arg := range tt.has {
				if !slices.Contains(args, arg) {
					t.Errorf("%q lacks %q", args, arg)
				}
			}
			for _, arg := range tt.hasNot {
				if slices.Contains(args, arg) {
					t.Errorf("%q has %q", args, arg)
				}
			}
		})
	}
}

func TestSettingsTakeNothingFromTheUser(t *testing.T) {
	for name, value := range map[string]string{
		"FZF_DEFAULT_OPTS":      "--bind=enter:execute(true) --print-query --tmux --preview=true --history=" + t.TempDir() + "/h",
		"FZF_DEFAULT_OPTS_FILE": "/nonexistent/fzfrc",
		"FZF_DEFAULT_COMMAND":   "false",
		"TMUX":                  "/nonexistent/tmux,1,0",
		"NO_COLOR":              "1",
	} {
		t.Setenv(name, value)
	}
	got, err := fzf.ParseOptions(false, arguments("HEADER", 3, Options{Color: true, Current: 1, Prompt: "--tmux> "}))
	if err != nil {
		t.Fatal(err)
	}
	if got.PrintQuery || got.Tmux != nil || got.History != nil || got.ListenAddr != nil || len(got.Expect) > 0 {
		t.Errorf("the user's settings are in effect: %+v", got)
	}
	if !got.Theme.Colored {
		t.Error("fzf itself obeys NO_COLOR")
	}
	if got.Prompt != "--tmux> " || !slices.Equal(got.Header, []string{"HEADER"}) {
		t.Errorf("prompt %q and header %q", got.Prompt, got.Header)
	}
}

// The rows go through fzf's own filter, which needs no terminal, and come back as indexes.
func TestSearch(t *testing.T) {
	rows := [][]string{
		{"dev", "111111111111", "Developer"},
		{"prod", "333333333333", "Admin"},
		{"{n} {q} $(touch pwned)", "444444444444", "Admin"},
		{"--bind=enter:abort", "555555555555", "prod"},
		{"prod", "666666666666", "Reader"},
		{"日本", "777777777777", "Admin"},
		{"late", "888888888888", "Admin"},
		{"staging-eu", "999999999999", "Admin"},
		{"staging", "000000000000", "Admin"},
	}
	tests := []struct {
		name, query string
		want        []string
	}{
		{"by name, the current row after its equals, other columns last", "prod", []string{"4", "1", "3"}},
		{"by a whole name, though one that begins so comes first", "staging", []string{"8", "7"}},
		{"by letters that stand apart: none", "dvlp", nil},
		{"by account", "6666", []string{"4"}},
		{"by two columns", "prod admin", []string{"1"}},
		{"by the beginning of the current row's name", "^prod", []string{"4", "1"}},
		{"by role, in the order given", "admin !prod !日本", []string{"2", "6", "7", "8"}},
		{"by the end of a row", "reader$", []string{"4"}},
		{"by wide characters", "日本", []string{"5"}},
		{"by nothing: all, in the order given", "", []string{"0", "1", "2", "3", "4", "5", "6", "7", "8"}},
		{"by the mark of the current row: none", "*", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := search(t, rows, tt.query); !slices.Equal(got, tt.want) {
				t.Errorf("%q found %q, want %q", tt.query, got, tt.want)
			}
		})
	}
}

// search lists the indexes of the rows that match, best first.
func search(t *testing.T, rows [][]string, query string) []string {
	t.Helper()
	header, lines := layOut(rows, Options{Current: 1})
	settings, err := fzf.ParseOptions(false, append(arguments(header, len(rows), Options{Current: 1}), "--filter="+query))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	// Without a terminal fzf prints lines, whatever it is to print of them.
	settings.Printer = func(line string) { got = append(got, line) }
	settings.Input = feed(lines)
	if _, err := fzf.Run(settings); err != nil {
		t.Fatal(err)
	}
	for i, line := range got {
		if index := slices.Index(lines, line); index >= 0 {
			got[i] = strconv.Itoa(index)
		}
	}
	return got
}

func TestChoice(t *testing.T) {
	tests := []struct {
		name   string
		status int
		answer string
		want   int
		err    error
	}{
		{"the first row", fzf.ExitOk, "0", 0, nil},
		{"the last row", fzf.ExitOk, "2", 2, nil},
		{"interrupted", fzf.ExitInterrupt, "", 0, ErrCancelled},
		{"nothing matched", fzf.ExitNoMatch, "", 0, ErrCancelled},
		{"the terminal went away", fzf.ExitError, "", 0, errAny},
		{"no answer", fzf.ExitOk, "", 0, errAny},
		{"not a number", fzf.ExitOk, "prod", 0, errAny},
		{"past the end", fzf.ExitOk, "3", 0, errAny},
		{"before the start", fzf.ExitOk, "-1", 0, errAny},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := choice(tt.status, tt.answer, 3)
			wanted := errors.Is(err, tt.err) || tt.err == errAny && err != nil && !errors.Is(err, ErrCancelled)
			if got != tt.want || !wanted {
				t.Errorf("choice(%d, %q) = %d, %v; want %d, %v", tt.status, tt.answer, got, err, tt.want, tt.err)
			}
		})
	}
}

// errAny stands for any error but a cancellation.
var errAny = errors.New("some error")
