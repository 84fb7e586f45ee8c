package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoting states of a word of bash that is being typed.
const (
	bare   = byte(0)
	single = byte('\'')
	double = byte('"')
)

// answerBash gets the command, the line up to the cursor, and the end of it that readline will replace. What stands
// before that end in the typed word stays on the line: an opening quote, or all up to a colon or another break
// character. So it is taken off each match, and the rest is quoted for the state in which it continues.
func answerBash(w *world, v *completeVerb) string {
	if len(v.Words) != 3 {
		return ""
	}
	command, line, replaced := v.Words[0], v.Words[1], v.Words[2]
	before, word := lastCommand(line)
	if len(before) == 0 {
		return ""
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
	if best != start && sameStart(texts) {
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
	if state != bare && strings.HasSuffix(text, string(state)) {
		// readline takes this quote for the closing one, which it adds otherwise.
		text += string(state)
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
// Nothing is expanded. Assignments before the command do not count.
func lastCommand(line string) (words []string, typed string) {
	start, inWord := 0, false
	end := func(i int) {
		if inWord {
			word, _ := dequote(line[start:i])
			if len(words) > 0 || !assignment(line[start:i]) {
				words = append(words, word)
			}
		}
		inWord = false
	}
	state := bare
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case state == bare && strings.IndexByte(" \t", c) >= 0:
			end(i)
			continue
		case state == bare && strings.IndexByte(";|&()\n", c) >= 0:
			inWord, words = false, nil
			continue
		}
		if !inWord {
			start, inWord = i, true
		}
		if c == '\\' && state != single {
			i++
			continue
		}
		state = nextState(state, c)
	}
	if inWord {
		typed = line[start:]
	}
	return words, typed
}

func assignment(word string) bool {
	name, _, ok := strings.Cut(word, "=")
	return ok && name != "" && !strings.ContainsAny(name, `'"\$`)
}

func nextState(state, c byte) byte {
	switch {
	case state == bare && (c == single || c == double):
		return c
	case state == c:
		return bare
	}
	return state
}

// dequote reads a word that may end inside a quote, and tells in which. A backslash at the end stands for nothing yet:
// readline leaves one there when it inserts what several quoted names have in common.
func dequote(word string) (text string, state byte) {
	var b strings.Builder
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == '\\' && state != single {
			if i++; i == len(word) {
				break
			}
			if state == double && strings.IndexByte("\\\"$`", word[i]) < 0 {
				b.WriteByte('\\')
			}
			b.WriteByte(word[i])
			continue
		}
		if next := nextState(state, c); next != state {
			state = next
			continue
		}
		b.WriteByte(c)
	}
	return b.String(), state
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
