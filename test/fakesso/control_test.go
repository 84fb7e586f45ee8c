package main

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestSet(t *testing.T) {
	f := newFake(t)
	f.steer("set?pending=3&token-lifetime=90s&refresh-tokens=false&roles=123456789012/A.b&fail=CreateToken,Logout")
	s := f.settings
	if s.pending != 3 || s.tokenLifetime != 90*time.Second || s.refreshTokens {
		t.Errorf("settings:\n%s", s)
	}
	shown := f.ask("settings").Body.String()
	for _, want := range []string{"pending=3\n", "token-lifetime=1m30s\n", "roles=123456789012/A.b\n", "fail=CreateToken,Logout\n", "consent=auto\n"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%s lacks %s", shown, want)
		}
	}
	f.steer("reset")
	if got, want := f.settings.String(), defaultSettings().String(); got != want {
		t.Errorf("after reset:\n%swant:\n%s", got, want)
	}
}

func TestSetRefusesWhatItDoesNotKnow(t *testing.T) {
	f := newFake(t)
	before := f.settings.String()
	for _, query := range []string{"pendign=1", "pending=x", "consent=maybe", "refresh=true", "fail=CreateTokn", "roles=1/A", "token-lifetime=30", "pending=2&bad=1"} {
		if r := f.ask("set?" + query); r.Code != http.StatusBadRequest {
			t.Errorf("%s: status %d", query, r.Code)
		}
		if got := f.settings.String(); got != before {
			t.Fatalf("%s changed the settings:\n%s", query, got)
		}
	}
}

func TestStop(t *testing.T) {
	f := newFake(t)
	f.steer("stop")
	if !f.stopped {
		t.Error("it was not stopped")
	}
	if r := f.ask("unknown"); r.Code != http.StatusNotFound {
		t.Errorf("an unknown path: %d", r.Code)
	}
}
