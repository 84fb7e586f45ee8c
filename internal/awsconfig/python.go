package awsconfig

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isSpace is Python's str.isspace, which str.strip and a regular expression's \s go by: unlike
// Go's it takes the four ASCII separators 0x1c to 0x1f for blanks.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
}

// trim is Python's str.strip.
func trim(s string) string { return strings.TrimRightFunc(trimLeft(s), isSpace) }

func trimLeft(s string) string { return strings.TrimLeftFunc(s, isSpace) }

// indentOf counts the characters before the text of a line, as configparser does: a tab is one.
func indentOf(line string) int {
	blanks := line[:len(line)-len(trimLeft(line))]
	return utf8.RuneCountInString(blanks)
}

// splitLines is Python's str.splitlines, which knows more line ends than a file has: botocore
// cuts the lines of a nested block with it.
func splitLines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r >= '\n' && r <= '\r' || r >= 0x1c && r <= 0x1e || r == 0x85 || r == 0x2028 || r == 0x2029
	})
}

// errUnfinished is for a name that ends inside quotes or behind a backslash.
var errUnfinished = errors.New("unfinished quoting")

// splitWords is Python's shlex.split: POSIX quoting and no comments.
func splitWords(s string) ([]string, error) {
	var words []string
	for i := 0; ; {
		for i < len(s) && isBlank(s[i]) {
			i++
		}
		if i == len(s) {
			return words, nil
		}
		word, end, err := nextWord(s, i)
		if err != nil {
			return nil, err
		}
		words, i = append(words, word), end
	}
}

func isBlank(c byte) bool { return strings.IndexByte(" \t\r\n", c) >= 0 }

// nextWord reads the word that begins at i and tells where it ends. Between double quotes a
// backslash is plain text but before a double quote or another backslash.
func nextWord(s string, i int) (word string, end int, err error) {
	var b strings.Builder
	var quote byte
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case quote == 0 && isBlank(c):
			return b.String(), i, nil
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == '\\' && quote != '\'':
			if i++; i == len(s) {
				return "", i, errUnfinished
			}
			if quote != 0 && s[i] != quote && s[i] != '\\' {
				b.WriteByte('\\')
			}
			b.WriteByte(s[i])
		default:
			b.WriteByte(c)
		}
	}
	if quote != 0 {
		return "", i, errUnfinished
	}
	return b.String(), i, nil
}

// quoteWord writes a name so that splitWords gives it back, bare where that is enough.
func quoteWord(s string) string {
	if isPlain(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// isPlain tells whether a text is one word as it stands.
func isPlain(s string) bool { return s != "" && !strings.ContainsAny(s, " \t\r\n\"'\\") }
