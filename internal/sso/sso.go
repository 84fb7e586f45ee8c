// Package sso tells from the AWS token cache whether an IAM Identity Center session can be used, without ever
// keeping a token.
package sso

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"strings"
	"time"
)

// State says whether a session can be used.
type State string

// The states of a session. Refreshable is neither valid nor expired: the access token is past its time, but there is
// what the AWS CLI needs to renew it silently, and only trying tells whether the portal session still lives.
const (
	Valid       State = "valid"
	Refreshable State = "refreshable"
	Expired     State = "expired"
	None        State = "none"
)

// Status is the state of a session and when its access token ends (zero where there is none). Renewable: there is what
// the AWS CLI needs to renew the token, be it past its time or not yet.
type Status struct {
	State     State
	ExpiresAt time.Time
	Renewable bool
}

// CacheFile is the name of the file in ~/.aws/sso/cache that holds the token of a session: the SHA-1 of the session's
// name or, in a profile without sso-session, of the start URL, each exactly as it is written in the config file.
func CacheFile(nameOrURL string) string {
	sum := sha1.Sum([]byte(nameOrURL))
	return hex.EncodeToString(sum[:]) + ".json"
}

// Read tells the status of a session at a time. cache is the folder ~/.aws/sso/cache; a file that is missing, cannot
// be read or holds no token counts as none, as other programs write there too.
func Read(cache fs.FS, nameOrURL string, legacy bool, now time.Time) Status {
	var t token
	// The AWS CLI writes in place: a file that makes no sense may be half-written, so it gets a second look.
	for range 2 {
		data, err := fs.ReadFile(cache, CacheFile(nameOrURL))
		if err != nil {
			return Status{State: None}
		}
		if json.Unmarshal(data, &t) == nil {
			break
		}
		t = token{}
	}
	return t.status(legacy, now)
}

// token is what a cache file says, with presence alone in place of each secret.
type token struct {
	AccessToken           present   `json:"accessToken"`
	ExpiresAt             timestamp `json:"expiresAt"`
	RefreshToken          present   `json:"refreshToken"`
	ClientID              present   `json:"clientId"`
	ClientSecret          present   `json:"clientSecret"`
	RegistrationExpiresAt timestamp `json:"registrationExpiresAt"`
}

func (t token) status(legacy bool, now time.Time) Status {
	s := Status{State: None, ExpiresAt: t.ExpiresAt.Time, Renewable: !legacy && t.refreshable(now)}
	switch {
	case !bool(t.AccessToken) || t.ExpiresAt.IsZero():
		return Status{State: None}
	case now.Before(t.ExpiresAt.Time):
		s.State = Valid
	case s.Renewable:
		s.State = Refreshable
	default:
		s.State = Expired
	}
	return s
}

// refreshable follows the AWS CLI's SSOTokenProvider: all four are needed, and tokens of profiles without
// sso-session are never refreshed.
func (t token) refreshable(now time.Time) bool {
	return bool(t.RefreshToken && t.ClientID && t.ClientSecret) && now.Before(t.RegistrationExpiresAt.Time)
}

// present is true for a JSON string that is not empty; the string itself is dropped.
type present bool

func (p *present) UnmarshalJSON(data []byte) error {
	*p = len(data) > 2 && data[0] == '"'
	return nil
}

// timestamp reads the times that AWS's tools write: RFC 3339 with or without fraction and offset, and with UTC in
// place of Z, as the AWS CLI did before 2.1.14. Anything else is the zero time.
type timestamp struct{ time.Time }

func (t *timestamp) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) != nil {
		return nil
	}
	if head, ok := strings.CutSuffix(text, "UTC"); ok {
		text = head + "Z"
	}
	if parsed, err := time.Parse(time.RFC3339, text); err == nil {
		t.Time = parsed
	}
	return nil
}
