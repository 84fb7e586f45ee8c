package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"awsenv/internal/awsconfig"
	"awsenv/internal/columns"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/sso"
	"awsenv/shells"
)

// promptVerb prints the segment for prompts that awsenv does not draw.
type promptVerb struct{}

// Run prints the segment as plain text, or nothing.
func (promptVerb) Run(w *world) error {
	if s := w.segment(); s.text != "" {
		return w.print(s.text + "\n")
	}
	return nil
}

// labelVerb is what the prompt hook of a shell calls.
type labelVerb struct {
	Shell string
}

// Run prints the code that sets the label of the prompt. It never fails over the config files: a prompt stays silent.
func (v *labelVerb) Run(w *world) error {
	sh, err := lookupShell(v.Shell)
	if err != nil {
		return err
	}
	s := w.segment()
	refresh := ""
	if s.refresh > 0 {
		refresh = strconv.Itoa(int(s.refresh / time.Second))
	}
	code, err := shells.Script{Keep: []shells.Variable{
		{Name: "__awsenv_segment", Value: s.text},
		{Name: "__awsenv_color", Value: sh.Color(s.color)},
		{Name: "__awsenv_refresh", Value: refresh},
		{Name: "__awsenv_watch", Value: s.watch},
	}}.Render(sh)
	if err != nil {
		return err
	}
	return w.print(code)
}

// segment is what the prompt shows. refresh is after how long it may be something else, to whole seconds; zero: only
// when the environment changes. watch is a file that has been there: once it is gone, the segment is something else too.
type segment struct {
	text    string
	color   shells.Color
	refresh time.Duration
	watch   string
}

// recheck is how often a prompt asks again where a session may be signed in elsewhere.
const recheck = time.Minute

// soon is how much time a session has left when the prompt begins to count the minutes.
const soon = 15 * time.Minute

func (w *world) segment() segment {
	config := w.paths().Load()
	id := identity.Resolve(w.lookup, config)
	if id.Source == identity.FromDefault && w.get("AWSENV_PROMPT_DEFAULT") == "off" && id.Trouble == identity.Fine {
		return segment{}
	}
	s := w.describe(config, id)
	if problem, refused := config.Refused(); refused && id.Profile != nil {
		s.text += " ! " + filepath.Base(problem.Place.File) + " is broken"
		s.color, s.refresh = warning(s.color), recheck
	}
	if w.get("NO_COLOR") != "" {
		s.color = shells.Plain
	}
	s.text = columns.Harmless(s.text)
	return s
}

// describe names the identity. What the AWS CLI will not use is never shown as if it were active.
func (w *world) describe(config *awsconfig.Config, id identity.Identity) segment {
	name := columns.Shorten(columns.Harmless(id.Name), w.promptWidth())
	switch id.Trouble {
	case identity.Empty:
		return segment{text: "! " + string(id.Source) + " is empty", color: shells.Yellow}
	case identity.Unknown:
		return segment{text: "! no profile " + name, color: shells.Yellow, refresh: recheck}
	case identity.Partial:
		return segment{text: "! " + id.By + " without " + otherHalves[id.By], color: shells.Yellow}
	case identity.Shadowed:
		return segment{text: "! " + id.By + ", not " + name, color: shells.Yellow}
	}
	if id.Profile == nil || id.Credentials.Variable != "" {
		return keysAlone(id.Credentials)
	}
	s := w.profileSegment(config, id)
	if id.Trouble == identity.Broken {
		s.text, s.color, s.refresh = s.text+" ! broken profile", warning(s.color), recheck
	}
	return s
}

// warning is the colour of a profile with which something is wrong. Production stays red.
func warning(color shells.Color) shells.Color {
	if color == shells.Red {
		return color
	}
	return shells.Yellow
}

// otherHalves is what a variable is useless without, to the AWS CLI an error.
var otherHalves = map[string]string{
	"AWS_ACCESS_KEY_ID":           "its secret",
	"AWS_WEB_IDENTITY_TOKEN_FILE": "its role",
}

// keysAlone: without a profile, or with a default that names no credentials, nothing is shadowed, but a person may have
// forgotten the keys.
func keysAlone(c identity.Credentials) segment {
	if c.Variable == "" || c.Kind == identity.Container {
		return segment{}
	}
	return segment{text: "! " + c.Variable, color: shells.Yellow}
}

// profileSegment shows the parts that the user wants to see of a profile.
func (w *world) profileSegment(config *awsconfig.Config, id identity.Identity) segment {
	s := segment{color: w.colorOf(id)}
	plan, err := login.For(config, id.Name)
	session := sso.Status{}
	if err == nil {
		session = w.session(plan)
		s.refresh = refreshAfter(session, w.now)
	}
	if plan.Key != "" && session.State != sso.None {
		s.watch = filepath.Join(w.ssoFolder(), sso.CacheFile(plan.Key))
	}
	chosen := w.promptParts()
	v := view{id: id, name: w.shownName(id), named: slices.Contains(chosen, "profile"), region: identity.RegionOf(w.lookup, id.Profile).Name, session: session, now: w.now}
	var shown []string
	for _, part := range chosen {
		if text := parts[part](v); text != "" {
			shown = append(shown, text)
		}
	}
	// What is wrong is always told.
	if _, ok := unusable[session.State]; ok && !slices.Contains(chosen, "expiry") {
		shown = append(shown, expiry(session, w.now))
	}
	s.text = cmp.Or(strings.Join(shown, " "), v.name)
	return s
}

