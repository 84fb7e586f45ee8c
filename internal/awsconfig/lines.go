package awsconfig

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// defaultSection is configparser's: its keys are added to every other section of the file.
const defaultSection = "DEFAULT"

// pass is one walk over the lines of a file. It does what no option of ini.v1 does: Python's rule
// for continued lines, line numbers, and finding what the AWS CLI refuses. What it leaves in text
// is for ini.v1, which then meets the headers in the order of heads and the keys in that of lines.
type pass struct {
	file     string
	text     []byte
	heads    []head
	lines    []int          // of each key
	tails    map[int][]byte // what continues the value of a key, with its newlines
	nested   map[int][]int  // the lines of a key's nested block
	problems []Problem
	deferred []deferred
	twins    bool // a section stands more than once

	line    int // the current one
	indent  int // of the last header or key
	blanks  int // blank lines since the last line of the current key
	key     int // the current key, which a deeper line continues; none: -1
	keyName string
	bare    bool // its value is empty, so that deeper lines are a nested block
	section string
	headers map[string]int // name → line
	names   *names         // of the keys so far in this section
	own     names
	shared  names // of [DEFAULT], which may stand more than once
}

// head is a section header: its line, and the index of its first key.
type head struct{ line, firstKey int }

// deferred is a problem with a key of [DEFAULT]: the CLI meets it only in a section that
// inherits the key.
type deferred struct {
	key     string
	problem Problem
}

// readLines does the pass over a whole file.
func readLines(src Source) *pass {
	p := &pass{
		file: src.Path, key: -1,
		tails: map[int][]byte{}, nested: map[int][]int{}, headers: map[string]int{},
	}
	p.text = make([]byte, 0, len(src.Data))
	data := p.checkEncoding(src.Data)
	for line := range strings.SplitSeq(string(unixLines(data)), "\n") {
		p.line++
		p.read(line)
	}
	return p
}

// checkEncoding notes a byte order mark, and takes it off, and bytes that are not UTF-8.
func (p *pass) checkEncoding(data []byte) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\ufeff")); ok {
		p.refuse(1, "bom", "file begins with a byte order mark", "save it as UTF-8 without BOM")
		data = rest
	}
	if !utf8.Valid(data) {
		p.refuse(invalidLine(data), "encoding", "text is not UTF-8", "save the file as UTF-8 without BOM")
	}
	return data
}

