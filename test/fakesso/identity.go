package main

import (
	"encoding/base32"
	"regexp"
	"strings"
)

// Nobody checks a signature here, so all keys have the same secrets.
const (
	fakeSecret       = "fake-secret-access-key"
	fakeSessionToken = "fake-session-token"
)

// identity is a role that somebody acts in.
type identity struct{ account, role, session string }

func (i identity) arn() string {
	return "arn:aws:sts::" + i.account + ":assumed-role/" + i.role + "/" + i.session
}

const keyPrefix = "FAKEKEY"

var keyEncoding = base32.StdEncoding.WithPadding(base32.NoPadding)

// accessKeyID says itself whose key it is: credentials that a client kept from
// an earlier server still work.
func (i identity) accessKeyID() string {
	return keyPrefix + i.account + keyEncoding.EncodeToString([]byte(i.role+"/"+i.session))
}

var keyPattern = regexp.MustCompile(`^` + keyPrefix + `(\d{12})([A-Z2-7]+)$`)

// identityOf reads back what accessKeyID wrote.
func identityOf(accessKeyID string) (identity, bool) {
	parts := keyPattern.FindStringSubmatch(accessKeyID)
	if parts == nil {
		return identity{}, false
	}
	text, err := keyEncoding.DecodeString(parts[2])
	if err != nil {
		return identity{}, false
	}
	role, session, ok := strings.Cut(string(text), "/")
	return identity{account: parts[1], role: role, session: session}, ok
}
