#!/usr/bin/env bats
# awsenv demo: anyone can try it, and no file of theirs is touched.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output, status and stderr
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    load lib/terminal
    common_setup
}

teardown() { close_terminal; }

transcript() {
    run awsenv demo --shell "$1" </dev/null
    [[ $status == 0 ]]
    assert_contains 'aws-use prod'
    assert_contains '[prod 333333333333]'
    assert_contains 'awsenv: hint: did you mean prod?'
    assert_contains '[team sandbox 555555555555]'
    assert_contains $'\n"111111111111"\n'
    refute_contains 'job control'
}
@test "bash: without a terminal the demo prints a transcript" { transcript bash; }
@test "zsh: without a terminal the demo prints a transcript" { transcript zsh; }
@test "fish: without a terminal the demo prints a transcript" { transcript fish; }

interactive_demo() {
    socket=$BATS_TEST_TMPDIR/tmux
    tmux -S "$socket" -f /dev/null new-session -d -x 110 -y 40 "env AWS_PROFILE=dev awsenv demo --shell $1; echo demo over; sleep 60"
    wait_for "^$2\$"
    type_text 'aws-use team'
    press Tab
    sleep 0.5
    press Enter
    wait_for '^\[team sandbox 555555555555\]'
    type_line 'aws-logout'
    wait_for "^$2\$"
    type_line exit
    wait_for 'demo over'
}
@test "bash: the demo's shell has prompt and Tab" { interactive_demo bash '[#$]'; }
@test "zsh: the demo's shell has prompt and Tab" { interactive_demo zsh '[#%]'; }
@test "fish: the demo's shell has prompt and Tab" { interactive_demo fish '>'; }

@test "the demo touches no file of the user's, even when it signs in and out" {
    find "$HOME" -type f -exec cksum {} + | sort >before
    run awsenv demo --shell bash </dev/null
    find "$HOME" -type f -exec cksum {} + | sort | diff before -
}

@test "the demo leaves no folder behind" {
    mkdir tmp
    TMPDIR=$PWD/tmp run awsenv demo --shell bash </dev/null
    [[ -z $(ls tmp) ]]
}
