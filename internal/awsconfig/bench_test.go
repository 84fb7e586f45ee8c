package awsconfig

import (
	"bytes"
	"fmt"
	"testing"
)

var sizes = []int{10, 1_000, 10_000}

// sample is a config file of n profiles with five keys each.
func sample(n int) []byte {
	var b bytes.Buffer
	b.WriteString("[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start/#/\nsso_region = eu-west-1\n")
	for i := range n {
		fmt.Fprintf(&b, "\n[profile team-%d/Developer]\nsso_session = corp\nsso_account_id = %012d\n"+
			"sso_role_name = Developer\nregion = eu-central-1\noutput = json\n", i, i)
	}
	return b.Bytes()
}

func BenchmarkParse(b *testing.B) {
	for _, n := range sizes {
		src := Source{"config", sample(n)}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(src.Data)))
			b.ReportAllocs()
			for b.Loop() {
				if c := Parse(src, Source{}); len(c.Profiles) != n || len(c.Problems) != 0 {
					b.Fatalf("%d profiles, problems %v", len(c.Profiles), c.Problems)
				}
			}
		})
	}
}

// BenchmarkScan is the floor: looking at the first byte of each line.
func BenchmarkScan(b *testing.B) {
	for _, n := range sizes {
		data := sample(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				headers := 0
				for line := range bytes.SplitSeq(data, []byte("\n")) {
					if len(line) > 0 && line[0] == '[' {
						headers++
					}
				}
				if headers != n+1 {
					b.Fatal(headers)
				}
			}
		})
	}
}
