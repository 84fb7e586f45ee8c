module awsenv

go 1.26

require (
	github.com/alecthomas/kong v1.17.0
	github.com/junegunn/fzf v0.74.3
	github.com/mattn/go-isatty v0.0.24
	github.com/rivo/uniseg v0.4.7
	gopkg.in/ini.v1 v1.67.3
)

require (
	github.com/charlievieth/fastwalk v1.0.14 // indirect
	github.com/gdamore/encoding v1.0.1 // indirect
	github.com/gdamore/tcell/v2 v2.9.0 // indirect
	github.com/junegunn/go-shellwords v0.0.0-20250127100254-2aa3b3277741 // indirect
	github.com/lucasb-eyer/go-colorful v1.2.0 // indirect
	github.com/mattn/go-runewidth v0.0.16 // indirect
	golang.org/x/sys v0.35.0 // indirect
	golang.org/x/term v0.34.0 // indirect
	golang.org/x/text v0.28.0 // indirect
)
