package picker

import (
	"os"

	"github.com/junegunn/fzf/src/tui"
)

// haveTerminal tells whether standard error is a console that understands escape sequences, where fzf draws inline.
// On anything else it would take the whole screen, or fail.
func haveTerminal() bool { return tui.IsLightRendererSupported() }

// keepProcess keeps fzf from starting this program again under winpty, and from writing the environment to a file for
// that. It does so where a variable names mintty as the terminal.
func keepProcess() (restore func()) {
	const name = "TERM_PROGRAM"
	value, set := os.LookupEnv(name)
	if !set {
		return func() {}
	}
	os.Unsetenv(name)
	return func() { os.Setenv(name, value) }
}
