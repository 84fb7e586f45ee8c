package main

import (
	"strings"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/columns"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/sso"
)

// listProfilesVerb lists the profiles.
type listProfilesVerb struct {
	Long bool `xor:"form" help:"A table with account, role, region, session and its state."`
	JSON bool `xor:"form" help:"The same as JSON." name:"json"`
}

// Run prints the names as `aws configure list-profiles` does; a file that the AWS CLI refuses is an error here too.
func (v *listProfilesVerb) Run(w *world) error {
	config, err := w.config()
	if err != nil {
		return err
	}
	w.warnOfFiles(config)
	switch {
	case v.Long:
		return w.print(longTable(w.rows(config)))
	case v.JSON:
		return w.printJSON(w.rows(config))
	}
	var b strings.Builder
	for _, name := range profileNames(config) {
		if w.watched {
			name = columns.Harmless(name)
		}
		b.WriteString(name + "\n")
	}
	return w.print(b.String())
}

// warnOfFiles says which file is there but cannot be read: the AWS CLI takes it for empty without a word.
func (w *world) warnOfFiles(config *awsconfig.Config) {
	for _, p := range config.Problems {
		if p.Place.Line == 0 {
			w.say("%s: %s", place(p.Place), p.Message)
			w.hint("%s", p.Hint)
		}
	}
}

// row is what is shown of one profile. The JSON keys are those of awsenv's documents.
type row struct {
	Name    string    `json:"name"`
	Account string    `json:"account_id,omitempty"`
	Role    string    `json:"role_name,omitempty"`
	Region  string    `json:"region,omitempty"`
	Session string    `json:"sso_session,omitempty"`
	State   sso.State `json:"session_state,omitempty"`
	Expires string    `json:"expires_at,omitempty"` // RFC 3339
	left    string    // of a valid session
}

// rows describes every profile. Many share a session, whose file is read once.
func (w *world) rows(config *awsconfig.Config) []row {
	states := map[string]sso.Status{}
	out := make([]row, len(config.Profiles))
	for i := range config.Profiles {
		p := &config.Profiles[i]
		out[i] = row{Name: p.Name, Account: identity.Account(p), Role: identity.Role(p), Region: p.Get("region")}
		plan, err := login.For(config, p.Name)
		if err != nil || plan.Key == "" {
			continue
		}
		status, known := states[plan.Key]
		if !known {
			status = w.session(plan)
			states[plan.Key] = status
		}
		out[i].Session, out[i].State = plan.Session, status.State
		if !status.ExpiresAt.IsZero() {
			out[i].Expires = status.ExpiresAt.UTC().Format(time.RFC3339)
			out[i].left = left(status.ExpiresAt.Sub(w.now))
		}
	}
	return out
}

// longTable is the rows for people: aligned columns, nothing in them that a terminal would obey.
func longTable(rows []row) string {
	records := [][]string{columnNames}
	for _, r := range rows {
		records = append(records, r.cells())
	}
	return strings.Join(columns.Align(records), "\n") + "\n"
}

var columnNames = []string{"PROFILE", "ACCOUNT", "ROLE", "REGION", "SESSION", "STATE", "LEFT"}

// cells are the columns of a row, none of them empty.
func (r row) cells() []string {
	cells := []string{r.Name, r.Account, r.Role, r.Region, r.Session, stateWords[r.State], r.left}
	for i, cell := range cells {
		if cell == "" {
			cells[i] = "-"
		}
	}
	return cells
}
