# A person at a terminal: a shell in tmux, typed into and read from the screen.
# shellcheck shell=bash disable=SC2154,SC2016 # common.bash sets bash; code for other shells stands in single quotes

# open_terminal SHELL [RC]: an interactive shell with awsenv loaded, and more rc text before that line.
open_terminal() {
    needs "$1"
    write_rc "$1" "${2-}"
    socket=$BATS_TEST_TMPDIR/tmux
    local command
    case $1 in
    bash) command="exec $bash --rcfile $HOME/rc -i" ;;
    zsh) command="ZDOTDIR=$HOME exec zsh -d -i" ;;
    fish) command="exec fish --no-config --init-command 'source $HOME/rc' -i" ;;
    pwsh) command="exec pwsh -NoLogo -NoProfile -NoExit -File '$HOME/rc.ps1'" ;;
    esac
    patience=50
    [[ $1 != pwsh ]] || patience=300
    tmux -S "$socket" -f /dev/null new-session -d -x 110 -y 30 "$command"
    wait_for '>( |$)'
    # What is typed before PowerShell begins to read lines is shown twice.
    [[ $1 != pwsh ]] || sleep 1
}

write_rc() {
    local file=$HOME/rc
    {
        printf '%s\n' "$2"
        case $1 in
        bash) printf '%s\n' "PS1='> '" 'bind "set bell-style none"' 'eval "$(awsenv init bash)"' ;;
        zsh) printf '%s\n' "PROMPT='> '" 'unsetopt beep' 'eval "$(awsenv init zsh)"' ;;
        fish) printf '%s\n' 'set -g fish_greeting' "function fish_prompt; printf '> '; end" 'awsenv init fish | source' ;;
        pwsh) printf '%s\n' "function global:prompt { '> ' }" 'Invoke-Expression (& awsenv init powershell | Out-String)' ;;
        esac
    } >"$file"
    case $1 in
    zsh) mv "$file" "$HOME/.zshrc" ;;
    # By another name PowerShell takes it for a document to be opened.
    pwsh) mv "$file" "$HOME/rc.ps1" ;;
    esac
}

# exporting SHELL NAME VALUE: what a person types to export a variable. variable SHELL NAME: to have its value.
exporting() {
    case $1 in
    pwsh) printf '$env:%s = "%s"' "$2" "$3" ;;
    *) printf 'export %s=%s' "$2" "$3" ;;
    esac
}

variable() {
    case $1 in
    pwsh) printf '$env:%s' "$2" ;;
    *) printf '$%s' "$2" ;;
    esac
}

close_terminal() {
    if [[ -n ${socket-} ]]; then
        tmux -S "$socket" kill-server 2>/dev/null || :
    fi
}

# type_line TEXT: types a line and Enter. type_text: only the text. press KEY…: keys by tmux's names.
type_line() {
    tmux -S "$socket" send-keys -l -- "$1"
    tmux -S "$socket" send-keys Enter
}

type_text() { tmux -S "$socket" send-keys -l -- "$1"; }

press() { tmux -S "$socket" send-keys "$@"; }

screen() { tmux -S "$socket" capture-pane -p | sed 's/[[:space:]]*$//' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }

last_line() { screen | tail -n 1; }

# wait_for REGEX: until the last line of the screen matches; blanks at the end of a line are not on the screen.
wait_for() { wait_until last_line_matches "$1"; }

# wait_for_screen REGEX: until the whole screen matches. wait_for_text TEXT: until it is somewhere on the screen.
wait_for_screen() { wait_until screen_matches "$1"; }

wait_for_text() { wait_until screen_has "$1"; }

last_line_matches() { [[ $(last_line) =~ $1 ]]; }

screen_matches() { [[ $(screen) =~ $1 ]]; }

screen_has() { [[ $(screen) == *"$1"* ]]; }

# wait_until CONDITION WANTED: five seconds at the most, which is long for a shell; half a minute in PowerShell.
wait_until() {
    local tries
    for ((tries = 1; tries <= ${patience:-50}; tries++)); do
        if "$1" "$2"; then
            return 0
        fi
        sleep 0.1
    done
    printf 'after %s tries still not on the screen: %s\nscreen:\n%s\n' "$tries" "$2" "$(screen)" >&2
    return 1
}
