package main

import (
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	tests := []struct {
		name   string
		events []string
		want   []string
	}{
		{
			name:   "no events",
			events: nil,
			want:   []string{"1..0"},
		},
		{
			name: "pass and skip",
			events: []string{
				`{"Action":"run","Package":"p","Test":"TestA"}`,
				`{"Action":"pass","Package":"p","Test":"TestA"}`,
				`{"Action":"run","Package":"p","Test":"TestB"}`,
				`{"Action":"output","Package":"p","Test":"TestB","Output":"=== RUN   TestB\n"}`,
				`{"Action":"output","Package":"p","Test":"TestB","Output":"    a_test.go:3: no zsh\n"}`,
				`{"Action":"output","Package":"p","Test":"TestB","Output":"--- SKIP: TestB (0.00s)\n"}`,
				`{"Action":"skip","Package":"p","Test":"TestB"}`,
				`{"Action":"pass","Package":"p"}`,
			},
			want: []string{"ok 1 p TestA", "ok 2 p TestB # skip a_test.go:3: no zsh", "1..2"},
		},
		{
			name: "subtests stand for their parent",
			events: []string{
				`{"Action":"run","Package":"p","Test":"TestA"}`,
				`{"Action":"run","Package":"p","Test":"TestA/one"}`,
				`{"Action":"run","Package":"p","Test":"TestA/two"}`,
				`{"Action":"output","Package":"p","Test":"TestA/two","Output":"got 1, want 2\n"}`,
				`{"Action":"pass","Package":"p","Test":"TestA/one"}`,
				`{"Action":"fail","Package":"p","Test":"TestA/two"}`,
				`{"Action":"fail","Package":"p","Test":"TestA"}`,
				`{"Action":"fail","Package":"p"}`,
			},
			want: []string{"ok 1 p TestA/one", "not ok 2 p TestA/two", "# got 1, want 2", "1..2"},
		},
		{
			name: "a parent that fails by itself",
			events: []string{
				`{"Action":"run","Package":"p","Test":"TestA"}`,
				`{"Action":"run","Package":"p","Test":"TestA/one"}`,
				`{"Action":"pass","Package":"p","Test":"TestA/one"}`,
				`{"Action":"fail","Package":"p","Test":"TestA"}`,
				`{"Action":"fail","Package":"p"}`,
			},
			want: []string{"ok 1 p TestA/one", "not ok 2 p TestA", "1..2"},
		},
		{
			name: "a package that does not build",
			events: []string{
				`{"ImportPath":"p [p.test]","Action":"build-output","Output":"a.go:1: undefined: b\n"}`,
				`{"ImportPath":"p [p.test]","Action":"build-fail"}`,
				`{"Action":"output","Package":"p","Output":"FAIL\tp [build failed]\n"}`,
				`{"Action":"fail","Package":"p","FailedBuild":"p [p.test]"}`,
			},
			want: []string{"not ok 1 p", "# a.go:1: undefined: b", "# FAIL\tp [build failed]", "1..1"},
		},
		{
			name: "a test cut off by a panic",
			events: []string{
				`{"Action":"run","Package":"p","Test":"TestA"}`,
				`{"Action":"run","Package":"p","Test":"TestA/one"}`,
				`{"Action":"output","Package":"p","Test":"TestA/one","Output":"panic: oh\n"}`,
				`{"Action":"fail","Package":"p"}`,
			},
			want: []string{"not ok 1 p TestA/one", "# panic: oh", "1..1"},
		},
		{
			name:   "a line that is no event",
			events: []string{"go: downloading x"},
			want:   []string{"# go: downloading x", "1..0"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			if err := run(strings.NewReader(strings.Join(test.events, "\n")), &out); err != nil {
				t.Fatal(err)
			}
			got := out.String()
			want := strings.Join(test.want, "\n") + "\n"
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}
