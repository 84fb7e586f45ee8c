package sso

import (
	"fmt"
	"reflect"
	"testing"
	"testing/fstest"
	"time"
)

// The names were taken from the AWS CLI 2.9.19: python3 -c 'import hashlib, json; …' on what its fetchers hash.
func TestRoleFile(t *testing.T) {
	tests := []struct{ name, account, role, session, url, want string }{
		{"session", "111111111111", "Developer", "corp", "https://corp.awsapps.com/start", "e91b74580c357848eb21d38901ed36faf4e41fcb.json"},
		{"legacy", "111111111111", "Developer", "", "https://corp.awsapps.com/start", "6fc56d8aaba7a55004ea2ee01402f07146fad520.json"},
		{"not ASCII", "111111111111", "Développeur \"x\" 😀\x7f", "corp", "", "f04a9b66804ff33855d75ba7cf25cac6e8477764.json"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := RoleFile(tt.account, tt.role, tt.session, tt.url); got != tt.want {
				t.Errorf("RoleFile = %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAssumedRoleFile(t *testing.T) {
	const arn = "arn:aws:iam::222222222222:role/Deploy"
	tests := []struct{ name, session, external, mfa, duration, want string }{
		{"role alone", "", "", "", "", "d42d53ff6e9998d62ec043f628100fe602cf95e6.json"},
		{"everything", "me", "x", "arn:aws:iam::1:mfa/me", "3600", "af0ea88d656d0ed935b6ad103d55b7b945aef930.json"},
		{"a duration that is no number", "", "", "", "an hour", "d42d53ff6e9998d62ec043f628100fe602cf95e6.json"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := AssumedRoleFile(arn, tt.session, tt.external, tt.mfa, tt.duration); got != tt.want {
				t.Errorf("AssumedRoleFile = %s, want %s", got, tt.want)
			}
		})
	}
}

func TestUsableUntil(t *testing.T) {
	entry := func(expires string) string {
		return fmt.Sprintf(`{"ProviderType": "sso", "Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": %q}}`, expires)
	}
	tests := []struct {
		name, text string
		want       time.Time
	}{
		{"an hour left", entry("2026-11-21T13:00:00Z"), now.Add(45 * time.Minute)},
		{"as assumed roles are written", entry("2026-11-21T13:00:00+00:00"), now.Add(45 * time.Minute)},
		{"under a quarter of an hour left", entry("2026-11-21T12:15:00Z"), time.Time{}},
		{"past", entry("2026-11-21T11:00:00Z"), time.Time{}},
		{"no time", entry(""), time.Time{}},
		{"no keys", `{"Credentials": {"Expiration": "2026-11-21T13:00:00Z"}}`, time.Time{}},
		{"SQLite", "SQLite format 3\x00", time.Time{}},
		{"half-written", `{"Credentials": {"AccessKeyId": "a", "Secr`, time.Time{}},
		{"empty", "", time.Time{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cache := fstest.MapFS{"f.json": &fstest.MapFile{Data: []byte(tt.text)}}
			if got := UsableUntil(cache, "f.json", now); !got.Equal(tt.want) {
				t.Errorf("UsableUntil = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestUsableUntilWithoutFile(t *testing.T) {
	if got := UsableUntil(fstest.MapFS{}, "f.json", now); !got.IsZero() {
		t.Errorf("UsableUntil = %v, want none", got)
	}
}

func TestSignedIn(t *testing.T) {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	cache := fstest.MapFS{
		"a.json": text(`{"accessToken": "x", "startUrl": "https://a", "expiresAt": "2020-01-01T00:00:00Z"}`),
		"b.json": text(`{"clientId": "c", "clientSecret": "s", "expiresAt": "2026-12-24T12:00:00Z"}`),
		"c.json": text(`{"accessToken": "x"`),
		"d.txt":  text(`{"accessToken": "x"}`),
	}
	want := []Token{{File: "a.json", StartURL: "https://a"}}
	if got := SignedIn(cache); !reflect.DeepEqual(got, want) {
		t.Errorf("SignedIn = %+v, want %+v", got, want)
	}
}
