package main

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/columns"
	"awsenv/internal/doctor"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/sso"
	"awsenv/shells"
)

// statusVerb tells who somebody is here.
type statusVerb struct {
	Profile *string `arg:"" optional:"" help:"What it would be after aws-use PROFILE."`
	JSON    bool    `name:"json" help:"As JSON."`
	Verify  bool    `help:"Ask AWS (aws sts get-caller-identity) whether the account is the one expected."`
}

// status is what awsenv status shows; the JSON keys are part of awsenv's documentation. An unknown value is empty.
type status struct {
	Profile       string         `json:"profile"`
	ProfileSource string         `json:"profile_source"` // AWS_PROFILE, AWS_DEFAULT_PROFILE, default, or empty
	Account       string         `json:"account_id"`
	Role          string         `json:"role_name"`
	Region        string         `json:"region"`
	RegionSource  string         `json:"region_source"` // AWS_REGION, AWS_DEFAULT_REGION, profile, or empty
	Credentials   identity.Kind  `json:"credentials"`
	CachedUntil   string         `json:"cached_until,omitempty"` // RFC 3339: the AWS CLI needs no session until then
	Session       *sessionStatus `json:"session"`
	ARN           string         `json:"arn,omitempty"` // with --verify
	Others        []otherStatus  `json:"others"`
	Problems      []problem      `json:"problems"`

	regionPlace awsconfig.Place
	// live: the AWS CLI can sign requests, as far as the files tell; hopeless: no command of it can succeed.
	live, hopeless, shadowed bool
}

// sessionStatus is the sso-session behind a profile. Name is empty for a profile without one (legacy SSO).
type sessionStatus struct {
	Name      string    `json:"name"`
	StartURL  string    `json:"start_url"`
	Region    string    `json:"region"`
	State     sso.State `json:"state"`
	ExpiresAt string    `json:"expires_at"` // RFC 3339
}

// otherStatus is a family of tools that would be somebody else; its credentials are none where it fails.
type otherStatus struct {
	Tools       string        `json:"tools"` // boto3, go, javascript
	Credentials identity.Kind `json:"credentials"`
	Profile     string        `json:"profile"`
	Account     string        `json:"account_id"`
	Role        string        `json:"role_name"`
}

// problem is one thing that is wrong; file and line are empty and 0 where it is not in a file.
type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Hint    string `json:"hint"`
}

// Run shows who somebody is, with no network but for --verify. It succeeds where the AWS CLI could sign a request.
func (v *statusVerb) Run(w *world) error {
	if v.Profile != nil {
		w = w.after(*v.Profile)
	}
	config := w.paths().Load()
	s := w.status(config)
	if v.Verify {
		s = w.verify(s, config)
	}
	if err := w.printStatus(s, v.JSON); err != nil {
		return err
	}
	if !s.live {
		return &failure{status: failed}
	}
	return nil
}

// after is the world as it would be after aws-use.
func (w *world) after(profile string) *world {
	next := *w
	next.named = true
	next.environ = w.without(append(identity.Shadowing, restorable...)...)
	chosen := snapshot(w.lookup).choose(profile)
	for _, name := range restorable {
		if value, set := chosen[name]; set {
			next.environ = append(next.environ, name+"="+value)
		}
	}
	return &next
}

// status is what the files and the environment tell.
func (w *world) status(config *awsconfig.Config) status {
	id := identity.Resolve(w.lookup, config)
	region := identity.RegionOf(w.lookup, id.Profile)
	c := usable(id)
	s := status{
		Profile: id.Name, ProfileSource: string(id.Source), Account: c.Account, Role: c.Role,
		Region: region.Name, RegionSource: region.Source, regionPlace: region.Place,
		Credentials: c.Kind, Session: w.sessionStatus(config, c),
		Others: []otherStatus{}, Problems: []problem{},
	}
	if until := w.roleUntil(config, c); !until.IsZero() {
		s.CachedUntil = until.UTC().Format(time.RFC3339)
	}
	others := identity.Others(w.lookup, config)
	for _, other := range others {
		s.Others = append(s.Others, describeOther(other))
	}
	refusal, refused := config.Refused()
	if refused {
		s.add(refusal)
	}
	for _, p := range doctor.Identity(w.facts(config), id, others) {
		s.add(p)
	}
	s.hopeless, s.shadowed = refused || hopeless[id.Trouble], id.Trouble == identity.Shadowed
	s.live = !refused && id.Trouble == identity.Fine && s.Credentials != identity.None &&
		(s.Session == nil || s.Session.State == sso.Valid || s.CachedUntil != "")
	return s
}

func describeOther(o identity.Other) otherStatus {
	c := usable(o.Identity)
	return otherStatus{o.Tool.Name, c.Kind, c.Profile, c.Account, c.Role}
}

// usable are the credentials of an identity, and none where the tool fails to get them.
func usable(id identity.Identity) identity.Credentials {
	if id.Credentials.Kind == "" || id.Credentials.Fault != nil {
		return identity.Credentials{Kind: identity.None}
	}
	return id.Credentials
}

func (s *status) add(p awsconfig.Problem) { s.Problems = append(s.Problems, report(p)) }

func report(p awsconfig.Problem) problem {
	return problem{p.Code, p.Message, p.Place.File, p.Place.Line, p.Hint}
}

