#!/usr/bin/env bats
# aws-use with no argument at a terminal: the picker, inside the command substitution of each shell's function.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; common.bash sets variables
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    load lib/terminal
    common_setup
    unset "${!FZF_@}" TMUX
    # The profile's name has what a terminal would obey, and is to be returned as it is.
    printf '\n[profile "bad\033[31m\033]0;t\a$(touch pwned)"]\naws_account_id = 777777777777\n' >>"$HOME/.aws/config"
    local program
    # fzf by itself may run them: to learn the colours, or to open elsewhere.
    for program in tput tmux-proxy fzf; do
        printf '#!/bin/sh\ntouch "%s/pwned-%s"\n' "$PWD" "$program" >"$BATS_TEST_TMPDIR/bin/$program"
        chmod +x "$BATS_TEST_TMPDIR/bin/$program"
    done
}

teardown() {
    close_terminal
}

# open_picker SHELL [LINE]: with prod as the active profile.
open_picker() {
    shell=$1
    AWS_PROFILE=prod open_terminal "$1"
    stty_before=$(tty_modes)
    type_line "${2:-aws-use}"
    wait_for_text 'ACCOUNT'
}

tty_modes() { stty -a -F "$(tmux -S "$socket" display -p '#{pane_tty}')"; }

modes_are() { [[ $(tty_modes) == "$1" ]]; }

# ended PROFILE: the picker is gone without a trace, the terminal as before, and this is the active profile.
ended() {
    wait_for '>$'
    ! screen_has 'ACCOUNT' || return 1
    [[ $(tmux -S "$socket" display -p '#{cursor_flag}#{alternate_on}#{mouse_any_flag}') == 100 ]] || return 1
    wait_until modes_are "$stty_before"
    type_line "echo \"now <$(variable "$shell" AWS_PROFILE)>\""
    wait_for_text "now <$1>"
    local pwned=("$BATS_TEST_TMPDIR"/pwned*)
    [[ ! -e ${pwned[0]} ]]
}

chooses() {
    open_picker "$1"
    wait_for_screen '> \*.prod'
    press Up
    wait_for_screen '> [^*]+dev '
    press Enter
    ended dev
}
@test "bash: Enter chooses, the cursor starts at the active profile" { chooses bash; }
@test "zsh: Enter chooses, the cursor starts at the active profile" { chooses zsh; }
@test "fish: Enter chooses, the cursor starts at the active profile" { chooses fish; }
@test "pwsh: Enter chooses, the cursor starts at the active profile" { chooses pwsh; }

filters_by_account() {
    open_picker "$1"
    type_text 2222
    press Enter # typed ahead of the search
    ended legacy
}
@test "bash: typing filters by account" { filters_by_account bash; }
@test "zsh: typing filters by account" { filters_by_account zsh; }
@test "fish: typing filters by account" { filters_by_account fish; }
@test "pwsh: typing filters by account" { filters_by_account pwsh; }

cancels() {
    open_picker "$1"
    press "$2"
    ended prod
}
@test "bash: Esc changes nothing" { cancels bash Escape; }
@test "zsh: Esc changes nothing" { cancels zsh Escape; }
@test "fish: Esc changes nothing" { cancels fish Escape; }
@test "pwsh: Esc changes nothing" { cancels pwsh Escape; }
@test "bash: Ctrl-C changes nothing" { cancels bash C-c; }
@test "zsh: Ctrl-C changes nothing" { cancels zsh C-c; }
@test "fish: Ctrl-C changes nothing" { cancels fish C-c; }
@test "pwsh: Ctrl-C changes nothing" { cancels pwsh C-c; }

tells_a_cancellation() {
    open_picker "$1" "aws-use; echo \"ended \$$2\""
    press Escape
    wait_for_text 'ended 130'
}
@test "bash: a cancelled choice is status 130" { tells_a_cancellation bash '?'; }
@test "zsh: a cancelled choice is status 130" { tells_a_cancellation zsh '?'; }
@test "fish: a cancelled choice is status 130" { tells_a_cancellation fish status; }
@test "pwsh: a cancelled choice is status 130" { tells_a_cancellation pwsh LASTEXITCODE; }

