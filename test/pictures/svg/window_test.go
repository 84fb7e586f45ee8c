package main

import (
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestRuns(t *testing.T) {
	red := style{fg: palette[1]}
	tests := []struct {
		name    string
		capture string
		want    []run
	}{
		{"words", "aws-use dev", []run{{0, 11, "aws-use dev", style{}}}},
		{"columns", " a b  c", []run{{1, 3, "a b", style{}}, {6, 1, "c", style{}}}},
		{"no-break spaces", "\u00a0\u00a0a\u00a0 b", []run{{2, 1, "a", style{}}, {5, 1, "b", style{}}}},
		{"blanks alone", "\x1b[41m   ", nil},
		{"styles", "\x1b[31m[prod]\x1b[39m $", []run{{0, 6, "[prod]", red}, {7, 1, "$", style{}}}},
		{"back to a style", "a\x1b[31mb\x1b[39mc", []run{{0, 1, "a", style{}}, {1, 1, "b", red}, {2, 1, "c", style{}}}},
		{"wide characters", "a世界b", []run{{0, 1, "a", style{}}, {1, 2, "世", style{}}, {3, 2, "界", style{}}, {5, 1, "b", style{}}}},
		{"a mark takes no cell", "e\u0301e", []run{{0, 2, "e\u0301e", style{}}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := runs(parse(test.capture)[0]); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestStripes(t *testing.T) {
	tests := []struct {
		name    string
		capture string
		colorOf func(style) color
		want    []stripe
	}{
		{"no background", "abc", background, nil},
		{"blanks too", "a\x1b[44m b \x1b[49mc", background, []stripe{{1, 3, palette[4]}}},
		{"two colours", "\x1b[44ma\x1b[41mb", background, []stripe{{0, 1, palette[4]}, {1, 1, palette[1]}}},
		{"a gap", "\x1b[44ma\x1b[49mb\x1b[44mc", background, []stripe{{0, 1, palette[4]}, {2, 1, palette[4]}}},
		{"reverse", "\x1b[7ma世", background, []stripe{{0, 3, ink}}},
		{"underline in the text's colour", "\x1b[4;31mab\x1b[24mc", underline, []stripe{{0, 2, palette[1]}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := stripes(parse(test.capture)[0], test.colorOf); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestDraw(t *testing.T) {
	tests := []struct {
		name    string
		window  window
		capture string
		want    []string
	}{
		{"size", window{columns: 10}, "a\nb", []string{`width="122" height="90" viewBox="0 0 122 90"`}},
		{"a cursor below the text", window{columns: 10, cursor: &position{2, 2}}, "a\nb", []string{
			`height="110"`, `<rect x="34" y="74" width="9" height="20" fill-opacity=".6"/>`,
		}},
		{"title", window{title: "a<b", columns: 10}, "", []string{"<title>a&lt;b</title>", ">a&lt;b</text>"}},
		{"text", window{columns: 10}, "a <&\x1b[1;3;31mb", []string{
			`<text x="16" y="49" textLength="36">a &lt;&amp;</text>`,
			`<text x="52" y="49" textLength="9" fill="#ff7b72" font-weight="bold" font-style="italic">b</text>`,
		}},
		{"background before text", window{columns: 10}, "\x1b[44ma", []string{
			`<rect x="16" y="34" width="9" height="20" fill="#79c0ff"/>` + "\n" + `<text x="16"`,
		}},
		{"underline", window{columns: 10}, "\x1b[4ma b", []string{`<rect x="16" y="51" width="27" height="1" fill="#e6edf3"/>`}},
		{"second line", window{columns: 10}, "\n 世", []string{`<text x="25" y="69" textLength="18">世</text>`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := test.window.draw(parse(test.capture))
			for _, part := range test.want {
				if !strings.Contains(got, part) {
					t.Errorf("%s\nis not in\n%s", part, got)
				}
			}
			mustBeXML(t, got)
		})
	}
}

func mustBeXML(t *testing.T, text string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
}

func TestConvert(t *testing.T) {
	tests := []struct {
		name   string
		args   []string
		want   string
		failed bool
	}{
		{"defaults", nil, `width="752"`, false},
		{"cursor", []string{"-cursor", "1:0"}, `<rect x="25" y="34"`, false},
		{"hidden cursor", []string{"-cursor", ""}, `height="70"`, false},
		{"columns and title", []string{"-columns", "90", "-title", "fish"}, "<title>fish</title>", false},
		{"broken cursor", []string{"-cursor", "1"}, "", true},
		{"unknown flag", []string{"-font"}, "", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var picture strings.Builder
			err := convert(test.args, strings.NewReader("> \n"), &picture)
			if (err != nil) != test.failed || !strings.Contains(picture.String(), test.want) {
				t.Errorf("got %v and\n%s", err, picture.String())
			}
		})
	}
}
