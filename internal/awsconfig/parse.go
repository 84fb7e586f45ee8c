package awsconfig

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/ini.v1"
)

// section is one section of a file, with what it inherits from [DEFAULT].
type section struct {
	name  string
	place Place
	keys  []Key
}

// options make ini.v1 read the text as Python does. Its own pass over continued lines
// (AllowPythonMultilineValues) stays off: it takes lines that are indented alike for one value.
func options() ini.LoadOptions {
	return ini.LoadOptions{
		InsensitiveKeys:         true, // not Insensitive, which melts [default] into [DEFAULT]
		IgnoreContinuation:      true, // a backslash at the end of a line is text
		IgnoreInlineComment:     true, // so is the # of a start URL
		PreserveSurroundedQuote: true,
		AllowNestedValues:       true, // else a region under s3 becomes the profile's
		AllowNonUniqueSections:  true, // else each new header is searched for among all others
		ChildSectionDelimiter:   "\n", // else [profile a.b] inherits from [profile a]
	}
}

// Parse reads the texts of both files into one model. It never fails: what the AWS CLI would
// refuse is read as well as can be, and noted.
func Parse(config, credentials Source) *Config {
	conf, confProblems := readSections(config)
	creds, credsProblems := readSections(credentials)
	c := &Config{
		Profiles: make([]Profile, 0, max(len(conf), len(creds))),
		Problems: confProblems,
		profiles: make(map[string]int, max(len(conf), len(creds))),
		sessions: map[string]int{},
	}
	for _, s := range conf {
		c.addConfig(s)
	}
	sortByLine(c.Problems)
	first := len(c.Problems)
	c.Problems = append(c.Problems, credsProblems...)
	for _, s := range creds {
		c.addCredentials(s)
	}
	sortByLine(c.Problems[first:])
	return c
}

func sortByLine(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Place.Line, b.Place.Line) })
}

// readSections reads one file.
func readSections(src Source) ([]section, []Problem) {
	if len(src.Data) == 0 {
		return nil, nil
	}
	p := readLines(src)
	file, err := ini.LoadSources(options(), p.text)
	if err != nil { // the pass leaves nothing to stumble over; a file is not lost in silence if it did
		p.refuse(0, "unreadable-text", err.Error(), "")
		return nil, p.problems
	}
	sections := p.collect(file)
	if p.twins {
		sections = mergeTwins(sections)
	}
	return p.inherit(sections), p.problems
}

// collect walks what ini.v1 read, once and without looking anything up by name (that creates what
// is missing), and joins it with the lines.
func (p *pass) collect(file *ini.File) []section {
	found := file.Sections()
	found = found[len(found)-len(p.heads):] // ini.v1's own root section is always there, and empty
	sections := make([]section, len(found))
	keys := make([]Key, 0, len(p.lines))
	for i, s := range found {
		start := len(keys)
		for j, k := range s.Keys() {
			keys = append(keys, p.makeKey(k, p.heads[i].firstKey+j))
		}
		sections[i] = section{s.Name(), Place{p.file, p.heads[i].line}, slices.Clip(keys[start:])}
	}
	return sections
}

// makeKey reads by Value alone: every other getter of ini.v1 replaces %(name)s.
func (p *pass) makeKey(k *ini.Key, i int) Key {
	key := Key{Name: reveal(k.Name()), Value: reveal(k.Value()), Place: Place{p.file, p.lines[i]}}
	if key.Value == "" {
		key.Nested = nestedKeys(k.NestedValues(), p.file, p.nested[i])
	}
	if tail := p.tails[i]; tail != nil {
		key.Value += string(tail)
	}
	return key
}

// nestedKeys cuts the lines of a nested block at their first equals sign; of two with one name
// the last counts.
func nestedKeys(texts []string, file string, lines []int) []Key {
	var keys []Key
	var seen names
	for i, text := range texts {
		name, value, _ := strings.Cut(text, "=")
		key := Key{Name: trim(name), Value: trim(value), Place: Place{file, lines[i]}}
		if first, again := seen.put(key.Name, named{key: len(keys)}); again {
			keys[first.key] = key
		} else {
			keys = append(keys, key)
		}
	}
	return keys
}

// mergeTwins makes one of the sections with one name: [DEFAULT] may stand repeatedly, and of
// others the Go SDK does the same.
func mergeTwins(sections []section) []section {
	index := make(map[string]int, len(sections))
	merged := make([]section, 0, len(sections))
	for _, s := range sections {
		if i, ok := index[s.name]; ok {
			merged[i].keys = override(merged[i].keys, s.keys)
			continue
		}
		index[s.name] = len(merged)
		merged = append(merged, s)
	}
	return merged
}

// override adds keys to others, in place of those with the same name.
func override(keys, with []Key) []Key {
	for _, k := range with {
		if i := find(keys, k.Name); i >= 0 {
			keys[i] = k
		} else {
			keys = append(keys, k)
		}
	}
	return keys
}

// inherit takes [DEFAULT] out of the sections and gives its keys to those that lack them.
func (p *pass) inherit(sections []section) []section {
	at := slices.IndexFunc(sections, func(s section) bool { return s.name == defaultSection })
	if at < 0 {
		return sections
	}
	shared := sections[at].keys
	sections = slices.Delete(sections, at, at+1)
	for _, d := range p.deferred {
		lacks := func(s section) bool { return find(s.keys, d.key) < 0 }
		if slices.ContainsFunc(sections, lacks) {
			p.problems = append(p.problems, d.problem)
		}
	}
	for i := range sections {
		for _, k := range shared {
			if find(sections[i].keys, k.Name) < 0 {
				sections[i].keys = append(sections[i].keys, k)
			}
		}
	}
	return sections
}
