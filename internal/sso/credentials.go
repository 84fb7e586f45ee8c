package sso

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// early is how long before their end the AWS CLI no longer uses role credentials that it has cached.
const early = 15 * time.Minute

// RoleFile is the name of the file in ~/.aws/cli/cache with the credentials of an SSO role. session is the name of
// the sso-session, or empty for a profile without one, for which the start URL stands.
func RoleFile(account, role, session, startURL string) string {
	args := map[string]string{"accountId": account, "roleName": role, "sessionName": session}
	if session == "" {
		delete(args, "sessionName")
		args["startUrl"] = startURL
	}
	return hashed(args, ",", ":")
}

// AssumedRoleFile is the name of the file in ~/.aws/cli/cache with the credentials of a role that was assumed; by what
// the profile says, without what it does not say.
func AssumedRoleFile(arn, sessionName, externalID, mfaSerial, duration string) string {
	args := map[string]string{"RoleArn": arn, "RoleSessionName": sessionName, "ExternalId": externalID, "SerialNumber": mfaSerial}
	maps.DeleteFunc(args, func(_, value string) bool { return value == "" })
	if seconds, err := strconv.Atoi(strings.TrimSpace(duration)); err == nil {
		args["DurationSeconds"] = number + strconv.Itoa(seconds)
	}
	return hashed(args, ", ", ": ")
}

// number marks a value that is no text.
const number = "\x00"

// hashed is the SHA-1 of the arguments as Python's json.dumps(sort_keys=True) writes them.
func hashed(args map[string]string, comma, colon string) string {
	var pairs []string
	for _, key := range slices.Sorted(maps.Keys(args)) {
		value, isNumber := strings.CutPrefix(args[key], number)
		if !isNumber {
			value = pythonString(value)
		}
		pairs = append(pairs, pythonString(key)+colon+value)
	}
	sum := sha1.Sum([]byte("{" + strings.Join(pairs, comma) + "}"))
	return hex.EncodeToString(sum[:]) + ".json"
}

// pythonString is a JSON string as Python writes it, in ASCII.
func pythonString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, unit := range utf16.Encode([]rune(s)) {
		if short, ok := escapes[unit]; ok {
			b.WriteString(short)
		} else if unit < 0x20 || unit > 0x7e {
			fmt.Fprintf(&b, `\u%04x`, unit)
		} else {
			b.WriteByte(byte(unit))
		}
	}
	b.WriteByte('"')
	return b.String()
}

var escapes = map[uint16]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`, '\f': `\f`, '\b': `\b`}

// UsableUntil tells until when the AWS CLI uses the role credentials in a file of ~/.aws/cli/cache, which it does
// without any token; zero where there are none, or no longer. The SDKs have no such cache.
func UsableUntil(cache fs.FS, file string, now time.Time) time.Time {
	var cached struct {
		Credentials struct {
			AccessKeyID  present   `json:"AccessKeyId"`
			SecretKey    present   `json:"SecretAccessKey"`
			SessionToken present   `json:"SessionToken"`
			Expiration   timestamp `json:"Expiration"`
		}
	}
	data, err := fs.ReadFile(cache, file)
	if err != nil || json.Unmarshal(data, &cached) != nil {
		return time.Time{}
	}
	c := cached.Credentials
	until := c.Expiration.Add(-early)
	if !bool(c.AccessKeyID && c.SecretKey && c.SessionToken) || c.Expiration.IsZero() || !now.Before(until) {
		return time.Time{}
	}
	return until
}

// SignedIn lists the files of the token cache that hold an access token, whatever its state, with what a person knows
// the session by. These are the ones that `aws sso logout` ends.
func SignedIn(cache fs.FS) []Token {
	var found []Token
	names, _ := fs.Glob(cache, "*.json")
	for _, name := range names {
		var t struct {
			token
			StartURL string `json:"startUrl"`
		}
		if data, err := fs.ReadFile(cache, name); err == nil && json.Unmarshal(data, &t) == nil && bool(t.AccessToken) {
			found = append(found, Token{File: name, StartURL: t.StartURL})
		}
	}
	return found
}

// Token is a file of the token cache.
type Token struct{ File, StartURL string }
