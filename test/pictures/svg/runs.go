package main

import "strings"

// run is text of one style that can be drawn at once.
type run struct {
	column, width int
	text          string
	style         style
}

// runs cuts a line where the style changes, at a gap between columns, and around a wide character, whose font may not
// be twice as wide as the others. Blanks at the ends are left out.
func runs(line []cell) []run {
	var all []run
	column, wide := 0, false
	for _, c := range line {
		if !c.blank() {
			if n := len(all); n == 0 || wide || c.width > 1 || !all[n-1].takes(c, column) {
				all = append(all, run{column: column, style: c.style})
			}
			all[len(all)-1].add(c, column)
			wide = c.width > 1
		}
		column += c.width
	}
	return all
}

// takes tells whether a cell goes on with the run: it looks the same, and is at most one blank away.
func (r run) takes(c cell, column int) bool {
	return r.style == c.style && column-r.column-r.width <= 1
}

func (r *run) add(c cell, column int) {
	gap := column - r.column - r.width
	r.text += strings.Repeat(" ", gap) + c.text
	r.width += gap + c.width
}

// stripe is a stretch of cells of one colour.
type stripe struct {
	column, width int
	color         color
}

// stripes are the stretches in which colorOf is set.
func stripes(line []cell, colorOf func(style) color) []stripe {
	var all []stripe
	column := 0
	for _, c := range line {
		n := len(all)
		switch col := colorOf(c.style); {
		case !col.set:
		case n > 0 && all[n-1].color == col && all[n-1].column+all[n-1].width == column:
			all[n-1].width += c.width
		default:
			all = append(all, stripe{column: column, width: c.width, color: col})
		}
		column += c.width
	}
	return all
}

func background(s style) color {
	_, bg := s.colors()
	return bg
}

func underline(s style) color {
	if !s.underline {
		return color{}
	}
	fg, _ := s.colors()
	return fg
}
