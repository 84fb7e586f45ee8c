package shells

import (
	"errors"
	"fmt"
	"strings"
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
// Text without control characters goes in single quotes. Control characters need $'…': zsh's csh_junkie_quotes
// forbids a raw newline between single quotes. Bytes above 0x7f stay as they are in both forms.
func quotePOSIX(s string) (string, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", errNUL
	}
	if strings.IndexFunc(s, isASCIIControl) < 0 {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'", nil
	}
	var b strings.Builder
	b.WriteString("$'")
	for i := range len(s) {
		writeANSIC(&b, s[i])
	}
	b.WriteByte('\'')
	return b.String(), nil
}

// writeANSIC writes one byte of a $'…' word; always two hexadecimal digits, so that a digit may follow.
func writeANSIC(b *strings.Builder, c byte) {
	switch {
	case c == '\\' || c == '\'':
		b.WriteByte('\\')
		b.WriteByte(c)
	case isASCIIControl(rune(c)):
		fmt.Fprintf(b, `\x%02x`, c)
	default:
		b.WriteByte(c)
	}
}

func isASCIIControl(r rune) bool { return r < 0x20 || r == 0x7f }

// quoteFish writes s as one word of fish: only the backslash and the quote are special between single quotes.
func quoteFish(s string) (string, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", errNUL
	}
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'", nil
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
