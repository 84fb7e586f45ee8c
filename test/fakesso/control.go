package main

import (
	"fmt"
	"net/http"
)

// control is what a test steers the service with; every path works with GET, so
// that curl and an address are enough:
//
//	/-/set?NAME=VALUE&…  changes settings, all of them or none
//	/-/settings          shows them
//	/-/reset             gives them their defaults
//	/-/approve           the person allows every device code that waits
//	/-/revoke            ends every session: access and refresh tokens are void
//	/-/stop              ends the server
func (s *service) control() http.Handler {
	mux := http.NewServeMux()
	steer := func(path string, do func(*http.Request) error) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			s.mu.Lock()
			defer s.mu.Unlock()
			if err := do(r); err != nil {
				http.Error(w, err.Error(), http.StatusBadRequest)
				return
			}
			fmt.Fprint(w, s.settings)
		})
	}
	steer("/-/set", func(r *http.Request) error { return s.setAll(r) })
	steer("/-/settings", func(*http.Request) error { return nil })
	steer("/-/reset", func(*http.Request) error { s.settings = defaultSettings(); return nil })
	steer("/-/approve", func(*http.Request) error { s.approve(); return nil })
	steer("/-/revoke", func(*http.Request) error { s.revoke(); return nil })
	steer("/-/stop", func(*http.Request) error { s.stop(); return nil })
	return mux
}

func (s *service) setAll(r *http.Request) error {
	changed := *s.settings
	for name, values := range r.URL.Query() {
		for _, value := range values {
			if err := changed.set(name, value); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	s.settings = &changed
	return nil
}

func (s *service) approve() {
	for _, d := range s.devices {
		d.approved = true
	}
}

func (s *service) revoke() {
	clear(s.tokens)
	clear(s.refreshes)
}
