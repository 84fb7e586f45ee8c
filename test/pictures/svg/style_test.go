package main

import (
	"strings"
	"testing"
)

func TestWith(t *testing.T) {
	all := style{fg: palette[1], bg: palette[2], bold: true, dim: true, italic: true, underline: true, reverse: true}
	tests := []struct {
		from       style
		parameters string
		want       style
	}{
		{style{}, "1;2;3;4;7;31;42", all},
		{all, "", style{}},
		{all, "0;34", style{fg: palette[4]}},
		{all, "22;23;24;27;39;49", style{}},
		{style{}, "91;107", style{fg: palette[9], bg: palette[15]}},
		{style{}, "38;5;9", style{fg: palette[9]}},
		{style{}, "38;5;16", style{fg: rgb(0x000000)}},
		{style{}, "38;5;110;1", style{fg: rgb(0x87afd7), bold: true}},
		{style{}, "48;5;231", style{bg: rgb(0xffffff)}},
		{style{}, "38;5;232;48;5;255", style{fg: rgb(0x080808), bg: rgb(0xeeeeee)}},
		{style{}, "48;2;1;2;3;4", style{bg: rgb(0x010203), underline: true}},
		{style{}, "4:3", style{underline: true}},
		{style{underline: true}, "4:0", style{}},
		{style{}, "58;5;1;3", style{italic: true}},
		{style{}, "53;99;1", style{bold: true}},
		{style{bold: true}, "38;5", style{bold: true}},
		{style{bold: true}, "38;2;1;2", style{bold: true}},
	}
	for _, test := range tests {
		if got := test.from.with(strings.Split(test.parameters, ";")); got != test.want {
			t.Errorf("%q after %+v: got %+v, want %+v", test.parameters, test.from, got, test.want)
		}
	}
}

func TestColors(t *testing.T) {
	red, blue := palette[1], palette[4]
	tests := []struct {
		name   string
		style  style
		fg, bg color
	}{
		{"plain", style{}, ink, color{}},
		{"both", style{fg: red, bg: blue}, red, blue},
		{"reverse", style{reverse: true}, paper, ink},
		{"reverse of a text colour", style{fg: red, reverse: true}, paper, red},
		{"reverse of both", style{fg: red, bg: blue, reverse: true}, blue, red},
		{"dim", style{fg: rgb(0xffffff), bg: rgb(0x000000), dim: true}, rgb(0x999999), rgb(0x000000)},
		{"dim on the window", style{dim: true}, ink.towards(paper), color{}},
	}
	for _, test := range tests {
		if fg, bg := test.style.colors(); fg != test.fg || bg != test.bg {
			t.Errorf("%s: got %v on %v, want %v on %v", test.name, fg, bg, test.fg, test.bg)
		}
	}
}

// Text that cannot be read is the fault that a look at one picture misses. 3 is WCAG's least for graphics and large
// text; black is left out, as nobody writes in it on a dark terminal.
func TestPaletteCanBeRead(t *testing.T) {
	for i, c := range palette[1:] {
		if got := contrast(c, paper); got < 3 {
			t.Errorf("colour %d, %v: contrast %.2f", i+1, c, got)
		}
	}
}

// contrast is about WCAG's, with a gamma of 2 for simplicity.
func contrast(a, b color) float64 {
	light, dark := luminance(a), luminance(b)
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c color) float64 {
	square := func(v uint8) float64 { return float64(v) * float64(v) / (255 * 255) }
	return 0.2126*square(c.r) + 0.7152*square(c.g) + 0.0722*square(c.b)
}
