package doctor

import (
	"fmt"
	"strings"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/nearest"
	"awsenv/internal/sso"
)

// Identity tells what is wrong with one identity: why the AWS CLI fails, or which of the others are somebody else.
func Identity(f Facts, id identity.Identity, others []identity.Other) []awsconfig.Problem {
	if _, refused := f.Config.Refused(); refused {
		return nil // the AWS CLI is nobody, and what the files say besides does not matter yet
	}
	found := f.trouble(id)
	if len(found) == 0 {
		found = append(f.session(id), f.staleKeys(id)...)
	}
	if !id.IsNobody() {
		found = append(found, f.others(id, others)...)
	}
	return append(found, f.region(id)...)
}

// trouble is why the AWS CLI cannot be who was asked for.
func (f Facts) trouble(id identity.Identity) []awsconfig.Problem {
	switch id.Trouble {
	case identity.Empty:
		if f.Named {
			return fatal("empty-profile", "awsenv list-profiles", "the name of the profile is empty")
		}
		return fatal("empty-profile", "aws-use --unset", "%s is empty, which the AWS CLI refuses", id.Source)
	case identity.Unknown:
		return f.unknown(id)
	case identity.Shadowed:
		return fatal("shadowed", f.use(id.Name), "%s wins over the profile %q", id.By, id.Name)
	case identity.Partial:
		p := *id.Credentials.Fault
		p.Hint = f.use(id.Name)
		return []awsconfig.Problem{p}
	case identity.Broken:
		return []awsconfig.Problem{*id.Credentials.Fault}
	}
	return f.nobody(id)
}

// unknown: the profile is not there, be it named by a variable, by a terminal's own start, or by the person just now.
func (f Facts) unknown(id identity.Identity) []awsconfig.Problem {
	const code = "unknown-profile"
	switch {
	case f.Named:
		return fatal(code, f.useNearest(id.Name, "awsenv list-profiles"), "there is no profile %q", id.Name)
	case id.Name == f.Saved:
		return fatal(code, "aws-use --forget; aws-use --unset", "%s names the profile %q, which does not exist, and new terminals start with it", id.Source, id.Name)
	}
	return fatal(code, f.useNearest(id.Name, "aws-use --unset"), "%s names the profile %q, which does not exist", id.Source, id.Name)
}

// nobody: there is nothing to sign requests with. That may be meant, on a machine with a role of its own.
func (f Facts) nobody(id identity.Identity) []awsconfig.Problem {
	switch {
	case id.Credentials.Kind != identity.None:
		return nil
	case len(f.Config.Profiles) == 0:
		return warning("no-profile", "aws configure sso --profile NEWNAME",
			"no profile is configured; without --profile, aws configure sso overwrites the active one")
	case id.Source == identity.FromDefault:
		return warning("no-profile", "aws-use PROFILE", "AWS_PROFILE is not set, and the profile called default names no credentials")
	case id.Profile == nil:
		return warning("no-profile", "aws-use PROFILE", "AWS_PROFILE is not set, and there is no profile called default")
	case id.Profile.Get("sso_session") != "":
		p := withoutRole(id.Profile)
		p.Fatal = true
		return []awsconfig.Problem{p}
	}
	p := fatal("no-credentials", "add sso_session, sso_account_id and sso_role_name", "the profile %q names no credentials: no SSO role, no keys, no role", id.Name)
	p[0].Place = id.Profile.Place
	return p
}

func (f Facts) use(name string) string {
	if name == "" {
		return "aws-use PROFILE"
	}
	return "aws-use " + f.Operand(name)
}

func (f Facts) useNearest(name, otherwise string) string {
	var names []string
	for i := range f.Config.Profiles {
		names = append(names, f.Config.Profiles[i].Name)
	}
	if near := nearest.Of(name, names); len(near) > 0 {
		return f.use(near[0])
	}
	return otherwise
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
	return warning(state.code, strings.Replace(f.use(id.Name), "aws-use", "aws-login", 1), state.text, id.Name)
}

