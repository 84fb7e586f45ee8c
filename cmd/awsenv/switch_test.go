package main

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"awsenv/shells"
)

const ownRegion = "AWSENV_REGION=eu-west-1"

func TestVariables(t *testing.T) {
	own := set("AWS_PROFILE=dev", "AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=eu-west-1", ownRegion)
	choose := func(v variables) variables { return v.choose("prod") }
	setRegion := func(v variables) variables { return v.setRegion("eu-west-1") }
	tests := []struct {
		name   string
		change func(variables) variables
		from   variables
		want   variables
	}{
		{"choose", choose, set("AWS_PROFILE=dev"), set("AWS_PROFILE=prod")},
		{"choose from nothing", choose, set(), set("AWS_PROFILE=prod")},
		{"choose drops AWS_DEFAULT_PROFILE", choose, set("AWS_DEFAULT_PROFILE=dev"), set("AWS_PROFILE=prod")},
		{"choose drops its own region", choose, own, set("AWS_PROFILE=prod")},
		{"choose keeps the user's region", choose, set("AWS_REGION=us-east-1"), set("AWS_PROFILE=prod", "AWS_REGION=us-east-1")},
		{"choose keeps a region that was changed since", choose, set("AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=eu-west-1", ownRegion), set("AWS_PROFILE=prod", "AWS_REGION=us-east-1")},
		{"leave", variables.leave, own, set()},
		{"leave drops a profile that awsenv did not set", variables.leave, set("AWS_PROFILE=x", "AWS_DEFAULT_PROFILE=y"), set()},
		{"leave keeps the user's region", variables.leave, set("AWS_PROFILE=x", "AWS_REGION=us-east-1"), set("AWS_REGION=us-east-1")},
		{"region", setRegion, set("AWS_PROFILE=dev"), own},
		{"region replaces another", setRegion, set("AWS_PROFILE=dev", "AWS_REGION=us-east-1"), own},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := maps.Clone(tt.from)
			if got := tt.change(tt.from); !maps.Equal(got, tt.want) {
				t.Errorf("%v became %v, want %v", before, got, tt.want)
			}
			if !maps.Equal(tt.from, before) {
				t.Errorf("the old ones were changed to %v", tt.from)
			}
		})
	}
}

func TestRestore(t *testing.T) {
	tests := []struct {
		name                 string
		from, previous, want variables
	}{
		{"profile", set("AWS_PROFILE=b"), set("AWS_PROFILE=a"), set("AWS_PROFILE=a")},
		{"none", set("AWS_PROFILE=b"), set(), set()},
		{"AWS_DEFAULT_PROFILE", set("AWS_PROFILE=b"), set("AWS_DEFAULT_PROFILE=a"), set("AWS_DEFAULT_PROFILE=a")},
		{"no region", set("AWS_PROFILE=b", "AWS_REGION=eu-west-1", ownRegion), set("AWS_PROFILE=a"), set("AWS_PROFILE=a")},
		{"own region", set("AWS_PROFILE=b"), set("AWS_PROFILE=a", "AWS_REGION=eu-west-1", ownRegion), set("AWS_PROFILE=a", "AWS_REGION=eu-west-1", ownRegion)},
		{"the user's region behind an own one", set("AWS_PROFILE=b", "AWS_REGION=eu-west-1", ownRegion), set("AWS_PROFILE=a", "AWS_REGION=us-east-1"), set("AWS_PROFILE=a", "AWS_REGION=us-east-1")},
		{"a region that the user set since", set("AWS_PROFILE=b", "AWS_REGION=us-east-1"), set("AWS_PROFILE=a", "AWS_REGION=eu-west-1", ownRegion), set("AWS_PROFILE=a", "AWS_REGION=us-east-1")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := maps.Clone(tt.previous)
			if got := tt.from.restore(tt.previous); !maps.Equal(got, tt.want) {
				t.Errorf("restored %v, want %v", got, tt.want)
			}
			if !maps.Equal(tt.previous, before) {
				t.Errorf("the previous ones were changed to %v", tt.previous)
			}
		})
	}
}

func TestSnapshot(t *testing.T) {
	w := &world{environ: []string{"AWS_PROFILE=dev", "AWS_REGION=", "AWS_ACCESS_KEY_ID=x", "HOME=/"}}
	if got, want := snapshot(w.lookup), set("AWS_PROFILE=dev", "AWS_REGION="); !maps.Equal(got, want) {
		t.Errorf("snapshot = %v, want %v", got, want)
	}
}

func TestChange(t *testing.T) {
	script, next := change(state{}, set("AWS_PROFILE=a", "AWS_DEFAULT_PROFILE=d"), set("AWS_PROFILE=b"),
		[]string{"AWS_ACCESS_KEY_ID", "AWS_DEFAULT_PROFILE"})
	want := shells.Script{
		Export: []shells.Variable{{Name: "AWS_PROFILE", Value: "b"}},
		Unset:  []string{"AWS_DEFAULT_PROFILE", "AWS_ACCESS_KEY_ID"},
	}
	if !reflect.DeepEqual(script, want) {
		t.Errorf("script %+v, want %+v", script, want)
	}
	if next.Profile != "b" || next.Previous["AWS_PROFILE"] != "a" || !slices.Contains(next.Removed, "AWS_ACCESS_KEY_ID") {
		t.Errorf("state %+v", next)
	}
}

func TestChangeToTheSameKeepsTheWayBack(t *testing.T) {
	old := state{Profile: "a", Previous: set("AWS_PROFILE=before")}
	_, next := change(old, set("AWS_PROFILE=a"), set("AWS_PROFILE=a"), nil)
	if !reflect.DeepEqual(next, old) {
		t.Errorf("state %+v, want %+v", next, old)
	}
}

func TestReadState(t *testing.T) {
	tests := []struct {
		name, text string
		want       state
	}{
		{"nothing", "", state{}},
		{"nonsense", "{", state{}},
		{"of another kind", `{"profile": 1, "removed": ["x"]}`, state{}},
		{"profile", `{"profile":"dev"}`, state{Profile: "dev"}},
		{"no previous profile", `{"previous":{}}`, state{Previous: variables{}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readState(tt.text); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("readState(%q) = %+v, want %+v", tt.text, got, tt.want)
			}
		})
	}
}
