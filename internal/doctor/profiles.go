package doctor

import (
	"fmt"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
)

// profiles looks at every profile by itself. What is wrong with one that is not in use is told, but where the AWS CLI
// already fails on it, not what other tools make of it.
func profiles(f Facts) []awsconfig.Problem {
	var found []awsconfig.Problem
	active := identity.Resolve(f.Env, f.Config).Name
	for i := range f.Config.Profiles {
		p := &f.Config.Profiles[i]
		if p.Name == active {
			continue
		}
		c := identity.InProfile(f.Config, p.Name)
		switch {
		case c.Fault != nil:
			found = append(found, *c.Fault)
			continue
		case c.Kind == identity.None && p.Get("sso_session")+p.Get("sso_start_url") != "":
			found = append(found, withoutRole(p))
		}
		own := identity.Identity{Name: p.Name, Source: identity.FromProfile, Profile: p, Credentials: c}
		found = append(found, inUse(f.others(own, identity.OthersInProfile(f.Config, p.Name)))...)
		if key, ok := p.Lookup("region"); ok {
			found = append(found, lessened(f.slip(p, identity.Region{Name: key.Value, Source: "profile", Place: key.Place}))...)
		}
	}
	return append(found, accounts(f)...)
}

// inUse leaves out what matters only once a profile is used.
func inUse(problems []awsconfig.Problem) []awsconfig.Problem {
	var kept []awsconfig.Problem
	for _, p := range problems {
		if p.Code != "mfa" {
			kept = append(kept, p)
		}
	}
	return kept
}

func lessened(problems []awsconfig.Problem) []awsconfig.Problem {
	for i := range problems {
		problems[i].Fatal = false
	}
	return problems
}

// withoutRole: a session alone gives a token, as some tools want it, but no credentials.
func withoutRole(p *awsconfig.Profile) awsconfig.Problem {
	found := warning("incomplete-sso", "add sso_account_id and sso_role_name", "the profile %q has a session but neither account nor role: it gives a token, but no credentials", p.Name)
	found[0].Place = p.Place
	return found[0]
}

// accounts looks for account ids that are none, for a comment behind them above all: the AWS CLI takes it for a part of
// the value, other tools do not.
func accounts(f Facts) []awsconfig.Problem {
	var found []awsconfig.Problem
	for i := range f.Config.Profiles {
		p := &f.Config.Profiles[i]
		key, ok := p.Lookup("sso_account_id")
		if !ok || key.Value == "" || isAccount(key.Value) {
			continue
		}
		found = append(found, awsconfig.Problem{
			Code: "account-slip", Place: key.Place, Hint: accountHint(key.Value), Fatal: true,
			Message: fmt.Sprintf("sso_account_id of the profile %q is %q, which is no account: it takes 12 digits, and nothing behind them", p.Name, key.Value),
		})
	}
	return found
}

func isAccount(s string) bool {
	return len(s) == 12 && strings.Trim(s, "0123456789") == ""
}

func accountHint(value string) string {
	if first, _, _ := strings.Cut(strings.Trim(value, `"' `), " "); isAccount(first) {
		return "write sso_account_id = " + first
	}
	return "write the 12 digits of the account"
}
