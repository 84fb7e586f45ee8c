package sso

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func TestCacheFile(t *testing.T) {
	tests := []struct{ name, of, want string }{
		{"session name", "corp", "ee0bfd2552fbd840c02cc48b6e823320543c450f.json"},
		{"start URL", "https://example.awsapps.com/start", "e8be5486177c5b5392bd9aa76563515b29358e6e.json"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := CacheFile(tt.of); got != tt.want {
				t.Errorf("CacheFile(%q) = %s, want %s", tt.of, got, tt.want)
			}
		})
	}
}

func TestCacheFileTellsSpellingsApart(t *testing.T) {
	seen := map[string]string{}
	for _, url := range []string{"https://x.awsapps.com/start", "https://x.awsapps.com/start/", "https://x.awsapps.com/start#/", "https://X.awsapps.com/start"} {
		if other, again := seen[CacheFile(url)]; again {
			t.Errorf("%s and %s have one file", url, other)
		}
		seen[CacheFile(url)] = url
	}
}

// cacheOf is a cache folder in which the session corp has a file.
func cacheOf(text string) fs.FS {
	return fstest.MapFS{CacheFile("corp"): &fstest.MapFile{Data: []byte(text)}}
}

func TestTimeFormats(t *testing.T) {
	hour := now.Add(time.Hour)
	tests := []struct {
		name, text string
		want       time.Time // zero: no time at all, and so no session
	}{
		{"Z", "2026-11-21T13:00:00Z", hour},
		{"UTC", "2026-11-21T13:00:00UTC", hour},
		{"fraction", "2026-11-21T13:00:00.123Z", hour.Add(123 * time.Millisecond)},
		{"fraction and UTC", "2026-11-21T13:00:00.500UTC", hour.Add(500 * time.Millisecond)},
		{"offset", "2026-11-21T15:00:00+02:00", hour},
		{"negative offset", "2026-11-21T07:30:00-05:30", hour},
		{"offset of zero", "2026-11-21T13:00:00+00:00", hour},
		{"empty", "", time.Time{}},
		{"no zone", "2026-11-21T13:00:00", time.Time{}},
		{"only UTC", "UTC", time.Time{}},
		{"date", "2026-11-21", time.Time{}},
		{"nonsense", "soon", time.Time{}},
		{"seconds", "1795266000", time.Time{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Read(cacheOf(fmt.Sprintf(`{"accessToken": "x", "expiresAt": %q}`, tt.text)), "corp", false, now)
			want := Valid
			if tt.want.IsZero() {
				want = None
			}
			if got.State != want || !got.ExpiresAt.Equal(tt.want) {
				t.Errorf("Read = %v, want %s until %v", got, want, tt.want)
			}
		})
	}
}

// tokenText is a token that ended an hour ago and can be refreshed, with some keys replaced; nil takes one away.
func tokenText(t *testing.T, changes map[string]any) string {
	t.Helper()
	keys := map[string]any{
		"startUrl": "https://example.awsapps.com/start", "region": "eu-west-1",
		"accessToken": "a", "refreshToken": "r", "clientId": "c", "clientSecret": "s",
		"expiresAt": "2026-11-21T11:00:00Z", "registrationExpiresAt": "2026-12-24T12:00:00Z",
	}
	for key, value := range changes {
		if keys[key] = value; value == nil {
			delete(keys, key)
		}
	}
	text, err := json.Marshal(keys)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestState(t *testing.T) {
	type keys = map[string]any
	tests := []struct {
		name    string
		changes keys
		legacy  bool
		want    State
	}{
		{"valid", keys{"expiresAt": "2026-11-21T12:00:01Z"}, false, Valid},
		{"valid without refresh token", keys{"expiresAt": "2026-11-21T12:00:01Z", "refreshToken": nil}, false, Valid},
		{"valid and legacy", keys{"expiresAt": "2026-11-21T12:00:01Z"}, true, Valid},
		{"ends now", keys{"expiresAt": "2026-11-21T12:00:00Z"}, false, Refreshable},
		{"past its time", nil, false, Refreshable},
		{"legacy is never refreshed", nil, true, Expired},
		{"no refresh token", keys{"refreshToken": nil}, false, Expired},
		{"empty refresh token", keys{"refreshToken": ""}, false, Expired},
		{"refresh token is null", keys{"refreshToken": json.RawMessage("null")}, false, Expired},
		{"no client id", keys{"clientId": nil}, false, Expired},
		{"no client secret", keys{"clientSecret": nil}, false, Expired},
		{"no end of registration", keys{"registrationExpiresAt": nil}, false, Expired},
		{"registration ended", keys{"registrationExpiresAt": "2026-11-21T11:59:59Z"}, false, Expired},
		{"registration ends now", keys{"registrationExpiresAt": "2026-11-21T12:00:00Z"}, false, Expired},
		{"end of registration is nonsense", keys{"registrationExpiresAt": "soon"}, false, Expired},
		{"no access token", keys{"accessToken": nil}, false, None},
		{"empty access token", keys{"accessToken": ""}, false, None},
		{"access token is a number", keys{"accessToken": 123}, false, None},
		{"no expiry", keys{"expiresAt": nil}, false, None},
		{"expiry is a number", keys{"expiresAt": 1795266000}, false, None},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Read(cacheOf(tokenText(t, tt.changes)), "corp", tt.legacy, now)
			if got.State != tt.want {
				t.Errorf("state %s, want %s", got.State, tt.want)
			}
			if (got.State == None) != got.ExpiresAt.IsZero() {
				t.Errorf("state %s with the time %v", got.State, got.ExpiresAt)
			}
		})
	}
}

