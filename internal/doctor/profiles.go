package doctor

import (
	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
)

// profiles looks at every profile by itself.
func profiles(f Facts) []awsconfig.Problem {
	var found []awsconfig.Problem
	for i := range f.Config.Profiles {
		p := &f.Config.Profiles[i]
		c := identity.InProfile(f.Config, p.Name)
		switch {
		case c.Fault != nil:
			found = append(found, *c.Fault)
		case c.Kind == identity.None && p.Get("sso_session")+p.Get("sso_start_url") != "":
			found = append(found, withoutRole(f, p))
		}
		found = append(found, f.others(p.Name, identity.OthersInProfile(f.Config, p.Name), c)...)
		if key, ok := p.Lookup("region"); ok {
			found = append(found, f.slip(p.Name, identity.Region{Name: key.Value, Source: "profile", Place: key.Place})...)
		}
	}
	return found
}

// withoutRole: a session alone gives a token, as some tools want it, but no credentials.
func withoutRole(f Facts, p *awsconfig.Profile) awsconfig.Problem {
	found := warning("incomplete-sso", configureSSO(f, p.Name), "the profile %q has a session but neither sso_account_id nor sso_role_name: it gives no credentials", p.Name)
	found[0].Place = p.Place
	return found[0]
}