// unixLines makes every line end with a newline alone. Python takes a lone CR for a line end too.
func unixLines(data []byte) []byte {
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// invalidLine is the line of the first byte that is not UTF-8.
func invalidLine(data []byte) int {
	valid := 0
	for valid < len(data) {
		r, size := utf8.DecodeRune(data[valid:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		valid += size
	}
	return 1 + bytes.Count(unixLines(data[:valid]), []byte("\n"))
}

// read takes one line. As in configparser, a line that is deeper than the one its key began on
// continues that key, blank lines and comments between them notwithstanding.
func (p *pass) read(line string) {
	text := trim(line)
	switch {
	case text == "":
		p.blanks++
	case text[0] == '#' || text[0] == ';':
	case p.key >= 0 && indentOf(line) > p.indent:
		p.continueKey(text)
	default:
		p.indent = indentOf(line)
		p.readItem(text)
	}
}

// readItem takes a line that begins something: a header or a key.
func (p *pass) readItem(text string) {
	if name, ok := headerName(text); ok {
		p.openSection(name)
		return
	}
	if len(p.heads) == 0 {
		p.beforeHeader()
		return
	}
	delim := strings.IndexAny(text, "=:")
	if delim > 0 {
		p.addKey(trim(text[:delim]), trim(text[delim+1:]))
		if text[0] == '[' {
			p.ignored("bad-header", "header without ] is read as a setting", "close it with ]")
		}
		return
	}
	p.strayLine(text, delim)
}

// headerName is the text between the first and the last bracket of a line, at least one
// character; what follows it counts for nothing.
func headerName(text string) (string, bool) {
	end := strings.LastIndexByte(text, ']')
	if text[0] != '[' || end < 2 {
		return "", false
	}
	return text[1:end], true
}

func (p *pass) openSection(name string) {
	p.key, p.section = -1, name
	p.heads = append(p.heads, head{p.line, len(p.lines)})
	p.emit("[", name, "]\n")
	first, again := p.headers[name]
	if again {
		p.twins = true
	} else {
		p.headers[name] = p.line
	}
	if name == defaultSection {
		p.names = &p.shared
		return
	}
	p.own.reset()
	p.names = &p.own
	if again {
		p.refuse(p.line, "duplicate-section",
			fmt.Sprintf("section [%s] stands twice (first on line %d)", show(name), first),
			"remove or rename one of them")
	}
}

// addKey begins a key. Of two with one name the last value counts, as in ini.v1 and the Go SDK.
func (p *pass) addKey(name, value string) {
	lower := strings.ToLower(name)
	first, again := p.names.put(lower, named{key: len(p.lines), line: p.line})
	if again {
		p.refuse(p.line, "duplicate-key",
			fmt.Sprintf("%s of [%s] stands twice (first on line %d)", show(lower), show(p.section), first.line),
			"remove one of them")
	}
	if again && first.key >= p.heads[len(p.heads)-1].firstKey {
		p.key = first.key
		p.lines[p.key] = p.line
		delete(p.tails, p.key)
	} else {
		p.key = len(p.lines)
		p.lines = append(p.lines, p.line)
	}
	p.keyName, p.bare, p.blanks = lower, value == "", 0
	p.emit(hideName(name), "=", hideValue(value), "\n")
}

// continueKey takes a line that is deeper than its key: another line of its value, or, where that
// is empty, one of its nested block.
func (p *pass) continueKey(text string) {
	if p.bare {
		for _, piece := range splitLines(text) {
			p.nest(trim(piece))
		}
		return
	}
	known := p.tails[p.key]
	more := append(bytes.Repeat([]byte("\n"), 1+p.blanks), text...)
	p.tails[p.key], p.blanks = append(known, more...), 0
	p.noteContinued(text, len(known) == 0)
}

// noteContinued says, once for a key, that its value runs on, and always when what looks like a
// header went into it: a profile is lost then.
func (p *pass) noteContinued(text string, first bool) {
	if _, ok := headerName(text); ok {
		p.ignored("indented-header",
			fmt.Sprintf("header is indented, so it is part of the value of %s", show(p.keyName)),
			"move it to the start of the line")
	} else if first {
		p.ignored("continued-value",
			fmt.Sprintf("line is indented, so it is part of the value of %s", show(p.keyName)),
			"if it is a setting of its own, indent it like the line above")
	}
}

// nest takes one line of a nested block.
func (p *pass) nest(text string) {
	if text == "" {
		return
	}
	if strings.IndexByte(text, '=') >= 0 {
		p.emit(" ", text, "\n")
		p.nested[p.key] = append(p.nested[p.key], p.line)
		return
	}
	problem := p.problem(p.line, "bad-nested-line",
		fmt.Sprintf("line is indented under %s, but is no name = value", show(p.keyName)),
		"write name = value, or move it to the start of the line")
	problem.Fatal = true
	if p.section == defaultSection {
		p.deferred = append(p.deferred, deferred{p.keyName, problem})
		return
	}
	p.problems = append(p.problems, problem)
}

// beforeHeader notes the first line that stands before any header, where the CLI stops reading.
func (p *pass) beforeHeader() {
	isOne := func(x Problem) bool { return x.Code == "key-before-section" }
	if slices.ContainsFunc(p.problems, isOne) {
		return
	}
	p.refuse(p.line, "key-before-section", "line stands before the first section header",
		"put a header such as [default] above it")
}

// strayLine notes a line that is neither header nor key. Its text may be a secret and is not shown.
func (p *pass) strayLine(text string, delim int) {
	const cure = "write name = value, or put # before it"
	switch {
	case delim == 0:
		p.key = -1
		p.refuse(p.line, "empty-key", "setting has no name before its "+text[:1], cure)
	case strings.HasPrefix(text, "[]"):
		p.refuse(p.line, "bad-header", "section header has no name", "write a name between the brackets")
	case text[0] == '[':
		p.refuse(p.line, "bad-header", "section header is not closed", "close it with ]")
	default:
		p.refuse(p.line, "stray-line", "line is no header, no setting and no comment", cure)
	}
}

func (p *pass) problem(line int, code, message, hint string) Problem {
	return Problem{Code: code, Message: message, Hint: hint, Place: Place{p.file, line}}
}

// refuse notes what the CLI refuses the file for.
func (p *pass) refuse(line int, code, message, hint string) {
	problem := p.problem(line, code, message, hint)
	problem.Fatal = true
	p.problems = append(p.problems, problem)
}

// ignored notes what the CLI reads otherwise than it looks.
func (p *pass) ignored(code, message, hint string) {
	p.problems = append(p.problems, p.problem(p.line, code, message, hint))
}

func (p *pass) emit(parts ...string) {
	for _, s := range parts {
		p.text = append(p.text, s...)
	}
}

// hidden stands before a name or value that ini.v1 would not take for plain text: one that
// begins with a quote (it reads on to the closing one, over lines) or a bracket, and the name -,
// which it numbers.
const hidden = "\x00"

func hideName(s string) string {
	if s == "-" || strings.IndexByte("\"`[\x00", s[0]) >= 0 {
		return hidden + s
	}
	return s
}

func hideValue(s string) string {
	if s != "" && strings.IndexByte("\"`\x00", s[0]) >= 0 {
		return hidden + s
	}
	return s
}

func reveal(s string) string { return strings.TrimPrefix(s, hidden) }

// named is where a name was first met: the index of its key, and the line.
type named struct {
	name      string
	key, line int
}

// names finds names met before: among few by looking at each, among many by an index.
type names struct {
	list  []named
	index map[string]int
}

const few = 16

func (n *names) reset() { n.list, n.index = n.list[:0], nil }

// put adds a name unless it is there, and tells where it was first.
func (n *names) put(name string, at named) (first named, again bool) {
	if i := n.find(name); i >= 0 {
		return n.list[i], true
	}
	at.name = name
	n.list = append(n.list, at)
	if len(n.list) > few {
		n.grow()
	}
	return at, false
}

func (n *names) find(name string) int {
	if n.index != nil {
		if i, ok := n.index[name]; ok {
			return i
		}
		return -1
	}
	return slices.IndexFunc(n.list, func(x named) bool { return x.name == name })
}

func (n *names) grow() {
	if n.index == nil {
		n.index = make(map[string]int, 2*len(n.list))
		for i, x := range n.list {
			n.index[x.name] = i
		}
	}
	last := len(n.list) - 1
	n.index[n.list[last].name] = last
}
