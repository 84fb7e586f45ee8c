package main

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoting states of a word of bash that is being typed; ansi is $'…'.
const (
	bare   = byte(0)
	single = byte('\'')
	double = byte('"')
	ansi   = byte('$')
)

// ofFile says that the word is the target of a redirection, which is bash's own.
const ofFile = "\t-1\n"

// inserting are the kinds of completion, as bash tells them in COMP_TYPE, that insert the candidates themselves, one after
// the other (%) or all of them (*), and not what they have in common.
var inserting = []string{"37", "42"}

// answerBash gets the command, the line up to the cursor, the end of it that readline will replace, and what bash calls
// the kind of completion. What stands before that end in the typed word stays on the line: an opening quote, or all up
// to a colon or another break character. So it is taken off each match, and the rest is quoted for the state in which
// it continues.
func answerBash(w *world, v *completeVerb) string {
	if len(v.Words) != 4 {
		return ""
	}
	command, line, replaced := v.Words[0], v.Words[1], v.Words[2]
	before, word, target := lastCommand(line)
	switch {
	case len(before) == 0:
		return ""
	case target:
		return ofFile
	}
	before[0] = command
	typed, _ := dequote(word)
	o := w.offer(before, typed)
	if o.inner != nil {
		return o.handOver()
	}
	keptText, state := dequote(strings.TrimSuffix(word, replaced))
	found, best := o.match(typed)
	var texts []string
	for _, c := range found {
		if text, ok := insertion(c, keptText, state); ok {
			texts = append(texts, text)
		}
	}
	if best < alike && !slices.Contains(inserting, v.Words[3]) && sameStart(texts) {
		// readline would replace the word by what they have in common. A blank has nothing in common with them.
		texts = append(texts, " ")
	}
	if len(texts) == 0 {
		return ""
	}
	return strings.Join(texts, "\n") + "\n"
}

// insertion is a candidate as readline is to insert it, behind what stays on the line.
func insertion(c candidate, kept string, state byte) (string, bool) {
	rest, ok := strings.CutPrefix(c.text, kept)
	if !ok {
		return "", false
	}
	text, ok := requote(rest, state, kept == "")
	switch {
	case !ok || c.dashed && (kept != "" || state != bare):
		return "", false
	case c.dashed:
		text = "-- " + text
	}
	closing := string(state)
	if state == ansi {
		closing = string(single)
	}
	if state != bare && strings.HasSuffix(text, closing) {
		// readline takes this quote for the closing one, which it adds otherwise.
		text += closing
	}
	return text, true
}

// sameStart tells whether several texts begin alike, whatever the case: readline may be told not to care.
func sameStart(texts []string) bool {
	if len(texts) < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(texts[0])
	return !slices.ContainsFunc(texts[1:], func(text string) bool {
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.ToLower(r) != unicode.ToLower(first)
	})
}

// lastCommand takes the words of the simple command being typed, without quotes, and the word at the cursor as typed.
// Nothing is expanded. Assignments before the command do not count, nor do redirections; target says that the word at
// the cursor is where one leads.
func lastCommand(line string) (words []string, typed string, target bool) {
	c := simpleCommand{line: line, start: -1}
	for i, state := 0, bare; i < len(line); {
		if state == bare {
			if width := c.between(i); width > 0 {
				i += width
				continue
			}
		}
		if c.start < 0 {
			c.start = i
		}
		next, width := quoteAt(line[i:], state)
		switch {
		case width == 0 && line[i] == '\\' && state != single:
			width = 2
		case width == 0:
			width = 1
		}
		i, state = i+width, next
	}
	if c.start >= 0 {
		typed = line[c.start:]
	}
	return c.words, typed, c.target
}

// simpleCommand is what has been read of one.
type simpleCommand struct {
	line   string
	words  []string
	start  int            // of the word at hand; negative where there is none
	target bool           // a redirection leads to that word
	outer  *simpleCommand // that whose word, or group, it stands in
}

// between reads what stands between words, and tells how long it is; zero in a word.
func (c *simpleCommand) between(i int) int {
	rest := c.line[i:]
	switch {
	case strings.IndexByte(" \t", rest[0]) >= 0:
		c.end(i)
		return 1
	case redirects(rest):
		if c.start >= 0 && strings.Trim(c.line[c.start:i], "0123456789") == "" {
			c.start = -1 // the descriptor
		}
		c.end(i)
		c.target = true
		return len(rest) - len(strings.TrimLeft(rest, "<>&|"))
	case rest[0] == '(':
		outer := *c
		*c = simpleCommand{line: c.line, start: -1, outer: &outer}
		return 1
	case rest[0] == ')' && c.outer != nil:
		*c = *c.outer
		return 1
	case strings.IndexByte(";|&)\n", rest[0]) >= 0:
		*c = simpleCommand{line: c.line, start: -1, outer: c.outer}
		return 1
	}
	return 0
}

