package main

// version is the release; it is in what init prints, so that a shell can tell which one it has loaded.
const version = "0.1.0"

// versionVerb prints the version.
type versionVerb struct{}

// Run prints the name and the version.
func (versionVerb) Run(w *world) error { return w.print("awsenv " + version + "\n") }