// view is what the parts of the segment are made from.
type view struct {
	id           identity.Identity
	name, region string
	named        bool // the name is among the parts
	session      sso.Status
	now          time.Time
}

// parts are what AWSENV_PROMPT may name.
var parts = map[string]func(view) string{
	"profile": func(v view) string { return v.name },
	"account": func(v view) string {
		account := identity.Account(v.id.Profile)
		if v.named && strings.Contains(v.name, account) {
			return ""
		}
		return account
	},
	"role":   func(v view) string { return identity.Role(v.id.Profile) },
	"region": func(v view) string { return v.region },
	"expiry": func(v view) string { return expiry(v.session, v.now) },
}

// expiry says when the session cannot be used, or soon no longer. One that can be renewed needs nothing.
func expiry(session sso.Status, now time.Time) string {
	left := session.ExpiresAt.Sub(now)
	switch {
	case session.State == sso.Expired:
		return "expired"
	case session.State == sso.None:
		return "signed out"
	case session.State == sso.Valid && !session.Renewable && left < time.Minute:
		return "<1m"
	case session.State == sso.Valid && !session.Renewable && left < soon:
		return strconv.Itoa(int(left/time.Minute)) + "m"
	}
	return ""
}

// refreshAfter is after how long the session is to be looked at again; zero where there is none.
func refreshAfter(session sso.Status, now time.Time) time.Duration {
	left := session.ExpiresAt.Sub(now) + time.Second
	switch {
	case session.State == "":
		return 0
	case session.State != sso.Valid:
		return recheck
	case session.Renewable:
		return left
	case left > soon:
		return left - soon
	}
	return min(left, recheck)
}

// promptParts is AWSENV_PROMPT, or what is shown without it.
func (w *world) promptParts() []string {
	chosen := slices.DeleteFunc(listOf(w.get("AWSENV_PROMPT")), func(part string) bool { return parts[part] == nil })
	if len(chosen) > 0 {
		return chosen
	}
	return []string{"profile", "account", "expiry"}
}

// listOf splits a variable at blanks and commas.
func listOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
}

// promptWidth is AWSENV_PROMPT_WIDTH, or what is enough for the names that aws configure sso makes.
func (w *world) promptWidth() int {
	if width, err := strconv.Atoi(w.get("AWSENV_PROMPT_WIDTH")); err == nil && width > 0 {
		return max(width, columns.Shortest)
	}
	return 40
}

// shownName is the profile's own label, else its name, shortened in the middle.
func (w *world) shownName(id identity.Identity) string {
	name := id.Name
	if label := id.Profile.Get("awsenv_label"); label != "" {
		name = label
	}
	return columns.Shorten(columns.Harmless(name), w.promptWidth())
}

// colors are the values of the profile key awsenv_color.
var colors = map[string]shells.Color{"red": shells.Red, "yellow": shells.Yellow, "cyan": shells.Cyan, "none": shells.Plain}

func (w *world) colorOf(id identity.Identity) shells.Color {
	if color, ok := colors[strings.ToLower(id.Profile.Get("awsenv_color"))]; ok {
		return color
	}
	switch {
	case production(id.Name, identity.Account(id.Profile), listOf(w.get("AWSENV_PRODUCTION"))):
		return shells.Red
	case id.Source == identity.FromDefault:
		return shells.Dim
	}
	return shells.Cyan
}

// production tells a production profile by the parts of its name, prod, prd, production, live or one of the user's, but
// not where pre, non or not stands before it; or by its account or whole name, if that is one of the user's.
func production(name, account string, users []string) bool {
	if account != "" && slices.Contains(users, account) || slices.Contains(users, name) {
		return true
	}
	parts := nameParts(name)
	for _, word := range append([]string{"prod", "prd", "production", "live"}, users...) {
		if among(nameParts(word), parts) {
			return true
		}
	}
	return false
}

// among tells whether some parts stand in a row among others, with nothing before them that says not.
func among(wanted, parts []string) bool {
	for i := 0; len(wanted) > 0 && i+len(wanted) <= len(parts); i++ {
		denied := i > 0 && slices.Contains([]string{"pre", "non", "not", "no"}, parts[i-1])
		if !denied && slices.Equal(parts[i:i+len(wanted)], wanted) {
			return true
		}
	}
	return false
}

// nameParts splits a name at whatever is neither letter nor digit, between those two, where a capital follows a small
// letter, and before the last capital of several.
func nameParts(name string) []string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if i > 0 && newPart(runes[i-1], r, append(runes[i+1:len(runes):len(runes)], ' ')[0]) {
			b.WriteByte(' ')
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			r = ' '
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(b.String())
}

func newPart(last, r, next rune) bool {
	return unicode.IsDigit(last) != unicode.IsDigit(r) || unicode.IsUpper(r) && (unicode.IsLower(last) || unicode.IsUpper(last) && unicode.IsLower(next))
}