ignores_ctrl_z() {
    open_picker "$1"
    press C-z
    press Up
    wait_for_screen '> [^*]+dev '
    press Enter
    ended dev
}
@test "bash: Ctrl-Z does nothing" { ignores_ctrl_z bash; }
@test "zsh: Ctrl-Z does nothing" { ignores_ctrl_z zsh; }
@test "fish: Ctrl-Z does nothing" { ignores_ctrl_z fish; }
@test "pwsh: Ctrl-Z does nothing" { ignores_ctrl_z pwsh; }

works_without_stdin() {
    open_picker "$1" 'aws-use </dev/null'
    type_text 2222
    press Enter
    ended legacy
}
@test "bash: stdin may be something else than the terminal" { works_without_stdin bash; }
@test "zsh: stdin may be something else than the terminal" { works_without_stdin zsh; }
@test "fish: stdin may be something else than the terminal" { works_without_stdin fish; }

takes_no_settings() {
    export FZF_DEFAULT_OPTS='--bind enter:execute(touch pwned) --tmux --print-query --preview "touch pwned" --height 100%'
    export FZF_DEFAULT_OPTS_FILE=$PWD/fzfrc FZF_DEFAULT_COMMAND='touch pwned' TERM=screen
    echo '--bind start:execute-silent(touch pwned) --history=pwned' >fzfrc
    chooses "$1"
}
@test "bash: the user's settings of fzf change nothing" { takes_no_settings bash; }
@test "zsh: the user's settings of fzf change nothing" { takes_no_settings zsh; }
@test "fish: the user's settings of fzf change nothing" { takes_no_settings fish; }
@test "pwsh: the user's settings of fzf change nothing" { takes_no_settings pwsh; }

returns_a_hostile_name() {
    open_picker "$1"
    wait_for_text 'bad?[31m?]0;t?$(touch pwned)  777777777777'
    type_text 7777
    press Enter
    wait_for '>$'
    type_line "printf %s \"$(variable "$1" AWS_PROFILE)\" | od -An -c | tr -d ' \n'; echo ''"
    wait_for_text 'bad033[31m033]0;t\a$(touchpwned)'
    [[ ! -e pwned ]]
}
@test "bash: a hostile name is shown harmlessly and returned exactly" { returns_a_hostile_name bash; }
@test "zsh: a hostile name is shown harmlessly and returned exactly" { returns_a_hostile_name zsh; }
@test "fish: a hostile name is shown harmlessly and returned exactly" { returns_a_hostile_name fish; }
@test "pwsh: a hostile name is shown harmlessly and returned exactly" { returns_a_hostile_name pwsh; }

pastes_a_line() {
    open_picker "$1"
    printf 'legacy\n' | tmux -S "$socket" load-buffer -
    tmux -S "$socket" paste-buffer -p
    ended legacy
}
@test "bash: a pasted line chooses what it names" { pastes_a_line bash; }
@test "zsh: a pasted line chooses what it names" { pastes_a_line zsh; }
@test "fish: a pasted line chooses what it names" { pastes_a_line fish; }
@test "pwsh: a pasted line chooses what it names" { pastes_a_line pwsh; }

ends_by_a_signal() {
    open_picker "$1"
    kill -TERM "$(ps -t "$(tmux -S "$socket" display -p '#{pane_tty}')" -o pid=,comm= | awk '$2 == "awsenv" { print $1 }')"
    ended prod
}
@test "bash: a signal restores the terminal" { ends_by_a_signal bash; }
@test "zsh: a signal restores the terminal" { ends_by_a_signal zsh; }
@test "fish: a signal restores the terminal" { ends_by_a_signal fish; }
@test "pwsh: a signal restores the terminal" { ends_by_a_signal pwsh; }

shows_the_last_used_first() {
    AWS_PROFILE=dev open_terminal "$1"
    type_line 'aws-use legacy; aws-use chained; clear; aws-use'
    wait_for_screen 'PROFILE[^/]*chained[^/]*legacy[^/]*dev '
    press Escape
}
@test "bash: what was used last is shown first" { shows_the_last_used_first bash; }
@test "zsh: what was used last is shown first" { shows_the_last_used_first zsh; }
@test "fish: what was used last is shown first" { shows_the_last_used_first fish; }
@test "pwsh: what was used last is shown first" { shows_the_last_used_first pwsh; }

@test "without a terminal there is a list, and status 2" {
    in_shell bash 'setsid -w bash -c "eval \"\$(awsenv init bash)\"; aws-use; echo status \$?"'
    assert_contains 'prod'
    assert_contains 'awsenv: no profile was named'
    assert_contains 'status 2'
}
