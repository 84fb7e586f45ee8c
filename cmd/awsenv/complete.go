package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"awsenv/internal/columns"
)

// completeVerb answers Tab. Words are those of the command up to the cursor, without their quotes; the last one is being
// typed and may be empty. In bash they are the command, the typed line, and the piece of it to be replaced.
type completeVerb struct {
	Shell string
	// For a shell that shows what it is given, as it is: how wide its lines are, and what goes before a description.
	Columns   int `default:"80"`
	Separator string
	// For zsh: nothing but the beginning of a name could match.
	Begun bool
	Words []string `arg:"" optional:""`
}

// candidate is one thing that Tab may insert, what the shell may show beside it, and what else it is known by.
type candidate struct {
	text, note string
	known      []string
	dashed     bool // it begins with a dash, and has to stand behind a --
}

// answers is how each shell's completion function wants what Tab offers. In all of them a line that begins with a tab
// is no candidate.
var answers = map[string]func(w *world, v *completeVerb) string{
	"bash":       answerBash,
	"zsh":        offered(answerZsh),
	"fish":       offered(answerFish),
	"powershell": offered(answerPowerShell),
}

// offered answers for a shell that tells the words of the command: with what Tab offers for the last one, unless that
// belongs to a command of the user's own.
func offered(write func(v *completeVerb, o offer, typed string) string) func(w *world, v *completeVerb) string {
	return func(w *world, v *completeVerb) string {
		end := len(v.Words) - 1
		if end < 1 {
			return ""
		}
		typed := v.Words[end]
		o := w.offer(v.Words[:end], typed)
		if o.inner != nil {
			return o.handOver()
		}
		return write(v, o, typed)
	}
}

// Run prints one candidate on each line. Nothing that is wrong with the files is told here: Tab stays silent.
func (v *completeVerb) Run(w *world) error {
	sh, err := lookupShell(v.Shell)
	if err != nil {
		return err
	}
	return w.print(answers[sh.Name](w, v))
}

// offer is what Tab has for a word.
type offer struct {
	kind
	list []candidate
	// lead is what was typed before the value, where that is joined to its flag: --region=
	lead string
	// inner is the command that the word belongs to, where it is one of the user's own: its words before this one.
	inner *[]string
}

// kind says what the candidates of a list are: to zsh, by the tag that its users' styles know, and to people.
type kind struct{ tag, heading string }

// hit says how a candidate and what was typed go together.
type hit int

const (
	miss  hit = iota
	known     // what it is known by contains it
	part      // its text contains it
	alike     // its text begins with it, upper and lower case being the same
	start     // its text begins with it
)

func (c candidate) hit(typed, folded string) hit {
	if strings.HasPrefix(c.text, typed) {
		return start
	}
	text := strings.ToLower(c.text)
	switch {
	case strings.HasPrefix(text, folded):
		return alike
	case strings.Contains(text, folded):
		return part
	}
	for _, text := range c.known {
		if strings.Contains(strings.ToLower(text), folded) {
			return known
		}
	}
	return miss
}

// match picks the candidates that begin with what was typed; where none does, those that begin so but for upper and
// lower case; and where none does that either, those that contain it, in their text or in what else they are known by.
// It tells the best hit among them.
func (o offer) match(typed string) ([]candidate, hit) {
	typed = strings.TrimPrefix(typed, o.lead)
	folded := strings.ToLower(typed)
	best := miss
	var found []candidate
	for _, c := range o.list {
		h := c.hit(typed, folded)
		if h > best && h >= alike {
			found = nil
		}
		best = max(best, h)
		if h != miss && (h == best || best < alike) {
			c.text = o.lead + c.text
			found = append(found, c)
		}
	}
	return found, best
}

// handOver says that the word belongs to a command of the user's own, and how many words that has before it.
func (o offer) handOver() string { return "\t" + strconv.Itoa(len(*o.inner)) + "\n" }