// facts are what the doctor needs to know about an identity.
func (w *world) facts(config *awsconfig.Config) doctor.Facts {
	return doctor.Facts{
		Env: w.lookup, Config: config, Saved: w.saved(), Now: w.now, Named: w.named, Word: w.shell().Word, Operand: w.shell().Operand,
		Session: func(profile string) sso.Status {
			plan, err := login.For(config, profile)
			if err != nil {
				return sso.Status{}
			}
			return w.session(plan)
		},
	}
}

// shell is the shell that awsenv was typed into, as well as that can be told, for what a person is told to type.
func (w *world) shell() *shells.Shell {
	loaded, from := strings.Fields(w.get(initVariable)), w.caller()
	var names []string
	if len(loaded) > 2 && slices.Contains(from.ids, loaded[1]) {
		names = append(names, loaded[2])
	}
	names = append(names, strings.TrimPrefix(from.name, "-"))
	if len(loaded) > 2 {
		names = append(names, loaded[2])
	}
	login := w.get("SHELL")
	for _, name := range append(names, login[strings.LastIndex(login, "/")+1:], shells.Names()[0]) {
		if sh, ok := shells.Lookup(name); ok {
			return sh
		}
	}
	return nil
}

// sessionStatus is the session that the credentials come from; nil where they come from none.
func (w *world) sessionStatus(config *awsconfig.Config, c identity.Credentials) *sessionStatus {
	root := c.Root()
	profile, ok := config.Profile(root.Profile)
	if root.Kind != identity.SSO || !ok {
		return nil
	}
	plan, err := login.For(config, root.Profile)
	if err != nil {
		return nil
	}
	state := w.session(plan)
	s := &sessionStatus{Name: plan.Session, StartURL: profile.Get("sso_start_url"), Region: profile.Get("sso_region"), State: state.State}
	if session, ok := config.Session(plan.Session); ok && plan.Session != "" {
		s.StartURL, s.Region = session.Get("sso_start_url"), session.Get("sso_region")
	}
	if !state.ExpiresAt.IsZero() {
		s.ExpiresAt = state.ExpiresAt.UTC().Format(time.RFC3339)
	}
	return s
}

// printStatus: for people, problems are told on stderr, in awsenv's voice.
func (w *world) printStatus(s status, asJSON bool) error {
	if asJSON {
		return w.printJSON(s)
	}
	if err := w.print(s.table(w.now)); err != nil {
		return err
	}
	for _, p := range s.Problems {
		w.sayProblem(p)
	}
	return nil
}

func (w *world) printJSON(value any) error {
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false) // hints are to be pasted
	if err := encoder.Encode(value); err != nil {
		return err
	}
	return w.print(text.String())
}

// text is the problem with its place in front, as compilers write it.
func (p problem) text() string {
	if p.File == "" {
		return p.Message
	}
	return place(awsconfig.Place{File: p.File, Line: p.Line}) + ": " + p.Message
}

func (w *world) sayProblem(p problem) {
	w.say("%s", p.text())
	if p.Hint != "" {
		w.hint("%s", p.Hint)
	}
}

// table is the status for people, a line for whatever is known.
func (s status) table(now time.Time) string {
	var b strings.Builder
	for _, line := range [][2]string{
		{"profile", followed(s.Profile, chosenBy(s.ProfileSource))},
		{"account", s.Account},
		{"role", s.Role},
		{"region", followed(s.Region, s.regionFrom())},
		{"credentials", followed(string(s.Credentials), s.cached(now))},
		{"session", s.Session.text(now)},
		{"arn", s.ARN},
	} {
		if line[1] != "" {
			b.WriteString(line[0] + strings.Repeat(" ", 13-len(line[0])) + columns.Harmless(line[1]) + "\n")
		}
	}
	return b.String()
}

// cached is told where the session cannot be used any more, and the AWS CLI can.
func (s status) cached(now time.Time) string {
	until, err := time.Parse(time.RFC3339, s.CachedUntil)
	if err != nil || s.Session == nil || s.Session.State == sso.Valid {
		return ""
	}
	return "the AWS CLI has some until " + clock(until, now)
}

// followed is a value with what is known about it; nothing where there is no value.
func followed(value, more string) string {
	if value == "" || more == "" {
		return value
	}
	return value + " (" + more + ")"
}

func chosenBy(source string) string {
	if source == string(identity.FromDefault) {
		return "because AWS_PROFILE is not set"
	}
	return source
}

func (s status) regionFrom() string {
	if s.RegionSource == "profile" {
		return place(s.regionPlace)
	}
	return s.RegionSource
}

func (s *sessionStatus) text(now time.Time) string {
	if s == nil {
		return ""
	}
	name := s.Name
	if name == "" {
		name = s.StartURL
	}
	until, err := time.Parse(time.RFC3339, s.ExpiresAt)
	if err != nil || s.State != sso.Valid {
		return name + " (" + stateWords[s.State] + ")"
	}
	return name + " (" + stateWords[s.State] + " until " + clock(until, now) + ", " + left(until.Sub(now)) + " left)"
}

// stateWords are the states of a session for people.
var stateWords = map[sso.State]string{
	sso.Valid: "valid", sso.Expired: "expired", sso.None: "signed out", sso.Refreshable: "to be renewed",
}

// clock is a time in the zone of the person.
func clock(t, now time.Time) string { return t.In(now.Location()).Format("2006-01-02 15:04") }

// left is a duration in its two largest units, to the minute.
func left(d time.Duration) string {
	switch text := strings.TrimSuffix(d.Truncate(time.Minute).String(), "0s"); {
	case d <= 0:
		return ""
	case text == "":
		return "under a minute"
	default:
		return text
	}
}
