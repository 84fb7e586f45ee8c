package nearest

import (
	"slices"
	"testing"
)

func TestOf(t *testing.T) {
	names := []string{"dev", "staging", "prod", "prod-admin", "data/warehouse", "data/lake:analyst", "papermill"}
	tests := []struct {
		name, typed string
		names, want []string
	}{
		{"swapped letters", "pord", names, []string{"prod"}},
		{"missing letter", "stagng", names, []string{"staging"}},
		{"one too many", "devv", names, []string{"dev"}},
		{"wrong letter", "papermull", names, []string{"papermill"}},
		{"fragment", "ware", names, []string{"data/warehouse"}},
		{"fragment of several", "data", names, []string{"data/warehouse", "data/lake:analyst"}},
		{"case", "PROD", names, []string{"prod", "prod-admin"}},
		{"nothing near", "zzzzzz", names, nil},
		{"at most three", "x", []string{"x1", "x2", "x3", "x4"}, []string{"x1", "x2", "x3"}},
		{"fragments before typing errors", "dev", []string{"dew", "my-dev"}, []string{"my-dev", "dew"}},
		{"no names", "dev", nil, nil},
		{"a short name is no typing error of another", "ab", []string{"c", "xy"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Of(tt.typed, tt.names); !slices.Equal(got, tt.want) {
				t.Errorf("Of(%q) = %q, want %q", tt.typed, got, tt.want)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"abc", "abd", 1},
		{"abc", "acb", 1},
		{"abc", "bc", 1},
		{"kitten", "sitting", 3},
	}
	for _, tt := range tests {
		t.Run(tt.a+" "+tt.b, func(t *testing.T) {
			if got := distance(tt.a, tt.b); got != tt.want {
				t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
			}
		})
	}
}
