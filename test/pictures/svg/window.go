package main

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Sizes in pixels. A monospace font is 0.6 times as wide as it is high, so cells fall on whole pixels.
const (
	fontSize   = 15
	cellWidth  = 9
	cellHeight = 20
	baseline   = 15 // of a line of text, from the top of its cells
	margin     = 16
	barHeight  = 34
)

// window is the terminal's window around the screen.
type window struct {
	title   string
	columns int
	cursor  *position
}

type position struct{ column, row int }

func (w *window) setCursor(text string) error {
	if text == "" {
		return nil
	}
	w.cursor = &position{}
	if _, err := fmt.Sscanf(text, "%d:%d", &w.cursor.column, &w.cursor.row); err != nil {
		return fmt.Errorf("it is COLUMN:ROW: %w", err)
	}
	return nil
}

// draw is the picture. Every run of text is told how long it is, so that columns stay columns in a font whose
// characters are narrower.
func (w window) draw(lines [][]cell) string {
	var b strings.Builder
	w.open(&b, w.rows(lines))
	for row, line := range lines {
		drawLine(&b, line, barHeight+row*cellHeight)
	}
	if w.cursor != nil {
		x, y := margin+w.cursor.column*cellWidth, barHeight+w.cursor.row*cellHeight
		fmt.Fprintf(&b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\".6\"/>\n", x, y, cellWidth, cellHeight)
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// rows is the height of the screen: the cursor may stand below the last line.
func (w window) rows(lines [][]cell) int {
	if w.cursor == nil {
		return len(lines)
	}
	return max(len(lines), w.cursor.row+1)
}

// open writes the frame and begins the group of the text. The frame has a line around it, which parts it from a page
// that is dark too.
func (w window) open(b *strings.Builder, rows int) {
	width, height := 2*margin+w.columns*cellWidth, barHeight+rows*cellHeight+margin
	title := escaped(w.title)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img" xml:space="preserve">
`, width, height)
	fmt.Fprintf(b, "<title>%s</title>\n", title)
	fmt.Fprintf(b, `<rect x=".5" y=".5" width="%d" height="%d" rx="8" fill="%s" stroke="#6e7681"/>
<circle cx="20" cy="17" r="5.5" fill="#ff5f57"/><circle cx="39" cy="17" r="5.5" fill="#febc2e"/><circle cx="58" cy="17" r="5.5" fill="#28c840"/>
`, width-1, height-1, paper)
	fmt.Fprintf(b, `<text x="%d" y="22" text-anchor="middle" font-family="system-ui,sans-serif" font-size="13" fill="#8b949e">%s</text>
`, width/2, title)
	fmt.Fprintf(b, `<g font-family="ui-monospace,SFMono-Regular,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace" font-size="%d" fill="%s">
`, fontSize, ink)
}

// drawLine draws the backgrounds first, as text may stand out of its cells.
func drawLine(b *strings.Builder, line []cell, y int) {
	for _, s := range stripes(line, background) {
		drawStripe(b, s, y, cellHeight)
	}
	for _, r := range runs(line) {
		drawRun(b, r, y+baseline)
	}
	for _, s := range stripes(line, underline) {
		drawStripe(b, s, y+baseline+2, 1)
	}
}

func drawStripe(b *strings.Builder, s stripe, y, height int) {
	fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
		margin+s.column*cellWidth, y, s.width*cellWidth, height, s.color)
}

func drawRun(b *strings.Builder, r run, y int) {
	fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" textLength=\"%d\"%s>%s</text>\n",
		margin+r.column*cellWidth, y, r.width*cellWidth, attributes(r.style), escaped(r.text))
}

// attributes are what a style differs in from the group's.
func attributes(s style) string {
	var b strings.Builder
	if fg, _ := s.colors(); fg != ink {
		fmt.Fprintf(&b, " fill=\"%s\"", fg)
	}
	if s.bold {
		b.WriteString(` font-weight="bold"`)
	}
	if s.italic {
		b.WriteString(` font-style="italic"`)
	}
	return b.String()
}

func escaped(text string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}
