// Package nearest finds what a mistyped name may have meant.
package nearest

import (
	"cmp"
	"slices"
	"strings"
)

// Of finds what a mistyped name may have meant, best first, at most three: names that contain it, then those
// that are a few typing errors away from it.
func Of(name string, names []string) []string {
	type near struct {
		name     string
		distance int
	}
	if name == "" {
		return nil
	}
	var found []near
	typed := strings.ToLower(name)
	limit := max(2, len(typed)/3)
	for _, candidate := range names {
		lower := strings.ToLower(candidate)
		if strings.Contains(lower, typed) {
			found = append(found, near{candidate, -1})
		} else if abs(len(lower)-len(typed)) <= limit {
			if d := distance(typed, lower); d <= limit && d < len(lower) {
				found = append(found, near{candidate, d})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	var best []string
	for _, n := range found[:min(3, len(found))] {
		best = append(best, n.name)
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// distance counts the insertions, deletions, changes and swaps of neighbours between two texts (optimal string
// alignment): a swap is the commonest slip, and is one error, not two.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+differ(a[i], b[j]))
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
