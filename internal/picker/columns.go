package picker

import "awsenv/internal/columns"

// A line is a mark, afterMark, and the cells. The mark is not searched: with it in the way, ^name would miss the
// current row. A no-break space looks like a space and is in no cell, as columns.Harmless takes it out.
const (
	mark      = "*"
	noMark    = " "
	afterMark = "\u00a0"
)

// layOut makes the header and one line for each row.
func layOut(rows [][]string, o Options) (header string, lines []string) {
	table := columns.Align(append([][]string{o.Header}, rows...))
	for i, line := range table[1:] {
		lines = append(lines, marked(i == o.Current)+line)
	}
	if table[0] == "" {
		return "", lines
	}
	return marked(false) + table[0], lines
}

func marked(current bool) string {
	if current {
		return mark + afterMark
	}
	return noMark + afterMark
}
