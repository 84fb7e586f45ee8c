// Package awsconfig reads the shared AWS config and credentials files as the AWS CLI v2 does.
//
// The rules are those of the CLI's loader, which is Python's configparser in strict mode with
// shlex on the section names, and of the AWS SDKs and Tools Reference Guide where it is silent.
// The CLI refuses a whole file for one bad line; here the rest is still read, and what the CLI
// would say is a [Problem] with its file and line.
package awsconfig

import "slices"

// Source is one file: its path, for messages, and its bytes (nil: there is none).
type Source struct {
	Path string
	Data []byte
}

// Place is where something stands. Line counts from 1; 0 means the file as a whole.
type Place struct {
	File string
	Line int
}

// Key is one setting. Name is in lower case and Value the raw text: the CLI cuts no inline
// comments, takes off no quotes and expands nothing. Lines that continue a value are part of it,
// behind a newline. Nested holds the lines of an indented block under an empty value, such as
// the one of s3, with their names as written.
type Key struct {
	Name, Value string
	Nested      []Key
	Place       Place
}

// Profile is one profile with its keys. Where both files have it, Place is the header in the
// config file, and keys of the credentials file stand in for those of the same name in config.
//
// Header is the section's name in the config file as it is written, and empty where only the credentials file has the
// profile: not all of AWS's tools read the same name from it.
type Profile struct {
	Name   string
	Header string
	Place  Place
	Keys   []Key

	config, credentials []Key // what each file says by itself
}

// Get returns the value of a key, or "" when it is missing.
func (p *Profile) Get(name string) string { return get(p.Keys, name) }

// Lookup returns a key by its name, in lower case.
func (p *Profile) Lookup(name string) (Key, bool) { return lookup(p.Keys, name) }

// InConfig returns a key that the config file has, be it replaced by one of the credentials file or not.
func (p *Profile) InConfig(name string) (Key, bool) { return lookup(p.config, name) }

// InCredentials returns a key that the credentials file has. Some of AWS's tools ask one file before the other.
func (p *Profile) InCredentials(name string) (Key, bool) { return lookup(p.credentials, name) }

// HasCredentials tells whether the credentials file has a section of the profile.
func (p *Profile) HasCredentials() bool { return p.credentials != nil }

// Session is one [sso-session NAME] section of the config file; the CLI reads none from credentials.
type Session struct {
	Name  string
	Place Place
	Keys  []Key
}

// Get returns the value of a key, or "" when it is missing.
func (s *Session) Get(name string) string { return get(s.Keys, name) }

// Lookup returns a key by its name, in lower case.
func (s *Session) Lookup(name string) (Key, bool) { return lookup(s.Keys, name) }

// Problem is something in a file that the AWS CLI refuses (Fatal: no command works at all) or
// takes otherwise than it looks, without a word. Message and Hint never hold a value, which may
// be a secret.
type Problem struct {
	Code    string
	Message string
	Hint    string
	Place   Place
	Fatal   bool
}

// Config is the model of both files: profiles in the order of aws configure list-profiles (those
// of config, then those that only credentials has), sessions in file order.
type Config struct {
	Profiles []Profile
	Sessions []Session
	Problems []Problem

	profiles, sessions map[string]int // by name; nil in a Config made by hand: then a search
}

// Profile finds a profile by its exact name.
func (c *Config) Profile(name string) (*Profile, bool) {
	i, ok := c.profiles[name]
	if c.profiles == nil {
		i = slices.IndexFunc(c.Profiles, func(p Profile) bool { return p.Name == name })
		ok = i >= 0
	}
	if !ok {
		return nil, false
	}
	return &c.Profiles[i], true
}

// Session finds an sso-session by its exact name.
func (c *Config) Session(name string) (*Session, bool) {
	i, ok := c.sessions[name]
	if c.sessions == nil {
		i = slices.IndexFunc(c.Sessions, func(s Session) bool { return s.Name == name })
		ok = i >= 0
	}
	if !ok {
		return nil, false
	}
	return &c.Sessions[i], true
}

// Refused returns the first problem for which the AWS CLI refuses to run any command.
func (c *Config) Refused() (Problem, bool) {
	i := slices.IndexFunc(c.Problems, func(p Problem) bool { return p.Fatal })
	if i < 0 {
		return Problem{}, false
	}
	return c.Problems[i], true
}

func get(keys []Key, name string) string {
	k, _ := lookup(keys, name)
	return k.Value
}

func lookup(keys []Key, name string) (Key, bool) {
	i := find(keys, name)
	if i < 0 {
		return Key{}, false
	}
	return keys[i], true
}

func find(keys []Key, name string) int {
	for i := range keys {
		if keys[i].Name == name {
			return i
		}
	}
	return -1
}
