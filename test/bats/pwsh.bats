#!/usr/bin/env bats
# PowerShell at a terminal, where there is one: what a person sees and types, as terminal.bats, picker.bats and
# session.bats have it for the other shells. test/powershell/run.ps1 tests the rest without a terminal.

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
    command -v pwsh >/dev/null || skip 'NOT TESTED: pwsh is not on PATH'
    common_setup
}

teardown() {
    close_terminal
}

# in_pwsh PROFILE: a PowerShell that has loaded awsenv, with a profile that was inherited. It takes its time to start.
in_pwsh() {
    AWS_PROFILE=$1 start_pwsh
}

start_pwsh() {
    open_terminal pwsh 2>/dev/null || patiently wait_for '>( |$)'
}

@test "pwsh: the prompt shows profile and account, and follows aws-use" {
    in_pwsh prod
    patiently wait_for '^\[prod 333333333333\] >$'
    type_line 'aws-use dev'
    patiently wait_for '^\[dev 111111111111\] >$'
}

@test "pwsh: an unknown profile is refused, the nearest named, and nothing changed" {
    in_pwsh prod
    type_line 'aws-use prdo; "now <$env:AWS_PROFILE>"'
    patiently wait_for_text 'awsenv: hint: did you mean prod?'
    wait_for_text 'now <prod>'
}

@test "pwsh: a hostile name is shown as it is, and runs nothing" {
    add_awkward_profiles
    in_pwsh '$(touch pwned)'
    patiently wait_for '^\[\$\(touch pwned\) 999999999999'
    [[ ! -e pwned ]]
}

@test "pwsh: the prompt follows a sign-out in another terminal at once" {
    in_pwsh prod
    patiently wait_for '^\[prod 333333333333\] >$'
    rm "$HOME"/.aws/sso/cache/*
    press Enter
    patiently wait_for '^\[prod 333333333333 signed out\] >$'
}

@test "pwsh: Tab inserts exactly the name" {
    add_awkward_profiles
    in_pwsh prod
    # Before the first prompt is complete a terminal echoes what is typed.
    sleep 0.5
    type_text "aws-use it"
    patiently wait_for 'aws-use it$'
    press Tab
    sleep 1
    press Enter
    patiently wait_for "^\\[it's 999999999999"
}

@test "pwsh: the picker chooses" {
    in_pwsh prod
    type_line 'aws-use'
    patiently wait_for_text 'ACCOUNT'
    type_text 2222
    press Enter
    patiently wait_for '^\[legacy 222222222222\] >$'
}

@test "pwsh: Esc in the picker changes nothing" {
    in_pwsh prod
    type_line 'aws-use'
    patiently wait_for_text 'ACCOUNT'
    press Escape
    patiently wait_for '^\[prod 333333333333\] >$'
    type_line '"status $LASTEXITCODE"'
    patiently wait_for_text 'status 130'
}

@test "pwsh: a new terminal starts with the saved profile" {
    in_shell bash 'aws-use --save prod'
    start_pwsh
    patiently wait_for '^\[prod 333333333333\] >$'
}

@test "pwsh: aws-login signs in, and AWS sees the account that the prompt shows" {
    sso_setup
    with_cli old
    in_pwsh dev
    type_line 'aws-login dev'
    patiently wait_for '^\[dev 111111111111\] >$'
    type_line 'clear; aws sts get-caller-identity --query Account --output text'
    patiently wait_for_screen $'(^|\n)111111111111\n\\[dev 111111111111\\] >$'
}
