package main

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// manyProfiles is a config file of n profiles in one session.
func manyProfiles(n int) string {
	var b strings.Builder
	b.WriteString("[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n")
	for i := range n {
		fmt.Fprintf(&b, "[profile team-%d/Developer]\nsso_session = corp\nsso_account_id = %012d\n"+
			"sso_role_name = Developer\nregion = eu-central-1\n", i, i)
	}
	return b.String()
}

func benchmark(b *testing.B, profiles int, args ...string) {
	b.Helper()
	s := newStage(b, manyProfiles(profiles), "AWS_PROFILE=team-3/Developer")
	s.token(b, "corp", time.Hour, false)
	s.stdout, s.stderr = io.Discard, io.Discard
	args = append([]string{"awsenv"}, args...)
	b.ReportAllocs()
	for b.Loop() {
		if status := run(args, s.world); status != done {
			b.Fatal(status)
		}
	}
}

var profileCounts = []int{10, 5_000}

func BenchmarkInit(b *testing.B) { benchmark(b, 0, "init", "bash") }

func BenchmarkListProfiles(b *testing.B) {
	for _, n := range profileCounts {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmark(b, n, "list-profiles") })
	}
}

func BenchmarkListProfilesLong(b *testing.B) {
	for _, n := range profileCounts {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmark(b, n, "list-profiles", "--long") })
	}
}

func BenchmarkLabel(b *testing.B) {
	for _, n := range profileCounts {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmark(b, n, "label", "--shell", "bash") })
	}
}

func BenchmarkComplete(b *testing.B) {
	for _, n := range profileCounts {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchmark(b, n, "complete", "--shell", "bash", "--", "aws-use", "aws-use team-4", "team-4", "9")
		})
	}
}
