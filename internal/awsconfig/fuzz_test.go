package awsconfig

import (
	"bytes"
	"strings"
	"testing"
)

// tableTexts are the files of all tables, for the tests that hold for any file.
func tableTexts() []string {
	var texts []string
	for _, tt := range nameTests {
		texts = append(texts, tt.header+"\nregion = r\n")
	}
	for _, tt := range listTests {
		texts = append(texts, tt.config, tt.credentials)
	}
	for _, tt := range valueTests {
		texts = append(texts, "[profile p]\n"+tt.lines)
	}
	for _, tt := range mergeTests {
		texts = append(texts, tt.config, tt.credentials)
	}
	for _, tt := range problemTests {
		texts = append(texts, tt.text)
	}
	return texts
}

// FuzzParse holds that any two files are read without a panic into a model that agrees with itself.
func FuzzParse(f *testing.F) {
	for _, text := range tableTexts() {
		if len(text) < 1000 {
			f.Add([]byte(text), []byte("[a]\nregion = r\n"))
			f.Add([]byte("[profile a]\nregion = r\n"), []byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, config, credentials []byte) {
		c := Parse(Source{"conf", config}, Source{"cred", credentials})
		last := map[string]int{"conf": lines(config), "cred": lines(credentials)}
		inFile := func(p Place) bool { return p.Line >= 1 && p.Line <= last[p.File] }
		for i := range c.Profiles {
			p, ok := c.Profile(c.Profiles[i].Name)
			if !ok || p != &c.Profiles[i] {
				t.Errorf("profile %q is not found again", c.Profiles[i].Name)
			}
			if !inFile(p.Place) {
				t.Errorf("profile %q: %v is in no file", p.Name, p.Place)
			}
			checkKeys(t, p.Keys, inFile)
		}
		for i := range c.Sessions {
			if s, ok := c.Session(c.Sessions[i].Name); !ok || s != &c.Sessions[i] {
				t.Errorf("session %q is not found again", c.Sessions[i].Name)
			}
		}
		for _, p := range c.Problems {
			if !inFile(p.Place) || p.Code == "" || p.Message == "" || p.Hint == "" || p.Code == "unreadable-text" {
				t.Errorf("problem %+v", p)
			}
		}
	})
}

func lines(data []byte) int { return 1 + bytes.Count(unixLines(data), []byte("\n")) }

func checkKeys(t *testing.T, keys []Key, inFile func(Place) bool) {
	t.Helper()
	for i, k := range keys {
		if find(keys, k.Name) != i {
			t.Errorf("key %q is there twice", k.Name)
		}
		if k.Name != strings.ToLower(k.Name) || k.Value != "" && k.Nested != nil || !inFile(k.Place) {
			t.Errorf("key %+v", k)
		}
		for _, n := range k.Nested {
			if !inFile(n.Place) {
				t.Errorf("nested key %+v", n)
			}
		}
	}
}
