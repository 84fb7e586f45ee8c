package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"awsenv/internal/awsconfig"
	"awsenv/internal/doctor"
	"awsenv/internal/login"
	"awsenv/internal/sso"
	"awsenv/shells"

	"github.com/alecthomas/kong"
)

var (
	commands = kind{"commands", "awsenv command"}
	flags    = kind{"options", "option"}
)

// values are what an argument or the value of a flag may be, by its name in the grammar.
var values = map[string]struct {
	kind
	list func(w *world, config *awsconfig.Config) []candidate
}{
	"profile": {kind{"profiles", "AWS profile"}, (*world).profileCandidates},
	"region":  {kind{"regions", "AWS region"}, regionCandidates},
	"session": {kind{"sessions", "sso-session"}, (*world).sessionCandidates},
	"shell":   {kind{"shells", "shell"}, shellCandidates},
}

// offer is what may stand for the typed word behind others, the first of which is the command's name.
func (w *world) offer(words []string, typed string) offer {
	name, rest := verbOf(words)
	if name == "" {
		return w.verbOffer(typed)
	}
	node, ok := w.visibleVerb(name)
	if !ok {
		return offer{}
	}
	at := locate(node, rest)
	switch {
	case at.inner != nil:
		return offer{inner: at.inner}
	case at.flag != nil:
		return w.flagValue(at.flag, "")
	case !at.dashes && strings.HasPrefix(typed, "-"):
		return w.flagOffer(node, at, typed)
	case at.takesArgument():
		return w.argument(at)
	}
	return offer{}
}

// exclusive are the words that a flag of our functions takes none of beside it, in either order.
var exclusive = map[string][]string{
	"unset":   {"profile", "region", "save"},
	"forget":  {"profile", "region", "save", "unset"},
	"session": {"profile"},
}

func (at slot) takesArgument() bool { return at.argument != nil && !at.excludes(at.argument.Name) }

// excludes tells whether what was given before leaves no place for a flag, or for an argument.
func (at slot) excludes(name string) bool {
	return slices.ContainsFunc(at.given, func(given string) bool {
		return slices.Contains(exclusive[given], name) || slices.Contains(exclusive[name], given)
	})
}

// verbOf tells which verb the words are for, and the words behind it. A command that is neither awsenv nor one of its
// functions is an alias for aws-use.
func verbOf(words []string) (name string, rest []string) {
	command := strings.TrimSuffix(filepath.Base(words[0]), ".exe")
	if command == "awsenv" {
		if len(words) == 1 {
			return "", nil
		}
		return words[1], words[2:]
	}
	name, _ = strings.CutPrefix(command, "aws-")
	if _, ok := usages[name]; !ok {
		name = "use"
	}
	return name, words[1:]
}

func (w *world) verbOffer(typed string) offer {
	if strings.HasPrefix(typed, "-") {
		if app, err := w.parser([]string{"version"}); err == nil {
			return offer{kind: flags, list: flagCandidates(app.Model.Node, slot{})}
		}
	}
	o := offer{kind: commands}
	for _, v := range verbs() {
		if !v.hidden {
			o.list = append(o.list, candidate{text: v.name, note: v.help})
		}
	}
	return o
}

// visibleVerb is the grammar of a verb, unless that is hidden.
func (w *world) visibleVerb(name string) (*kong.Node, bool) {
	if !slices.ContainsFunc(verbs(), func(v verb) bool { return v.name == name && !v.hidden }) {
		return nil, false
	}
	app, err := w.parser([]string{name})
	if err != nil || len(app.Model.Children) == 0 {
		return nil, false
	}
	return app.Model.Children[0], true
}

// slot is where in the command line of a verb a word stands.
type slot struct {
	flag     *kong.Flag       // whose value it is
	argument *kong.Positional // which it is, if it is no flag
	inner    *[]string        // the words before it of the command that the verb runs
	given    []string         // the flags and arguments before it
	dashes   bool             // a -- stands before it
}

func locate(node *kong.Node, words []string) slot {
	var at slot
	arguments := node.Positional
	for i := 0; i < len(words); i++ {
		word := words[i]
		switch {
		case at.dashes || word == "-" || !strings.HasPrefix(word, "-"):
			if len(arguments) > 0 {
				at.given = append(at.given, arguments[0].Name)
				arguments = arguments[1:]
			}
			if passesThrough(arguments) {
				inner := words[i+1:]
				if !at.dashes && len(inner) > 0 && inner[0] == "--" {
					inner = inner[1:]
				}
				return slot{inner: &inner}
			}
		case word == "--":
			at.dashes = true
		default:
			name, _, joined := strings.Cut(strings.TrimPrefix(word, "--"), "=")
			at.given = append(at.given, name)
			if flag := flagOf(node, name); flag != nil && !joined && !flag.IsBool() {
				if i++; i == len(words) {
					at.flag = flag
				}
			}
		}
	}
	if len(arguments) > 0 {
		at.argument = arguments[0]
	}
	return at
}

func passesThrough(arguments []*kong.Positional) bool {
	return len(arguments) > 0 && arguments[0].Passthrough
}

