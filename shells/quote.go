package shells

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// errNUL and errUTF8 name the only texts that no shell, or not PowerShell, can hold.
var (
	errNUL  = errors.New("a NUL byte cannot be written in shell code")
	errUTF8 = errors.New("text that is not UTF-8 cannot be written in PowerShell")
)

// quotePOSIX writes s as one word of bash or zsh, under any of their options.
//
// Text that prints goes in single quotes. The rest needs $'…': zsh's csh_junkie_quotes forbids a raw newline between
// single quotes, and a terminal obeys control characters where the word is shown to a person.
func quotePOSIX(s string) (string, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", errNUL
	}
	if prints(s) {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'", nil
	}
	return "$'" + escape(s, func(char string) string { return hex(`\x`, char) }) + "'", nil
}

// escape writes the inside of a quoted word in which the backslash and the quote are special; of what does not print,
// unprintable says how it is written.
func escape(s string, unprintable func(char string) string) string {
	var b strings.Builder
	for s != "" {
		char, printable := firstChar(s)
		s = s[len(char):]
		switch {
		case char == `\` || char == "'":
			b.WriteString(`\` + char)
		case printable:
			b.WriteString(char)
		default:
			b.WriteString(unprintable(char))
		}
	}
	return b.String()
}

// hex writes each byte with two hexadecimal digits, so that a digit may follow.
func hex(mark, s string) string {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, "%s%02x", mark, s[i])
	}
	return b.String()
}

// firstChar is the first character of a text that is not empty, and whether a terminal shows it and does nothing else.
func firstChar(s string) (char string, printable bool) {
	r, size := utf8.DecodeRuneInString(s)
	return s[:size], unicode.IsPrint(r) && !(r == utf8.RuneError && size == 1)
}

func prints(s string) bool {
	for s != "" {
		char, printable := firstChar(s)
		if !printable {
			return false
		}
		s = s[len(char):]
	}
	return true
}

// quoteFish writes s as one word of fish. Between single quotes only the backslash and the quote are special; what does
// not print is escaped between two such runs.
func quoteFish(s string) (string, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", errNUL
	}
	return "'" + escape(s, func(char string) string { return "'" + hex(`\X`, char) + "'" }) + "'", nil
}

// quotePowerShell writes s as one expression of PowerShell in pure ASCII, whatever code page the console has.
//
// Runs of printable ASCII go in single quotes; every other UTF-16 unit is a [char]. The typographic quotes U+2018
// to U+201B, which PowerShell takes for single quotes, are among the latter. The expression begins with a string,
// so that + joins text, and stands in parentheses, so that it can be an argument.
func quotePowerShell(s string) (string, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", errNUL
	}
	if !utf8.ValidString(s) {
		return "", errUTF8
	}
	var b strings.Builder
	b.WriteString("('")
	quoted := true
	for _, unit := range utf16.Encode([]rune(s)) {
		quoted = writePowerShell(&b, unit, quoted)
	}
	if quoted {
		b.WriteByte('\'')
	}
	b.WriteByte(')')
	return b.String(), nil
}

// writePowerShell writes one UTF-16 unit; quoted says whether a single-quoted run is open, before and after.
func writePowerShell(b *strings.Builder, unit uint16, quoted bool) bool {
	if unit < 0x20 || unit > 0x7e {
		if quoted {
			b.WriteByte('\'')
		}
		fmt.Fprintf(b, "+[char]0x%04X", unit)
		return false
	}
	if !quoted {
		b.WriteString("+'")
	}
	if unit == '\'' {
		b.WriteByte('\'')
	}
	b.WriteByte(byte(unit))
	return true
}
