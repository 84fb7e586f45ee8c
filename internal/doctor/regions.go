package doctor

import (
	"slices"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/nearest"
)

// Regions are those that AWS had in late 2026 (botocore's endpoints.json). One that is not here may be new.
var Regions = []string{
	"af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
	"ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
	"ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
	"eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1",
	"mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2", "cn-north-1", "cn-northwest-1",
	"us-gov-east-1", "us-gov-west-1", "us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isob-west-1",
	"eu-isoe-west-1", "us-isof-east-1", "us-isof-south-1", "eusc-de-east-1",
}

// The words of which the name of a region is made, new ones too.
var (
	areas      = []string{"af", "ap", "ca", "cn", "eu", "eusc", "il", "me", "mx", "sa", "us"}
	directions = []string{"north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest"}
)

// wellFormed tells what may be a region though it is not in the list: an area and a direction that exist, and a number.
func wellFormed(name string) bool {
	parts := strings.Split(name, "-")
	last := len(parts) - 1
	return last >= 2 && slices.Contains(areas, parts[0]) && slices.Contains(directions, parts[last-1]) &&
		len(parts[last]) == 1 && parts[last] >= "1" && parts[last] <= "9"
}

// slip tells of a region that is a slip for a real one.
//
// Where requests go to somebody else's service, as S3-compatible storage, the name is theirs.
func (f Facts) slip(profile *awsconfig.Profile, region identity.Region) []awsconfig.Problem {
	meant := MeantRegion(f.Env, profile, region.Name)
	if meant == "" {
		return nil
	}
	if region.Source != "profile" {
		return fatal("region-slip", "aws-use --region "+meant, "%s is %q, which is no region", region.Source, region.Name)
	}
	p := fatal("region-slip", f.setRegion(profile, meant), "the region of the profile %q is %q, which is no region", profile.Name, region.Name)
	p[0].Place = region.Place
	return p
}

// elsewhere: what stands in for AWS has regions of its own.
func elsewhere(env identity.Lookup, profile *awsconfig.Profile) bool {
	endpoint, _ := env("AWS_ENDPOINT_URL")
	return endpoint != "" || profile != nil && profile.Get("endpoint_url")+profile.Get("services") != ""
}

// MeantRegion is the region that a slip was meant for, or empty: for a name in the wrong order, in capitals, with
// quotes or a comment, with the letter of an availability zone, or mistyped.
func MeantRegion(env identity.Lookup, profile *awsconfig.Profile, name string) string {
	if slices.Contains(Regions, name) || wellFormed(name) || name == "aws-global" || elsewhere(env, profile) {
		return ""
	}
	word, _, _ := strings.Cut(strings.ToLower(name), "#")
	word = strings.NewReplacer("_", "-", " ", "-").Replace(strings.Trim(word, `"' `))
	for _, region := range Regions {
		if word == region || strings.TrimRight(word, "abcdef") == region || sameParts(word, region) {
			return region
		}
	}
	if near := nearest.Of(word, Regions); len(near) > 0 {
		return near[0]
	}
	return ""
}

func sameParts(a, b string) bool {
	parts := func(s string) []string { return slices.Sorted(slices.Values(strings.Split(s, "-"))) }
	return slices.Equal(parts(a), parts(b))
}
