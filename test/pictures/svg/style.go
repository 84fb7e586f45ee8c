package main

import (
	"fmt"
	"strconv"
	"strings"
)

// color is one of a pixel. The zero value is the terminal's own colour.
type color struct {
	set     bool
	r, g, b uint8
}

func rgb(hex uint32) color {
	return color{set: true, r: uint8(hex >> 16), g: uint8(hex >> 8), b: uint8(hex)}
}

func (c color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.r, c.g, c.b) }

func (c color) or(other color) color {
	if c.set {
		return c
	}
	return other
}

// towards is the colour two fifths of the way to another.
func (c color) towards(other color) color {
	mix := func(a, b uint8) uint8 { return uint8((3*int(a) + 2*int(b)) / 5) }
	return color{set: true, r: mix(c.r, other.r), g: mix(c.g, other.g), b: mix(c.b, other.b)}
}

// The window is dark on every page. Each of the 16 colours but black can be read on it.
var (
	paper = rgb(0x161b22)
	ink   = rgb(0xe6edf3)

	palette = [16]color{
		rgb(0x484f58), rgb(0xff7b72), rgb(0x56d364), rgb(0xe3b341), rgb(0x79c0ff), rgb(0xd2a8ff), rgb(0x56d4dd), rgb(0xc9d1d9),
		rgb(0x636c76), rgb(0xffa198), rgb(0x7ee787), rgb(0xf2cc60), rgb(0xa5d6ff), rgb(0xe2c5ff), rgb(0xb3f0ff), rgb(0xffffff),
	}
)

// indexed is a colour of the 256: the palette, a cube of 6×6×6, and 24 greys.
func indexed(i uint8) color {
	level := func(n uint8) uint8 { return min(n, 1)*55 + n*40 }
	switch {
	case i < 16:
		return palette[i]
	case i < 232:
		i -= 16
		return color{set: true, r: level(i / 36), g: level(i / 6 % 6), b: level(i % 6)}
	default:
		grey := 8 + 10*(i-232)
		return color{set: true, r: grey, g: grey, b: grey}
	}
}

// style is how a character looks.
type style struct {
	fg, bg                                color
	bold, dim, italic, underline, reverse bool
}

// colors are what is seen of both, after reverse and dim. A background is only set where there is one to draw.
func (s style) colors() (fg, bg color) {
	fg, bg = s.fg.or(ink), s.bg
	if s.reverse {
		fg, bg = s.bg.or(paper), fg
	}
	if s.dim {
		fg = fg.towards(bg.or(paper))
	}
	return fg, bg
}

// with is the style after the parameters of one sequence.
func (s style) with(parameters []string) style {
	for len(parameters) > 0 {
		first, rest := parameters[0], parameters[1:]
		switch code := number(first); code {
		case 38:
			s.fg, rest = extended(rest)
		case 48:
			s.bg, rest = extended(rest)
		case 58:
			// The colour of the underline, which is drawn in the text's.
			_, rest = extended(rest)
		default:
			s = s.after(code)
		}
		parameters = rest
	}
	return s
}

// number reads a parameter. One that is left out is 0; the kind of an underline, as in 4:3, is dropped.
func number(parameter string) int {
	code, kind, _ := strings.Cut(parameter, ":")
	if code == "4" && kind == "0" {
		return 24
	}
	n, _ := strconv.Atoi(code)
	return n
}

// after is the style after a parameter that stands alone.
func (s style) after(code int) style {
	switch {
	case code == 0:
		return style{}
	case code == 1:
		s.bold = true
	case code == 2:
		s.dim = true
	case code == 3:
		s.italic = true
	case code == 4:
		s.underline = true
	case code == 7:
		s.reverse = true
	case code == 22:
		s.bold, s.dim = false, false
	case code == 23:
		s.italic = false
	case code == 24:
		s.underline = false
	case code == 27:
		s.reverse = false
	case 30 <= code && code <= 37:
		s.fg = palette[code-30]
	case code == 39:
		s.fg = color{}
	case 40 <= code && code <= 47:
		s.bg = palette[code-40]
	case code == 49:
		s.bg = color{}
	case 90 <= code && code <= 97:
		s.fg = palette[code-90+8]
	case 100 <= code && code <= 107:
		s.bg = palette[code-100+8]
	}
	return s
}

// extended reads the parameters behind 38, 48 or 58, and returns those that follow. What is cut off is no colour.
func extended(parameters []string) (color, []string) {
	value := func(i int) uint8 { return uint8(number(parameters[i])) }
	switch {
	case len(parameters) >= 2 && parameters[0] == "5":
		return indexed(value(1)), parameters[2:]
	case len(parameters) >= 4 && parameters[0] == "2":
		return color{set: true, r: value(1), g: value(2), b: value(3)}, parameters[4:]
	default:
		return color{}, nil
	}
}
