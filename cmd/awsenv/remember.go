package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What awsenv remembers are names of profiles, in files of their own: the ones used last, as a JSON array, and the one
// that new terminals start with, as it is, which the code of init reads without a process.
const (
	recentFile  = "recent.json"
	savedFile   = "profile"
	recentLimit = 100
)

// recent are the profiles that were used last, the last one first. Nonsense counts as none.
func (w *world) recent() []string {
	var names []string
	if json.Unmarshal(w.remembered(recentFile), &names) != nil {
		return nil
	}
	return names[:min(len(names), recentLimit)]
}

// noteUse puts a profile before the others. That it cannot be written down stops nobody.
func (w *world) noteUse(name string) {
	before := w.recent()
	if len(before) > 0 && before[0] == name {
		return
	}
	names := append([]string{name}, slices.DeleteFunc(before, func(n string) bool { return n == name })...)
	if text, err := json.Marshal(names[:min(len(names), recentLimit)]); err == nil {
		_ = w.writeState(recentFile, text)
	}
}

// save makes new terminals start with a profile; forget ends that.
func (w *world) save(name string) error { return w.writeState(savedFile, []byte(name+"\n")) }

// saved is what new terminals start with, or empty.
func (w *world) saved() string {
	name, _, _ := strings.Cut(string(w.remembered(savedFile)), "\n")
	return name
}

// remembered reads a file; empty where there is none, or something else that would keep a person waiting.
func (w *world) remembered(name string) []byte {
	path := filepath.Join(w.stateFolder(), name)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	text, _ := os.ReadFile(path)
	return text
}

func (w *world) forget() error {
	if err := os.Remove(filepath.Join(w.stateFolder(), savedFile)); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}

// writeState replaces a file as a whole: a shell that starts meanwhile reads the old one or the new one.
func (w *world) writeState(name string, text []byte) error {
	folder := w.stateFolder()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, name)
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	if _, err := file.Write(text); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), filepath.Join(folder, name))
}