func TestFilesWithoutToken(t *testing.T) {
	tests := []struct{ name, text string }{
		{"empty", ""},
		{"half-written", `{"accessToken": "x", "expiresAt": "2026-11-21T13:`},
		{"registration", `{"clientId": "c", "clientSecret": "s", "expiresAt": "2026-12-24T12:00:00Z"}`},
		{"array", `["accessToken"]`},
		{"text", `"accessToken"`},
		{"null", `null`},
		{"empty object", `{}`},
		{"no JSON", "SQLite format 3\x00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Read(cacheOf(tt.text), "corp", false, now); got != (Status{State: None}) {
				t.Errorf("Read = %v, want none", got)
			}
		})
	}
}

func TestMissingFile(t *testing.T) {
	if got := Read(fstest.MapFS{}, "corp", false, now); got != (Status{State: None}) {
		t.Errorf("Read = %v, want none", got)
	}
}

func TestFolderInPlaceOfFile(t *testing.T) {
	cache := fstest.MapFS{CacheFile("corp") + "/x": &fstest.MapFile{}}
	if got := Read(cache, "corp", false, now); got != (Status{State: None}) {
		t.Errorf("Read = %v, want none", got)
	}
}

// written is a folder whose file has another text each time it is opened.
type written struct{ texts []string }

func (w *written) Open(name string) (fs.File, error) {
	text := w.texts[0]
	if len(w.texts) > 1 {
		w.texts = w.texts[1:]
	}
	return fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}}.Open(name)
}

func TestHalfWrittenFileIsReadAgain(t *testing.T) {
	whole := tokenText(t, map[string]any{"expiresAt": "2026-11-21T13:00:00Z"})
	for _, length := range []int{0, 1, len(whole) / 2, len(whole) - 1} {
		t.Run(fmt.Sprint(length), func(t *testing.T) {
			if got := Read(&written{[]string{whole[:length], whole}}, "corp", false, now); got.State != Valid {
				t.Errorf("state %s, want %s", got.State, Valid)
			}
		})
	}
}

func TestNothingOfTheFirstReadIsLeft(t *testing.T) {
	first := `{"accessToken": "a", "expiresAt": "2026-11-21T13:00:00Z", "region": }`
	if got := Read(&written{[]string{first, `{"region": "eu-west-1"}`}}, "corp", false, now); got.State != None {
		t.Errorf("state %s, want %s", got.State, None)
	}
}

func TestUnreadableFile(t *testing.T) {
	if got := Read(broken{}, "corp", false, now); got != (Status{State: None}) {
		t.Errorf("Read = %v, want none", got)
	}
}

// broken is a folder in which nothing can be read.
type broken struct{}

func (broken) Open(string) (fs.File, error) { return nil, io.ErrUnexpectedEOF }

func TestNoSecretIsKept(t *testing.T) {
	secrets := []string{"opaque-access", "opaque-refresh", "opaque-id", "opaque-client"}
	text := tokenText(t, map[string]any{
		"accessToken": secrets[0], "refreshToken": secrets[1], "clientId": secrets[2], "clientSecret": secrets[3],
	})
	var kept token
	if err := json.NewDecoder(bytes.NewReader([]byte(text))).Decode(&kept); err != nil {
		t.Fatal(err)
	}
	shown := fmt.Sprintf("%+v %#v", kept, kept)
	for _, secret := range secrets {
		if strings.Contains(shown, secret) {
			t.Errorf("%s is kept in %s", secret, shown)
		}
	}
}
