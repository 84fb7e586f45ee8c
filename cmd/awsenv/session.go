package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"awsenv/internal/login"
	"awsenv/internal/sso"
)

// ssoCache is the folder of the session tokens, which no variable moves.
func (w *world) ssoCache() fs.FS { return os.DirFS(w.ssoFolder()) }

func (w *world) ssoFolder() string { return filepath.Join(w.home, ".aws", "sso", "cache") }

// session is the status of the session that a plan signs in to; it has no state where there is none. One that AWS has
// refused to renew has expired.
func (w *world) session(plan login.Plan) sso.Status {
	if plan.Key == "" {
		return sso.Status{}
	}
	status := sso.Read(w.ssoCache(), plan.Key, plan.Legacy, w.now)
	if status.State == sso.Refreshable && w.wasRefused(plan.Key, status) {
		status.State = sso.Expired
	}
	return status
}

// stateFolder is where awsenv keeps what is no secret and may be lost: the XDG Base Directory Specification's, on
// Windows the folder of local application data.
func (w *world) stateFolder() string {
	for _, choice := range []struct {
		folder string
		on     bool
	}{
		{w.get("XDG_STATE_HOME"), true},
		{w.get("LOCALAPPDATA"), runtime.GOOS == "windows"},
	} {
		if choice.on && filepath.IsAbs(choice.folder) {
			return filepath.Join(choice.folder, "awsenv")
		}
	}
	return filepath.Join(w.home, ".local", "state", "awsenv")
}

// refusalFile holds, for a session, the end of the token that AWS refused to renew: another token has another end.
func (w *world) refusalFile(key string) string {
	return filepath.Join(w.stateFolder(), "refused", strings.TrimSuffix(sso.CacheFile(key), ".json"))
}

func (w *world) rememberRefusal(key string, status sso.Status) {
	path := w.refusalFile(key)
	// It only saves a try: where it cannot be written, the next aws-login tries again.
	if os.MkdirAll(filepath.Dir(path), 0o700) == nil {
		_ = os.WriteFile(path, []byte(status.ExpiresAt.UTC().Format(time.RFC3339Nano)), 0o600)
	}
}

func (w *world) wasRefused(key string, status sso.Status) bool {
	text, err := os.ReadFile(w.refusalFile(key))
	return err == nil && string(text) == status.ExpiresAt.UTC().Format(time.RFC3339Nano)
}