// end takes the word at hand, if there is one.
func (c *simpleCommand) end(i int) {
	if c.start < 0 {
		return
	}
	word, _ := dequote(c.line[c.start:i])
	if !c.target && (len(c.words) > 0 || !assignment(c.line[c.start:i])) {
		c.words = append(c.words, word)
	}
	c.start, c.target = -1, false
}

// redirects tells whether a text begins with a redirection, and not with the substitution of a process.
func redirects(text string) bool {
	operator := strings.TrimPrefix(text, "&")
	return operator != "" && strings.IndexByte("<>", operator[0]) >= 0 && !strings.HasPrefix(operator[1:], "(")
}

func assignment(word string) bool {
	name, _, ok := strings.Cut(word, "=")
	return ok && name != "" && !strings.ContainsAny(name, `'"\$`)
}

// quoteAt tells in which state a word goes on behind the quote that a text begins with, and how long that quote is; zero
// where there is none.
func quoteAt(text string, state byte) (next byte, width int) {
	c := text[0]
	switch {
	case state == bare && strings.HasPrefix(text, "$'"):
		return ansi, 2
	case state == bare && strings.HasPrefix(text, `$"`):
		return double, 2
	case state == bare && (c == single || c == double):
		return c, 1
	case state != ansi && c == state, state == ansi && c == single:
		return bare, 1
	}
	return state, 0
}

// dequote reads a word that may end inside a quote, and tells in which. A backslash at the end stands for nothing yet:
// readline leaves one there when it inserts what several quoted names have in common.
func dequote(word string) (text string, state byte) {
	var b strings.Builder
	for word != "" {
		next, width := quoteAt(word, state)
		switch {
		case width > 0:
			state, word = next, word[width:]
		case word[0] == '\\' && state != single:
			var char string
			char, word = unescape(word, state)
			b.WriteString(char)
		default:
			b.WriteByte(word[0])
			word = word[1:]
		}
	}
	return b.String(), state
}

// unescape reads the backslash that a word begins with, and what belongs to it.
func unescape(word string, state byte) (char, rest string) {
	switch {
	case len(word) == 1:
		return "", ""
	case state == ansi:
		return unescapeANSI(word)
	case state == double && strings.IndexByte("\\\"$`", word[1]) < 0:
		return word[:2], word[2:]
	}
	return word[1:2], word[2:]
}

// ansiEscapes are the characters that a letter behind a backslash stands for in $'…', as Bash's manual has them.
var ansiEscapes = map[byte]string{
	'a': "\a", 'b': "\b", 'e': "\x1b", 'E': "\x1b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", 'v': "\v",
	'\\': `\`, '\'': "'", '"': `"`, '?': "?",
}

// numeral is how a character is written by its number: with which digits, and how many of them at the most.
type numeral struct {
	digits     string
	most, base int
}

const hexDigits = "0123456789abcdefABCDEF"

var (
	octal    = numeral{"01234567", 3, 8}
	numerals = map[byte]numeral{'x': {hexDigits, 2, 16}, 'u': {hexDigits, 4, 16}, 'U': {hexDigits, 8, 16}}
)

// unescapeANSI reads what a word in $'…' begins with. What is no escape keeps its backslash.
func unescapeANSI(word string) (char, rest string) {
	if char, ok := ansiEscapes[word[1]]; ok {
		return char, word[2:]
	}
	form, rest := numerals[word[1]], word[2:]
	if strings.IndexByte(octal.digits, word[1]) >= 0 {
		form, rest = octal, word[1:]
	}
	length := 0
	for length < min(len(rest), form.most) && strings.IndexByte(form.digits, rest[length]) >= 0 {
		length++
	}
	number, err := strconv.ParseUint(rest[:length], form.base, 32)
	switch {
	case err != nil:
		return word[:2], word[2:]
	case form.most < 4:
		return string([]byte{byte(number)}), rest[length:]
	}
	return string(rune(number)), rest[length:]
}

// requote writes text so that bash reads it back in the state. first says that the word begins here. Control
// characters can be written only outside quotes.
func requote(text string, state byte, first bool) (string, bool) {
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case c < 0x20 || c == 0x7f:
			return "", false
		case state == single && c == '\'':
			b.WriteString(`'\''`)
		case state == double && strings.IndexByte("\\\"$`", c) >= 0,
			state == ansi && (c == '\\' || c == single),
			state == bare && strings.IndexByte(" !\"#$&'()*;<=>?[\\]^`{|},~:@%", c) >= 0 && !(c == '~' && !(first && i == 0)):
			b.WriteString(`\` + text[i:i+1])
		case state == double && c == '!':
			b.WriteString(`"'!'"`)
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), true
}
