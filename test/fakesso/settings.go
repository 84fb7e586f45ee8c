package main

import (
	"flag"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
)

// settings is what a test can choose. Each is a flag of serve and a parameter
// of /-/set, named in flags.
type settings struct {
	consent              choice
	pending              int
	slowDown             int
	interval             int
	deviceExpired        bool
	deviceLifetime       time.Duration
	tokenLifetime        time.Duration
	registrationLifetime time.Duration
	roleLifetime         time.Duration
	refreshTokens        bool
	refresh              choice
	roles                list
	fail                 list
	offline              bool
}

func defaultSettings() *settings {
	return &settings{
		consent:              newChoice("auto", "page", "ignore", "deny"),
		pending:              1,
		interval:             1,
		deviceLifetime:       10 * time.Minute,
		tokenLifetime:        8 * time.Hour,
		registrationLifetime: 90 * 24 * time.Hour,
		roleLifetime:         time.Hour,
		refreshTokens:        true,
		refresh:              newChoice("ok", "fail"),
		roles:                list{[]string{"111111111111/Developer", "333333333333/Admin"}, rolePattern},
		fail:                 list{pattern: operationPattern},
	}
}

// flags gives each setting its name. Setting a flag changes s.
func (s *settings) flags() *flag.FlagSet {
	f := flag.NewFlagSet("serve", flag.ContinueOnError)
	f.Var(&s.consent, "consent", "auto: all is allowed; page: once the page was opened or /-/approve called; "+
		"ignore: the person never answers; deny")
	f.IntVar(&s.pending, "pending", s.pending, "how many polls of each device code are answered authorization_pending first")
	f.IntVar(&s.slowDown, "slow-down", s.slowDown, "how many polls are answered slow_down, before those pending")
	f.IntVar(&s.interval, "interval", s.interval, "the seconds that a client shall wait between polls")
	f.BoolVar(&s.deviceExpired, "device-expired", s.deviceExpired, "polls are answered expired_token, after those pending")
	f.DurationVar(&s.deviceLifetime, "device-lifetime", s.deviceLifetime, "how long a device code is good")
	f.DurationVar(&s.tokenLifetime, "token-lifetime", s.tokenLifetime, "how long an access token is good")
	f.DurationVar(&s.registrationLifetime, "registration-lifetime", s.registrationLifetime, "how long a client's registration is good")
	f.DurationVar(&s.roleLifetime, "role-lifetime", s.roleLifetime, "how long the credentials of a role are good")
	f.BoolVar(&s.refreshTokens, "refresh-tokens", s.refreshTokens, "clients registered with scopes get a refresh token")
	f.Var(&s.refresh, "refresh", "ok, or fail: a refresh is answered invalid_grant")
	f.Var(&s.roles, "roles", "the ACCOUNT/ROLE pairs that are assigned, with commas between")
	f.Var(&s.fail, "fail", "operations answered with status 500, with commas between, or all")
	f.BoolVar(&s.offline, "offline", s.offline, "no host can be reached, not even AWS's")
	return f
}

// set changes one setting.
func (s *settings) set(name, value string) error {
	f := s.flags()
	// An error is the answer; the usage text beside it would only litter.
	f.SetOutput(io.Discard)
	return f.Set(name, value)
}

// String has a line NAME=VALUE for each setting.
func (s *settings) String() string {
	var b strings.Builder
	s.flags().VisitAll(func(f *flag.Flag) {
		fmt.Fprintf(&b, "%s=%s\n", f.Name, f.Value)
	})
	return b.String()
}

// choice is one of some words, the first unless another is set.
type choice struct {
	word  string
	words []string
}

func newChoice(words ...string) choice {
	return choice{word: words[0], words: words}
}

// String implements flag.Value.
func (c *choice) String() string { return c.word }

// Set implements flag.Value.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.words, word) {
		return fmt.Errorf("not one of %s", strings.Join(c.words, ", "))
	}
	c.word = word
	return nil
}

// list is any number of words of one kind, written with commas between. Words
// of another kind are refused: a misspelt one would make a test prove nothing.
type list struct {
	words   []string
	pattern *regexp.Regexp
}

var (
	rolePattern      = regexp.MustCompile(`^\d{12}/[\w+=.@-]+$`)
	operationPattern = regexp.MustCompile(`^(all|RegisterClient|StartDeviceAuthorization|CreateToken|Authorize|OpenPage|` +
		`ListAccounts|ListAccountRoles|GetRoleCredentials|Logout|GetCallerIdentity|AssumeRole)$`)
)

// String implements flag.Value.
func (l *list) String() string { return strings.Join(l.words, ",") }

// Set implements flag.Value.
func (l *list) Set(text string) error {
	var words []string
	if text != "" {
		words = strings.Split(text, ",")
	}
	for _, word := range words {
		if !l.pattern.MatchString(word) {
			return fmt.Errorf("%q does not match %s", word, l.pattern)
		}
	}
	l.words = words
	return nil
}
