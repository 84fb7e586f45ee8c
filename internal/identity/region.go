package identity

import "awsenv/internal/awsconfig"

// Region is where a tool sends its requests, and what says so.
type Region struct {
	Name   string
	Source string          // AWS_REGION, AWS_DEFAULT_REGION, profile, or empty
	Place  awsconfig.Place // of the profile's key
}

// RegionOf tells the region of the AWS CLI v2: AWS_REGION, AWS_DEFAULT_REGION, then the profile's, and never that of
// another profile. A variable that is set to nothing wins as well, and makes the AWS CLI fail.
func RegionOf(env Lookup, p *awsconfig.Profile) Region {
	return regionOf(env, p, "AWS_REGION", "AWS_DEFAULT_REGION")
}

// BotoRegionOf tells the region of boto3, which does not know AWS_REGION.
func BotoRegionOf(env Lookup, p *awsconfig.Profile) Region {
	return regionOf(env, p, "AWS_DEFAULT_REGION")
}

func regionOf(env Lookup, p *awsconfig.Profile, variables ...string) Region {
	for _, name := range variables {
		if value, set := env(name); set {
			return Region{Name: value, Source: name}
		}
	}
	if p == nil {
		return Region{}
	}
	if key, ok := p.Lookup("region"); ok {
		return Region{Name: key.Value, Source: "profile", Place: key.Place}
	}
	return Region{}
}