// staleKeys: the AWS CLI refuses keys beside a time that is past.
func (f Facts) staleKeys(id identity.Identity) []awsconfig.Problem {
	const name = "AWS_CREDENTIAL_EXPIRATION"
	text, _ := f.Env(name)
	ends, err := time.Parse(time.RFC3339, text)
	if id.Credentials.Kind != identity.Environment || err != nil || f.Now.Before(ends) {
		return nil
	}
	return fatal("stale-keys", f.use(id.Name), "the keys in AWS_ACCESS_KEY_ID ended at %s (%s)", text, name)
}

// others names the families of tools that would be somebody else, those of one reason together.
func (f Facts) others(own identity.Identity, others []identity.Other) []awsconfig.Problem {
	var found []awsconfig.Problem
	titles := map[string]string{}
	for _, other := range others {
		p := f.other(own, other)
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
func (f Facts) other(own identity.Identity, other identity.Other) awsconfig.Problem {
	c, root := other.Credentials, other.Credentials.Root()
	p := awsconfig.Problem{Code: "other-identity", Place: root.Place, Fatal: true, Hint: f.use(own.Name)}
	known, exists := f.Config.Profile(other.Name)
	switch {
	case c.Fault != nil && c.Fault.Code == "mfa":
		// Many are used by hand alone.
		p.Code, p.Fatal, p.Hint = "mfa", false, ""
		p.Message, p.Place = "fail: "+c.Fault.Message, c.Fault.Place
	case c.Fault != nil:
		p.Message, p.Place, p.Hint = "fail: "+c.Fault.Message, c.Fault.Place, c.Fault.Hint
	case exists && other.Profile == nil && c.Variable == "":
		p.Message, p.Place = fmt.Sprintf("do not see the profile %q: they read its header otherwise", other.Name), known.Place
		p.Hint = "rename it: letters, digits and -_.@+:/ without quotes"
	case other.IsNobody():
		p.Message = fmt.Sprintf("find no credentials, and do not use %s", own.Credentials)
	default:
		p.Message = fmt.Sprintf("use %s, not %s", c, own.Credentials)
	}
	if root.Kind == identity.Static && c.Fault == nil && other.Name == own.Name && root.Profile == own.Credentials.Root().Profile {
		p.Hint = fmt.Sprintf("remove aws_access_key_id and aws_secret_access_key from [%s]", f.section(root))
	}
	return p
}

// section is the header of the section that credentials come from, as it stands in that file.
func (f Facts) section(c identity.Credentials) string {
	if p, ok := f.Config.Profile(c.Profile); ok {
		if key, inConfig := p.InConfig("aws_access_key_id"); inConfig && key.Place == c.Place {
			return p.Header
		}
	}
	return c.Profile
}

// region tells what is odd about where requests go.
func (f Facts) region(id identity.Identity) []awsconfig.Problem {
	region := identity.RegionOf(f.Env, id.Profile)
	switch {
	case region.Name == "" && region.Source != "" && region.Source != "profile":
		return fatal("empty-region", "aws-use --region REGION", "%s is empty, with which the AWS CLI fails", region.Source)
	case region.Name == "":
		if id.Profile == nil || id.Trouble == identity.Broken {
			return nil
		}
		p := warning("no-region", f.setRegion(id.Profile, "REGION"), "no region for the profile %q: most commands fail without one", id.Name)
		p[0].Place = id.Profile.Place
		return p
	}
	return append(f.slip(id.Profile, region), f.regionOverride(id, region)...)
}

// setRegion is the command that sets the region of a profile. Where the AWS CLI would write a section beside the one that
// is there, which takes the place of all of it, or where the credentials file wins, the line has to be edited.
func (f Facts) setRegion(p *awsconfig.Profile, region string) string {
	_, elsewhere := p.InCredentials("region")
	plain := p.Header == "profile "+p.Name || p.Header == "default" && p.Name == "default"
	if elsewhere || !plain || f.Word(p.Name) != p.Name {
		return "write region = " + region
	}
	return "aws configure set region " + region + " --profile " + p.Name
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
