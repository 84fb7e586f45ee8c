// Package doctor finds what is wrong with the AWS files, the environment and the integration, each with its cause, its
// place and a cure.
package doctor

import (
	"slices"
	"time"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/sso"
)

// Facts are what there is to look at. Nothing here is found out by the package itself.
type Facts struct {
	Env    identity.Lookup
	Config *awsconfig.Config
	Now    time.Time
	// Saved is the profile that new terminals start with.
	Saved string
	// Session tells the state of the session that a profile signs in to; none at all where it has none.
	Session func(profile string) sso.Status
	// Named: the profile is one that was asked about, and not the shell's.
	Named bool
	// Word writes a name as it is typed in the person's shell.
	Word func(string) string
	// Operand writes a name as it is typed behind a command of ours.
	Operand func(string) string

	Modes []Mode
	CLI   CLI
	Shell Shell
}

// Examine finds everything. Errors, with which the AWS CLI fails or somebody is not who they think, come before
// warnings; else the order is that of the checks.
func Examine(f Facts) []awsconfig.Problem {
	var found []awsconfig.Problem
	seen := map[awsconfig.Problem]bool{}
	for _, check := range []func(Facts) []awsconfig.Problem{files, here, profiles, programs, integration} {
		for _, p := range check(f) {
			if !seen[p] {
				seen[p] = true
				found = append(found, p)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b awsconfig.Problem) int { return rank(a) - rank(b) })
	return found
}

func rank(p awsconfig.Problem) int {
	if p.Fatal {
		return 0
	}
	return 1
}

// here is what is wrong with the identity in this environment.
func here(f Facts) []awsconfig.Problem {
	return Identity(f, identity.Resolve(f.Env, f.Config), identity.Others(f.Env, f.Config))
}