// answerZsh leaves matching by prefix to zsh, whose users have their own rules for it. The answer is made to be cut up, as
// zsh is slow at taking lines apart: first the kind of the candidates, then how many each of three lists has, then the
// lists. They are to be matched; to be taken where nothing matches; and to be inserted behind a --.
func answerZsh(v *completeVerb, o offer, typed string) string {
	plain, dashed := splitDashed(o.withLead())
	containing, best := o.match(typed)
	if best == start {
		containing = nil
	}
	containing, _ = splitDashed(containing)
	if v.Begun && o.kind == values["profile"].kind {
		otherwise := func(c candidate) bool { return !strings.HasPrefix(c.text, typed) }
		plain, dashed = slices.DeleteFunc(plain, otherwise), slices.DeleteFunc(dashed, otherwise)
	}
	lists := [][]candidate{plain, containing, dashed}
	var b strings.Builder
	b.WriteString(o.tag + "\n" + o.heading + "\n")
	for _, list := range lists {
		b.WriteString(strconv.Itoa(len(list)) + "\n")
	}
	shown := v.layout(o)
	for _, list := range lists {
		for _, c := range list {
			b.WriteString(c.text + "\n")
		}
		for _, c := range list {
			b.WriteString(shown(c) + "\n")
		}
	}
	return b.String()
}

func splitDashed(list []candidate) (plain, dashed []candidate) {
	for _, c := range list {
		if c.dashed {
			dashed = append(dashed, c)
		} else {
			plain = append(plain, c)
		}
	}
	return plain, dashed
}

func (o offer) withLead() []candidate {
	list := slices.Clone(o.list)
	for i := range list {
		list[i].text = o.lead + list[i].text
	}
	return list
}

// layout is how a candidate is shown in a list: what is to be known about it stands in a column of its own, cut off at
// the end of the line.
func (v *completeVerb) layout(o offer) func(candidate) string {
	width := 0
	for _, c := range o.list {
		width = max(width, columns.Width(o.lead+c.text))
	}
	room := v.Columns - width - columns.Width(v.Separator) - 1
	return func(c candidate) string {
		text := columns.Harmless(c.text)
		if c.note == "" || room <= 0 {
			return text
		}
		return text + strings.Repeat(" ", max(width-columns.Width(text), 0)) + v.Separator + cut(columns.Harmless(c.note), room)
	}
}

// cut leaves off what does not fit.
func cut(text string, room int) string {
	if columns.Width(text) <= room {
		return text
	}
	end := 0
	for i := range text {
		if columns.Width(text[:i]) > room {
			break
		}
		end = i
	}
	return text[:end]
}

// answerFish leaves the last word on the names to fish, which also matches them loosely. What fish cannot see it has to
// be told: that only what the candidates are known by contains what was typed.
func answerFish(_ *completeVerb, o offer, typed string) string {
	found, best := o.match(typed)
	if best == miss {
		found = o.list
	}
	plain, dashed := splitDashed(found)
	var b strings.Builder
	if best == known && len(plain) > 0 {
		b.WriteString("\tknown\n")
	}
	for _, c := range plain {
		b.WriteString(c.text + "\t" + columns.Harmless(c.note) + "\n")
	}
	// fish inserts one word and no more.
	if len(dashed) > 0 && strings.HasPrefix("--", typed) && typed != "" {
		b.WriteString("--\tBefore a name that begins with a dash.\n")
	}
	return b.String()
}

// answerPowerShell filters, as PowerShell does not, and writes ASCII that [regex]::Unescape reads.
func answerPowerShell(_ *completeVerb, o offer, typed string) string {
	found, best := o.match(typed)
	var b strings.Builder
	if best == part || best == known {
		b.WriteString("\tcontaining\n")
	}
	for _, c := range found {
		b.WriteString(escapeRegexp(c.text) + "\t" + escapeRegexp(columns.Harmless(c.note)) + "\n")
	}
	return b.String()
}

func escapeRegexp(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		switch {
		case unit == '\\':
			b.WriteString(`\\`)
		case unit < 0x20 || unit > 0x7e:
			fmt.Fprintf(&b, `\u%04X`, unit)
		default:
			b.WriteByte(byte(unit))
		}
	}
	return b.String()
}