func flagOf(node *kong.Node, name string) *kong.Flag {
	for _, group := range node.AllFlags(false) {
		for _, flag := range group {
			if flag.Name == name {
				return flag
			}
		}
	}
	return nil
}

// flagOffer is for a word that begins with a dash. A name may do so too, behind a --.
func (w *world) flagOffer(node *kong.Node, at slot, typed string) offer {
	if name, _, joined := strings.Cut(strings.TrimPrefix(typed, "--"), "="); joined {
		if flag := flagOf(node, name); flag != nil {
			return w.flagValue(flag, "--"+name+"=")
		}
		return offer{}
	}
	o := offer{kind: flags, list: flagCandidates(node, at)}
	if !at.takesArgument() {
		return o
	}
	argument := w.argument(at)
	_, dashed := splitDashed(argument.list)
	o.list = append(o.list, dashed...)
	if _, best := o.match(typed); best < alike {
		// It may be a piece of a name.
		return argument
	}
	return o
}

func (w *world) flagValue(flag *kong.Flag, lead string) offer {
	v, ok := values[flag.Name]
	if !ok || flag.IsBool() {
		return offer{}
	}
	list := showable(v.list(w, w.paths().Load()))
	if lead == "" {
		// Only where it is joined to its flag may a value begin with a dash.
		list = slices.DeleteFunc(list, func(c candidate) bool { return strings.HasPrefix(c.text, "-") })
	}
	return offer{kind: v.kind, list: list, lead: lead}
}

func (w *world) argument(at slot) offer {
	v, ok := values[at.argument.Name]
	if !ok {
		return offer{}
	}
	list := showable(v.list(w, w.paths().Load()))
	for i := range list {
		list[i].dashed = !at.dashes && strings.HasPrefix(list[i].text, "-")
	}
	return offer{kind: v.kind, list: list}
}

// showable leaves out what is empty, and cannot be chosen by a variable, and what has characters that control the
// terminal or turn the direction of text, and cannot be shown in a list.
func showable(list []candidate) []candidate {
	return slices.DeleteFunc(list, func(c candidate) bool {
		return c.text == "" || strings.IndexFunc(c.text, controls) >= 0
	})
}

func controls(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// flagCandidates are the flags of a verb that there is still a place for.
func flagCandidates(node *kong.Node, at slot) []candidate {
	var out []candidate
	for _, group := range node.AllFlags(true) {
		for _, flag := range group {
			if !slices.Contains(at.given, flag.Name) && !at.excludes(flag.Name) {
				out = append(out, candidate{text: "--" + flag.Name, note: cmp.Or(usageNote(usages[node.Name], flag.Name), flag.Help)})
			}
		}
	}
	return out
}

// usageNote is what the help text of a shell function says about a flag, which may take several lines.
func usageNote(usage, flag string) string {
	note := ""
	for line := range strings.Lines(usage) {
		text := strings.TrimSpace(line)
		rest, found := strings.CutPrefix(text, "--"+flag)
		_, told, begins := strings.Cut(rest, "  ")
		switch {
		case found && begins && rest[0] == ' ':
			note = strings.TrimSpace(told)
		case note != "" && strings.HasPrefix(line, "    "):
			note += " " + text
		case note != "":
			return note
		}
	}
	return note
}

func (w *world) profileCandidates(config *awsconfig.Config) []candidate {
	rows := w.rows(config)
	out := make([]candidate, len(rows))
	for i, r := range rows {
		notes := []string{strings.Join(strings.Fields(r.Account+" "+r.Role), " "), stateNote(r.State, r.left)}
		notes = slices.DeleteFunc(notes, func(note string) bool { return note == "" })
		out[i] = candidate{text: r.Name, note: strings.Join(notes, ", "), known: []string{r.Account, r.Role}}
	}
	return out
}

func stateNote(state sso.State, left string) string {
	return strings.TrimSpace(stateWords[state] + " " + left)
}

func (w *world) sessionCandidates(config *awsconfig.Config) []candidate {
	var out []candidate
	for _, s := range config.Sessions {
		state := w.session(login.ForSession(s.Name))
		note := stateNote(state.State, "")
		if state.State == sso.Valid {
			note = stateNote(state.State, left(state.ExpiresAt.Sub(w.now)))
		}
		out = append(out, candidate{text: s.Name, note: note})
	}
	return out
}

// regionCandidates are the regions of AWS, those of the person's profiles first.
func regionCandidates(_ *world, config *awsconfig.Config) []candidate {
	seen := map[string]bool{}
	var out []candidate
	add := func(region string) {
		if !seen[region] {
			seen[region] = true
			out = append(out, candidate{text: region})
		}
	}
	for i := range config.Profiles {
		add(config.Profiles[i].Get("region"))
	}
	for _, region := range doctor.Regions {
		add(region)
	}
	return out
}

func shellCandidates(*world, *awsconfig.Config) []candidate {
	var out []candidate
	for _, name := range shells.Names() {
		out = append(out, candidate{text: name})
	}
	return out
}
