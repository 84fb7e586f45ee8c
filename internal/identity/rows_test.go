package identity

import (
	"strings"
	"testing"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity/identitytest"
)

// TestRows holds what is foretold against what the tools were seen to do, which test/sdk sees again.
func TestRows(t *testing.T) {
	tools := append([]*Tool{cli}, Tools...)
	for _, row := range identitytest.Rows {
		if row.Boto3 == row.Old {
			row.Boto3 = row.CLI // as newer versions do
		}
		observed := map[string]string{"aws-cli": row.CLI, "boto3": row.Boto3, "go": row.Go, "javascript": row.JavaScript}
		for _, tool := range tools {
			if except := notForetold[row.Name]; except == "all" || except == tool.Name {
				continue
			}
			t.Run(row.Name+"/"+tool.Name, func(t *testing.T) {
				r := read(row)
				got, want := r.line(tool.resolve(r.env, r.config)), observed[tool.Name]
				if tool != cli {
					got, want = nobody(got), nobody(want)
				}
				if got != want {
					t.Errorf("foretold %q, observed %q", got, want)
				}
			})
		}
	}
}

// nobody makes all ways to find nothing one: of another tool than the AWS CLI it is not told why it would fail.
func nobody(line string) string {
	if line == "none" || strings.HasPrefix(line, "error ") {
		return "nobody"
	}
	return line
}

// notForetold are rows that take more than the files and the names of the variables: of one tool, or of all.
var notForetold = map[string]string{
	// The doctor tells, who has a clock.
	"environment keys that have expired": "all",
	// The address would have to be looked up.
	"full URI of a container that is no local one": "all",
	// Empty keys in credentials replace those of config for everybody else.
	"empty id and secret in credentials, keys in config": "javascript",
}

// reading is a row as the tools find it.
type reading struct {
	row    identitytest.Row
	env    Lookup
	config *awsconfig.Config
}

func read(row identitytest.Row) reading {
	environ := map[string]string{}
	for _, v := range row.Environ {
		name, value, _ := strings.Cut(v, "=")
		environ[name] = value
	}
	return reading{row, lookup(environ), awsconfig.Parse(
		awsconfig.Source{Path: "config", Data: []byte(row.Config)},
		awsconfig.Source{Path: "credentials", Data: []byte(row.Credentials)})}
}

// line writes an identity as the rows do.
func (r reading) line(id Identity) string {
	switch {
	case id.Trouble == Empty || id.Trouble == Unknown:
		return "error unknown-profile"
	case id.Credentials.Fault != nil:
		return "error " + word(id.Credentials.Fault)
	}
	return r.credentials(id.Credentials)
}

func (r reading) credentials(c Credentials) string {
	text := string(c.Kind)
	switch c.Kind {
	case SSO:
		return strings.TrimSpace(text + " " + c.Account + " " + c.Role)
	case Static:
		return text + " " + r.value(c.Place)
	case Environment:
		value, _ := r.env(c.Variable)
		return text + " " + value
	case AssumeRole:
		return text + " " + r.value(c.Place) + " < " + r.credentials(*c.From)
	case WebIdentity:
		return text + " arn:aws:iam::" + c.Account + ":role/" + c.Role
	}
	return text
}

// value is what stands in a line behind the equals sign.
func (r reading) value(p awsconfig.Place) string {
	text := map[string]string{"config": r.row.Config, "credentials": r.row.Credentials}[p.File]
	_, value, _ := strings.Cut(strings.Split(text, "\n")[p.Line-1], "= ")
	return value
}

func word(p *awsconfig.Problem) string {
	if p.Code == "incomplete-session" || p.Code == "incomplete-sso" && !strings.Contains(p.Message, "sso_account_id") && !strings.Contains(p.Message, "sso_role_name") {
		return "missing-region"
	}
	return words[p.Code]
}

// words are what the rows call the faults.
var words = map[string]string{
	"partial-environment":       "partial",
	"partial-keys":              "partial",
	"unknown-session":           "missing-session",
	"inconsistent-session":      "inconsistent-session",
	"no-source":                 "missing-source",
	"unknown-source":            "missing-source",
	"source-circle":             "circle",
	"incomplete-sso":            "missing-account",
	"empty-source":              "missing-credentials",
	"empty-credential-source":   "missing-credentials",
	"empty-process":             "other",
	"no-role":                   "other",
	"two-sources":               "other",
	"unknown-credential-source": "other",
}
