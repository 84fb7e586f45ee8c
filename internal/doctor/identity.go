package doctor

import (
	"fmt"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/nearest"
	"awsenv/internal/sso"
)

// Identity tells what is wrong with one identity: why the AWS CLI fails, or who else is somebody else.
func Identity(f Facts, id identity.Identity) []awsconfig.Problem {
	found := f.trouble(id)
	if len(found) == 0 {
		found = append(f.session(id), f.staleKeys(id)...)
	}
	found = append(found, f.others(id.Name, identity.Others(f.Env, f.Config), id.Credentials)...)
	return append(found, f.region(id)...)
}

// trouble is why the AWS CLI cannot be who was asked for.
func (f Facts) trouble(id identity.Identity) []awsconfig.Problem {
	switch id.Trouble {
	case identity.Empty:
		return fatal("empty-profile", "aws-use --unset", "%s is empty, which the AWS CLI refuses", id.Source)
	case identity.Unknown:
		return fatal("unknown-profile", f.useNearest(id.Name), "%s names the profile %q, which does not exist", id.Source, id.Name)
	case identity.Shadowed:
		return fatal("shadowed", f.use(id.Name), "%s wins over the profile %q", id.By, id.Name)
	case identity.Partial:
		p := *id.Credentials.Fault
		p.Hint = f.use(id.Name) + ", which removes it"
		return []awsconfig.Problem{p}
	case identity.Broken:
		return []awsconfig.Problem{*id.Credentials.Fault}
	}
	return f.nobody(id)
}

// nobody: there is nothing to sign requests with.
func (f Facts) nobody(id identity.Identity) []awsconfig.Problem {
	switch {
	case id.Credentials.Kind != identity.None:
		return nil
	case id.Profile != nil:
		p := fatal("no-credentials", configureSSO(f, id.Name), "the profile %q names no credentials: no SSO role, no keys, no role", id.Name)
		p[0].Place = id.Profile.Place
		return p
	case len(f.Config.Profiles) == 0:
		return fatal("no-profile", "aws configure sso --profile NEWNAME; without --profile it overwrites the active profile", "no profile is configured")
	}
	return warning("no-profile", "aws-use PROFILE", "AWS_PROFILE is not set, and there is no profile called default")
}

// configureSSO is the command that writes a profile anew, with what the guides leave out.
func configureSSO(f Facts, name string) string {
	return "aws configure sso --profile " + f.Word(name) + "; without --profile it overwrites the active profile"
}

func (f Facts) use(name string) string {
	if name == "" {
		return "aws-use PROFILE"
	}
	return "aws-use " + f.Word(name)
}

func (f Facts) useNearest(name string) string {
	var names []string
	for _, p := range f.Config.Profiles {
		names = append(names, p.Name)
	}
	if near := nearest.Of(name, names); len(near) > 0 {
		return f.use(near[0])
	}
	return "aws-use --unset"
}

var sessionStates = map[sso.State]struct{ code, text string }{
	sso.Expired:     {"expired", "the session of %q has expired"},
	sso.None:        {"signed-out", "the session of %q is not signed in"},
	sso.Refreshable: {"refreshable", "the access token of %q is past its time; the AWS CLI will try to renew it"},
}

func (f Facts) session(id identity.Identity) []awsconfig.Problem {
	if id.Profile == nil || id.Credentials.Root().Profile == "" {
		return nil
	}
	state, ok := sessionStates[f.Session(id.Name).State]
	if !ok {
		return nil
	}
	return warning(state.code, "aws-login "+f.Word(id.Name), state.text, id.Name)
}

// staleKeys: the AWS CLI refuses keys beside a time that is past.
func (f Facts) staleKeys(id identity.Identity) []awsconfig.Problem {
	const name = "AWS_CREDENTIAL_EXPIRATION"
	text, _ := f.Env(name)
	ends, err := time.Parse(time.RFC3339, text)
	if id.Credentials.Kind != identity.Environment || err != nil || f.Now.Before(ends) {
		return nil
	}
	return fatal("stale-keys", f.use(id.Name)+", which removes them", "the keys in AWS_ACCESS_KEY_ID ended at %s (%s)", text, name)
}

// others names the families of tools that would be somebody else, those of one reason together.
func (f Facts) others(name string, others []identity.Other, own identity.Credentials) []awsconfig.Problem {
	var found []awsconfig.Problem
	titles := map[string]string{}
	for _, other := range others {
		p := f.other(name, other, own)
		if title, again := titles[p.Message]; again {
			titles[p.Message] = title + ", and " + other.Tool.Title
			continue
		}
		titles[p.Message] = other.Tool.Title
		found = append(found, p)
	}
	for i := range found {
		found[i].Message = titles[found[i].Message] + " " + found[i].Message
	}
	return found
}

// other is the problem of one family; its message lacks the subject.
func (f Facts) other(name string, other identity.Other, own identity.Credentials) awsconfig.Problem {
	c := other.Credentials
	p := awsconfig.Problem{Code: "other-identity", Place: c.Place, Fatal: true}
	switch {
	case other.Trouble == identity.Unknown:
		p.Message = fmt.Sprintf("fail: %s names the profile %q, which does not exist", other.Source, other.Name)
	case c.Fault != nil:
		p.Message, p.Place, p.Hint = "fail: "+c.Fault.Message, c.Fault.Place, c.Fault.Hint
	default:
		p.Message = fmt.Sprintf("use %s, not %s", c, own)
	}
	switch {
	case c.Kind == identity.Static && c.Fault == nil:
		p.Hint = fmt.Sprintf("remove aws_access_key_id and aws_secret_access_key from [%s]", c.Profile)
	case p.Hint == "":
		p.Hint = f.use(name)
	}
	return p
}

// region tells what is odd about where requests go.
func (f Facts) region(id identity.Identity) []awsconfig.Problem {
	region := identity.RegionOf(f.Env, id.Profile)
	switch {
	case region.Name == "" && region.Source != "" && region.Source != "profile":
		return fatal("empty-region", "aws-use --region REGION", "%s is empty, with which the AWS CLI fails", region.Source)
	case region.Name == "":
		if id.Profile == nil {
			return nil
		}
		p := warning("no-region", "aws configure set region REGION --profile "+f.Word(id.Name), "no region for the profile %q: most commands fail without one", id.Name)
		p[0].Place = id.Profile.Place
		return p
	}
	return append(f.slip(id.Name, region), f.regionOverride(id, region)...)
}

// regionOverride: a variable that wins over the region of the profile, or that not all tools read.
func (f Facts) regionOverride(id identity.Identity, region identity.Region) []awsconfig.Problem {
	var found []awsconfig.Problem
	own := identity.RegionOf(func(string) (string, bool) { return "", false }, id.Profile)
	if region.Source != "profile" && own.Name != "" && own.Name != region.Name {
		found = warning("region-override", "aws-use --region "+f.Word(own.Name), "%s is %q and overrides the region of the profile %q, which is %q", region.Source, region.Name, id.Name, own.Name)
	}
	if boto := identity.BotoRegionOf(f.Env, id.Profile); boto.Name != region.Name {
		found = append(found, warning("other-region", "aws-use --region "+f.Word(region.Name),
			"Python programs (boto3) do not read AWS_REGION: for them the region is %q, not %q", boto.Name, region.Name)...)
	}
	return found
}

func fatal(code, hint, format string, args ...any) []awsconfig.Problem {
	return []awsconfig.Problem{{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, Fatal: true}}
}

func warning(code, hint, format string, args ...any) []awsconfig.Problem {
	found := fatal(code, hint, format, args...)
	found[0].Fatal = false
	return found
}
