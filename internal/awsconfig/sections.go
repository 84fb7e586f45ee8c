package awsconfig

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// addConfig takes a section of the config file. A profile or session is one by how its name
// begins, and has its name from POSIX shell splitting, as in botocore's configloader.
func (c *Config) addConfig(s section) {
	word, named := secondWord(s.name)
	switch {
	case strings.HasPrefix(s.name, "profile") && named:
		c.putProfile(word, s)
	case strings.HasPrefix(s.name, "sso-session") && named:
		c.putSession(word, s)
	case s.name == "default":
		c.putProfile(s.name, s)
	case strings.HasPrefix(s.name, "services") && named, s.name == "plugins", s.name == "preview":
	default:
		c.note(s, "ignored-section", fmt.Sprintf("section [%s] is ignored", show(s.name)), ignoredHint(s.name))
	}
}

// secondWord is the second of exactly two words. Most headers need no splitting for that.
func secondWord(header string) (string, bool) {
	if first, rest, _ := strings.Cut(header, " "); isPlain(first) && isPlain(rest) {
		return rest, true
	}
	words, err := splitWords(header)
	if err != nil || len(words) != 2 {
		return "", false
	}
	return words[1], true
}

// putProfile adds a profile of the config file. Where two headers come to one name, such as
// [default] and [profile default], the CLI takes the last whole but lists it where the first stood.
func (c *Config) putProfile(name string, s section) {
	i, again := c.profiles[name]
	if !again {
		c.profiles[name] = len(c.Profiles)
		c.Profiles = append(c.Profiles, Profile{Name: name, Header: s.name, Place: s.place, Keys: s.keys, config: s.keys})
		return
	}
	c.noteReplaced(s, c.Profiles[i].Place)
	c.Profiles[i] = Profile{Name: name, Header: s.name, Place: s.place, Keys: s.keys, config: s.keys}
}

func (c *Config) putSession(name string, s section) {
	i, again := c.sessions[name]
	if !again {
		c.sessions[name] = len(c.Sessions)
		c.Sessions = append(c.Sessions, Session{name, s.place, s.keys})
		return
	}
	c.noteReplaced(s, c.Sessions[i].Place)
	c.Sessions[i] = Session{name, s.place, s.keys}
}

// addCredentials takes a section of the credentials file, where the text between the brackets is
// the profile's name, untouched. Its keys stand in for those of the same name in config.
func (c *Config) addCredentials(s section) {
	c.noteOddCredentials(s)
	if i, ok := c.profiles[s.name]; ok {
		p := &c.Profiles[i]
		p.Keys, p.credentials = override(slices.Clone(p.Keys), s.keys), s.keys
		return
	}
	c.profiles[s.name] = len(c.Profiles)
	c.Profiles = append(c.Profiles, Profile{Name: s.name, Place: s.place, Keys: s.keys, credentials: s.keys})
}

func (c *Config) note(s section, code, message, hint string) {
	c.Problems = append(c.Problems, Problem{Code: code, Message: message, Hint: hint, Place: s.place})
}

func (c *Config) noteReplaced(s section, old Place) {
	c.note(s, "replaced-section",
		fmt.Sprintf("section [%s] replaces the one of the same name on line %d", show(s.name), old.Line),
		"remove or rename one of them")
}

// noteOddCredentials notes sections that are profiles by another name than was probably meant.
func (c *Config) noteOddCredentials(s section) {
	word, named := secondWord(s.name)
	listed := fmt.Sprintf("section [%s] is a profile of that whole name here", show(s.name))
	switch {
	case strings.HasPrefix(s.name, "profile") && named:
		c.note(s, "misplaced-section", listed, fmt.Sprintf("write [%s]", show(word)))
	case strings.HasPrefix(s.name, "sso-session") && named, strings.HasPrefix(s.name, "services") && named:
		c.note(s, "misplaced-section", listed, "move it to the config file")
	case trim(s.name) != s.name && trim(s.name) != "":
		c.note(s, "misplaced-section", fmt.Sprintf("the blanks in [%s] are part of the profile's name", show(s.name)),
			fmt.Sprintf("write [%s]", show(trim(s.name))))
	}
}

// prefixes are the first words of the sections that have a name.
var prefixes = []string{"profile", "sso-session", "services"}

// ignoredHint is the header that was probably meant.
func ignoredHint(header string) string {
	text := trim(header)
	if strings.Contains(text, "]") {
		return "move what follows the first ] to a line of its own"
	}
	if strings.EqualFold(text, "default") {
		return "write [default]"
	}
	first, rest := cutWord(text)
	prefix := "profile"
	if i := slices.IndexFunc(prefixes, func(p string) bool { return strings.EqualFold(p, first) }); i >= 0 {
		prefix, text = prefixes[i], strings.Trim(rest, `"'`)
	}
	if text == "" {
		return fmt.Sprintf("write [%s NAME]", prefix)
	}
	return fmt.Sprintf("write [%s %s]", prefix, show(quoteWord(text)))
}

func cutWord(s string) (first, rest string) {
	i := strings.IndexFunc(s, isSpace)
	if i < 0 {
		return s, ""
	}
	return s[:i], trim(s[i:])
}

// show makes a name fit for a message: what a terminal would act on is escaped.
func show(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return !strconv.IsPrint(r) }) < 0 {
		return name
	}
	quoted := strconv.Quote(name)
	return quoted[1 : len(quoted)-1]
}
