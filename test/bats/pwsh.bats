#!/usr/bin/env bats
# PowerShell at a terminal, where there is one: what is not in the scenarios that it shares with the other shells, in
# terminal.bats, picker.bats and saved.bats. test/powershell/run.ps1 tests it without a terminal.

# shellcheck disable=SC2016,SC2030,SC2031,SC2154 # code for other shells stands in single quotes; common.bash sets variables
bats_require_minimum_version 1.5.0

setup_file() {
    export BATS_TEST_TIMEOUT=120
    load lib/sso
    command -v pwsh >/dev/null || return 0
    start_sso
}

setup() {
    load lib/common
    load lib/terminal
    load lib/sso
    needs pwsh
    common_setup
}

teardown() {
    close_terminal
}

# in_pwsh [RC]: where prod is the active profile.
in_pwsh() {
    AWS_PROFILE=prod open_terminal pwsh "${1-}"
    wait_for '^\[prod 333333333333\] >$'
}

# tab_leaves LINE TYPED: what Tab leaves on the line.
tab_leaves() {
    type_text "$2"
    wait_until ends_in "$2"
    press Tab
    wait_until ends_in "$1"
    press Escape
    type_line 'clear'
    wait_for '^\[prod 333333333333\] >$'
}

ends_in() { [[ $(last_line) == *"> $1" ]]; }

@test "pwsh: an unknown profile is refused, the nearest named, and nothing changed" {
    in_pwsh
    type_line 'aws-use prdo; "now <$env:AWS_PROFILE>"'
    wait_for_text 'awsenv: hint: did you mean prod?'
    wait_for_text 'now <prod>'
}

@test "pwsh: Tab inserts exactly the name" {
    add_awkward_profiles
    in_pwsh
    tab_leaves "aws-use 'it''s'" 'aws-use it'
    tab_leaves "aws-use 'my prod'" 'aws-use my'
    tab_leaves "aws-use '\$(touch pwned)'" "aws-use '\$("
    [[ ! -e pwned ]]
}

@test "pwsh: Tab inserts what contains the word, sessions, regions, flags and verbs" {
    in_pwsh
    tab_leaves 'aws-use legacy' 'aws-use gacy'
    tab_leaves 'aws-use chained' 'aws-use 4444'
    tab_leaves 'aws-login --session acme' 'aws-login --session a'
    tab_leaves 'aws-login -Session acme' 'aws-login -Session a'
    tab_leaves 'aws-use --region il-central-1' 'aws-use --region il'
    tab_leaves 'aws-use -Region il-central-1' 'aws-use -Region il'
    tab_leaves 'aws-login --force' 'aws-login --fo'
    tab_leaves 'awsenv version' 'awsenv ver'
    tab_leaves 'awsenv status legacy' 'awsenv status leg'
}

@test "pwsh: several that contain the word are listed, and it stays" {
    printf '\n[profile sandbox-eu-one]\n[profile sandbox-eu-two]\n' >>"$HOME/.aws/config"
    in_pwsh
    type_text 'aws-use eu-'
    press Tab Tab
    wait_for_text sandbox-eu-two
    screen | grep -q '> aws-use eu-$'
}

@test "pwsh: account, role and session stand beside the names" {
    in_pwsh 'Set-PSReadLineKeyHandler -Key Tab -Function MenuComplete'
    type_text 'aws-use le'
    press Tab
    wait_for_text '222222222222 Admin, valid'
}

@test "pwsh: aws-login signs in, and AWS sees the account that the prompt shows" {
    sso_setup
    with_cli old
    AWS_PROFILE=dev open_terminal pwsh
    type_line 'aws-login dev'
    wait_for '^\[dev 111111111111\] >$'
    type_line 'clear; aws sts get-caller-identity --query Account --output text'
    wait_for_screen $'(^|\n)111111111111\n\\[dev 111111111111\\] >$'
}
