//go:build unix

package picker

import "os"

// haveTerminal tells whether there is a terminal to draw on, whatever the standard streams are. It is asked before fzf,
// which without one takes whatever device standard error is, /dev/null for instance.
func haveTerminal() bool {
	if os.Getenv("TERM") == "dumb" {
		return false
	}
	terminal, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return terminal.Close() == nil
}

// keepProcess has nothing to do where fzf starts no other process in its place.
func keepProcess() (restore func()) { return func() {} }
