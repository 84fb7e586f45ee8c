package main

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"

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

// recheck is how often a prompt asks again where a session may be signed in or out elsewhere.
const recheck = time.Minute

func (w *world) segment() segment {
	config := w.paths().Load()
	id := identity.Resolve(w.lookup, config)
	if id.Source == identity.FromDefault && w.get("AWSENV_PROMPT_DEFAULT") == "off" && id.Trouble == identity.Fine {
		return segment{}
	}
	s := describe(id)
	if id.Trouble == identity.Fine && id.Profile != nil {
		if plan, err := login.For(config, id.Name); err == nil {
			state := w.session(plan)
			s.addSession(state, w.now)
			if plan.Key != "" && state.State != sso.None {
				s.watch = filepath.Join(w.ssoFolder(), sso.CacheFile(plan.Key))
			}
		}
	}
	if problem, refused := config.Refused(); refused && s.text != "" {
		s.text += " ! " + filepath.Base(problem.Place.File) + " is broken"
		s.color, s.refresh = shells.Yellow, recheck
	}
	if w.get("NO_COLOR") != "" {
		s.color = shells.Plain
	}
	s.text = printable(s.text)
	return s
}

// describe names the identity. What the AWS CLI will not use is never shown as if it were active.
func describe(id identity.Identity) segment {
	switch id.Trouble {
	case identity.Empty:
		return segment{text: "! " + string(id.Source) + " is empty", color: shells.Yellow}
	case identity.Unknown:
		return segment{text: "! no profile " + id.Name, color: shells.Yellow, refresh: recheck}
	case identity.Partial:
		return segment{text: "! " + id.By + " without " + otherHalves[id.By], color: shells.Yellow}
	case identity.Shadowed:
		return segment{text: "! " + id.By + ", not " + id.Name, color: shells.Yellow}
	}
	if id.Profile == nil {
		return keysAlone(id.Credentials)
	}
	text := id.Name
	if account := identity.Account(id.Profile); account != "" && !strings.Contains(id.Name, account) {
		text += " " + account
	}
	if id.Trouble == identity.Broken {
		return segment{text: text + " ! broken profile", color: shells.Yellow, refresh: recheck}
	}
	return segment{text: text, color: colorOf(id)}
}

// otherHalves is what a variable is useless without, to the AWS CLI an error.
var otherHalves = map[string]string{
	"AWS_ACCESS_KEY_ID":           "its secret",
	"AWS_WEB_IDENTITY_TOKEN_FILE": "its role",
}

// keysAlone: without a profile nothing is shadowed, but a person may have forgotten the keys.
func keysAlone(c identity.Credentials) segment {
	if c.Variable == "" || c.Kind == identity.Container {
		return segment{}
	}
	return segment{text: "! " + c.Variable, color: shells.Yellow}
}

// colors are the values of the profile key awsenv_color.
var colors = map[string]shells.Color{"red": shells.Red, "yellow": shells.Yellow, "cyan": shells.Cyan, "none": shells.Plain}

func colorOf(id identity.Identity) shells.Color {
	if color, ok := colors[strings.ToLower(id.Profile.Get("awsenv_color"))]; ok {
		return color
	}
	switch {
	case production(id.Name):
		return shells.Red
	case id.Source == identity.FromDefault:
		return shells.Dim
	}
	return shells.Cyan
}

// production tells a production profile by the parts of its name: prod, prd, production or live, but not where pre,
// non or not stands before it.
func production(name string) bool {
	before := ""
	for _, part := range nameParts(name) {
		switch part {
		case "prod", "prd", "production", "live":
			if before != "pre" && before != "non" && before != "not" && before != "no" {
				return true
			}
		}
		before = part
	}
	return false
}

// nameParts splits at whatever is no letter, and where a capital follows a small letter.
func nameParts(name string) []string {
	var b strings.Builder
	var last rune
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		if !unicode.IsLetter(r) {
			b.WriteByte(' ')
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		last = r
	}
	return strings.Fields(b.String())
}

// addSession says when the session of the profile cannot be used, and when to look again.
func (s *segment) addSession(session sso.Status, now time.Time) {
	switch session.State {
	case sso.Valid:
		s.refresh = max(session.ExpiresAt.Sub(now)+time.Second, time.Second)
	case sso.Refreshable:
		s.refresh = recheck
	case sso.Expired:
		s.text, s.refresh = s.text+" expired", recheck
	case sso.None:
		s.text, s.refresh = s.text+" signed out", recheck
	}
}
