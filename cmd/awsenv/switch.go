package main

import (
	"encoding/json"
	"maps"
	"slices"

	"awsenv/internal/identity"
	"awsenv/shells"
)

// regionVariable remembers, also for child shells, the region that aws-use set: while AWS_REGION equals it, it is
// awsenv's to take away; one that differs is the user's.
const regionVariable = "AWSENV_REGION"

var (
	// regions are both set by --region: boto3 reads only the second, and the AWS CLI prefers the first.
	regions = []string{"AWS_REGION", "AWS_DEFAULT_REGION"}
	// restorable is what aws-use changes and `aws-use -` puts back.
	restorable = []string{"AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", regionVariable}
)

// variables holds those of the restorable ones that are set.
type variables map[string]string

// state is what a shell keeps for awsenv between two calls, as JSON in a variable of its own that is not exported.
type state struct {
	Profile  string    `json:"profile,omitempty"` // the AWS_PROFILE that awsenv set
	Previous variables `json:"previous"`          // before the last switch; nil where there was none, empty where nothing was set
	Removed  []string  `json:"removed,omitempty"` // the variables that the last switch took away
}

// readState takes what the shell kept; nonsense counts as nothing.
func readState(text string) (s state) {
	if json.Unmarshal([]byte(text), &s) != nil {
		return state{}
	}
	return s
}

func snapshot(env identity.Lookup) variables {
	vars := variables{}
	for _, name := range restorable {
		if value, set := env(name); set {
			vars[name] = value
		}
	}
	return vars
}

// choose is vars with a profile chosen, as if by nobody but awsenv.
func (vars variables) choose(profile string) variables {
	vars = vars.leave()
	vars["AWS_PROFILE"] = profile
	return vars
}

// leave is vars with no profile chosen, and without a region of awsenv's own.
func (vars variables) leave() variables {
	vars = vars.dropRegion()
	delete(vars, "AWS_PROFILE")
	delete(vars, "AWS_DEFAULT_PROFILE")
	return vars
}

func (vars variables) dropRegion() variables {
	vars = maps.Clone(vars)
	for _, name := range regions {
		if own, set := vars[regionVariable]; set && vars[name] == own {
			delete(vars, name)
		}
	}
	delete(vars, regionVariable)
	return vars
}

func (vars variables) setRegion(region string) variables {
	vars = maps.Clone(vars)
	for _, name := range append(slices.Clone(regions), regionVariable) {
		vars[name] = region
	}
	return vars
}

// restore is vars with the profile of previous, and with its region, unless the user has set one since. What was set
// to nothing stays away: the AWS CLI fails on it.
func (vars variables) restore(previous variables) variables {
	restored := vars.leave()
	keepRegion := restored.region() != ""
	for name, value := range previous {
		region := name == regionVariable || slices.Contains(regions, name)
		if value != "" && !(region && keepRegion) {
			restored[name] = value
		}
	}
	return restored
}

// region is the region that these variables tell the AWS CLI, or empty.
func (vars variables) region() string {
	for _, name := range regions {
		if vars[name] != "" {
			return vars[name]
		}
	}
	return ""
}

// change is the script that takes the shell from one set of variables to another, removing the variables in the way,
// and what the shell is to keep.
func change(old state, from, to variables, inTheWay []string) (shells.Script, state) {
	next := old
	switch {
	case !sameChoice(from, to):
		next = state{Previous: from, Removed: inTheWay}
	case len(inTheWay) > 0:
		// To get rid of keys is no step that a person would want to go back.
		next.Removed = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(old.Removed), inTheWay...))))
	}
	next.Profile = to["AWS_PROFILE"]
	var script shells.Script
	for _, name := range restorable {
		if value, set := to[name]; set {
			script.Export = append(script.Export, shells.Variable{Name: name, Value: value})
		} else if _, set := from[name]; set {
			script.Unset = append(script.Unset, name)
		}
	}
	for _, name := range inTheWay {
		if !slices.Contains(restorable, name) {
			script.Unset = append(script.Unset, name)
		}
	}
	return script, next
}

// sameChoice tells whether the profile and the region stay what they are. AWS_DEFAULT_PROFILE counts where AWS_PROFILE
// chooses none.
func sameChoice(a, b variables) bool {
	if a["AWS_PROFILE"] != "" && a["AWS_PROFILE"] == b["AWS_PROFILE"] {
		a, b = maps.Clone(a), maps.Clone(b)
		delete(a, "AWS_DEFAULT_PROFILE")
		delete(b, "AWS_DEFAULT_PROFILE")
	}
	return maps.Equal(a, b)
}

// keep adds what the shell keeps to a script: the state, and that its prompt label has to be asked for anew.
func keep(script shells.Script, s state) (shells.Script, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return script, err
	}
	script.Keep = append(script.Keep, shells.Variable{Name: "__awsenv_state", Value: string(text)}, shells.Variable{Name: "__awsenv_for"})
	return script, nil
}
