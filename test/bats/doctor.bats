#!/usr/bin/env bats
# awsenv status and awsenv doctor in real shells: what the calling shell is, and what a new one would be.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output and status
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    common_setup
    chmod 600 "$HOME"/.aws/*
    # The stand-in would count as no AWS CLI v2.
    printf '#!/bin/sh\necho aws-cli/2.9.19 Python/3.11\n' >"$BATS_TEST_TMPDIR/bin/aws"
    rm "$HOME/.aws/credentials"
    sed -i '/profile legacy/,/^$/d' "$HOME/.aws/config"
}

rc_file() {
    case $1 in
    bash) printf '%s/.bashrc' "$HOME" ;;
    zsh) printf '%s/.zshrc' "$HOME" ;;
    fish) mkdir -p "$HOME/.config/fish" && printf '%s/.config/fish/config.fish' "$HOME" ;;
    esac
}

# in_loaded_shell SHELL CODE: with the line in the rc file as well, as it is for a person.
in_loaded_shell() {
    prelude "$1" | head -n 1 >>"$(rc_file "$1")"
    in_shell "$1" "$2"
}

finds_nothing() {
    in_loaded_shell "$1" 'aws-use dev; awsenv doctor; ended'
    assert_output $'nothing wrong was found\nstatus 0'
}
@test "bash: the doctor finds nothing where nothing is wrong" { finds_nothing bash; }
@test "zsh: the doctor finds nothing where nothing is wrong" { finds_nothing zsh; }
@test "fish: the doctor finds nothing where nothing is wrong" { finds_nothing fish; }

sees_that_it_is_not_loaded() {
    printf 'awsenv doctor\n' >"$BATS_TEST_TMPDIR/code"
    SHELL=/bin/$1 AWS_PROFILE=dev run_file "$1" "$BATS_TEST_TMPDIR/code"
    assert_contains 'warning: this shell has not loaded awsenv'
    assert_contains "awsenv init $1"
}
@test "bash: the doctor sees that awsenv is not loaded" { sees_that_it_is_not_loaded bash; }
@test "zsh: the doctor sees that awsenv is not loaded" { sees_that_it_is_not_loaded zsh; }
@test "fish: the doctor sees that awsenv is not loaded" { sees_that_it_is_not_loaded fish; }

sees_that_no_rc_file_loads_it() {
    in_shell "$1" 'aws-use dev; awsenv doctor; ended'
    assert_contains "but a new $1 does not"
    assert_contains 'status 0'
}
@test "bash: the doctor sees that no rc file loads awsenv" { sees_that_no_rc_file_loads_it bash; }
@test "zsh: the doctor sees that no rc file loads awsenv" { sees_that_no_rc_file_loads_it zsh; }
@test "fish: the doctor sees that no rc file loads awsenv" { sees_that_no_rc_file_loads_it fish; }

sees_a_function() {
    prelude "$1" | head -n 1 >"$(rc_file "$1")"
    case $1 in
    fish) printf 'function aws-login\n    echo mine\nend\n' ;;
    *) printf 'aws-login() {\n    echo mine\n}\n' ;;
    esac >"$HOME/mine"
    printf 'source %s\n' "$HOME/mine" >>"$(rc_file "$1")"
    in_shell "$1" 'aws-use dev; awsenv doctor'
    assert_contains 'your own function aws-login stands in place of'
    assert_contains "$HOME/mine"
}
@test "bash: the doctor sees a function of the user's that hides ours, and where it is" {
    sees_a_function bash
    assert_contains "$HOME/mine:1: "
}
@test "zsh: the doctor sees a function of the user's that hides ours, and where it is" { sees_a_function zsh; }
@test "fish: the doctor sees a function of the user's that hides ours, and where it is" {
    sees_a_function fish
    assert_contains "$HOME/mine:1: "
}

sees_an_alias() {
    printf "alias aws-use='echo mine'\n" >"$(rc_file "$1")"
    in_loaded_shell "$1" '\aws-use dev; awsenv doctor'
    assert_contains 'your own alias aws-use stands in place of'
    assert_contains 'hint: unalias aws-use'
}
@test "bash: the doctor sees an alias that hides ours" { sees_an_alias bash; }
@test "zsh: the doctor sees an alias that hides ours" { sees_an_alias zsh; }

survives_a_noisy_rc_file() {
    printf 'echo welcome\n' >"$(rc_file "$1")"
    in_loaded_shell "$1" 'aws-use dev; awsenv doctor'
    assert_contains 'nothing wrong was found'
}
@test "bash: an rc file that prints does not confuse the doctor" { survives_a_noisy_rc_file bash; }
@test "zsh: an rc file that prints does not confuse the doctor" { survives_a_noisy_rc_file zsh; }
@test "fish: an rc file that prints does not confuse the doctor" { survives_a_noisy_rc_file fish; }

@test "an rc file that calls the doctor does not go on for ever" {
    printf 'awsenv doctor\n' >"$HOME/.bashrc"
    in_loaded_shell bash 'aws-use dev; timeout 20 awsenv doctor; ended'
    assert_contains 'status 0'
}

@test "zsh: loaded before compinit, Tab is there for the doctor" {
    printf '%s\nautoload -Uz compinit\ncompinit -u\n' "$(prelude zsh | head -n 1)" >"$HOME/.zshrc"
    in_shell zsh 'aws-use dev; awsenv doctor'
    assert_output 'nothing wrong was found'
}

@test "zsh: a completion that something has removed is found" {
    printf 'autoload -Uz compinit\ncompinit -u\n%s\n_comps[aws-use]=_files\n' "$(prelude zsh | head -n 1)" >"$HOME/.zshrc"
    in_shell zsh 'aws-use dev; awsenv doctor'
    assert_contains 'Tab does not complete aws-use'
}

@test "fish: a universal AWS_PROFILE is found, and where" {
    in_loaded_shell fish 'set -Ux AWS_PROFILE dev; awsenv doctor'
    assert_contains "$HOME/.config/fish/fish_variables:"
    assert_contains 'hint: set -eU AWS_PROFILE'
}

leaves_no_process_behind() {
    printf 'sleep 61 &\n' >"$(rc_file "$1")"
    in_loaded_shell "$1" 'aws-use dev; awsenv doctor'
    assert_contains 'nothing wrong was found'
    run ! pgrep -f '^sleep 61$'
}
@test "bash: the doctor leaves nothing running that the rc file has started" { leaves_no_process_behind bash; }
@test "zsh: the doctor leaves nothing running that the rc file has started" { leaves_no_process_behind zsh; }

@test "an rc file that ends the shell is told" {
    printf 'exit\n' >"$HOME/.bashrc"
    in_shell bash 'aws-use dev; awsenv doctor; ended'
    assert_contains 'a new bash did not come so far as to answer'
    assert_contains 'status 0'
}

@test "zsh: under ksh_arrays ours are still ours" {
    printf 'setopt ksharrays\n' >"$HOME/.zshrc"
    in_loaded_shell zsh 'aws-use dev; awsenv doctor'
    assert_output 'nothing wrong was found'
}

@test "the cure for a function that replaced ours brings it back" {
    printf '%s\naws-use() { echo mine; }\n' 'eval "$(awsenv init bash)"' >"$HOME/.bashrc"
    in_shell bash 'aws-use dev; aws-use() { echo mine; }
eval "$(awsenv doctor | sed -n "s/^    hint: //p")"; aws-use prod; child'
    assert_output 'AWS_PROFILE=prod'
}

@test "the doctor sees that there is no AWS CLI" {
    rm "$BATS_TEST_TMPDIR/bin/aws"
    mkdir "$BATS_TEST_TMPDIR/few"
    ln -s "$(type -P bash)" "$BATS_TEST_TMPDIR/few/bash"
    PATH=$BATS_TEST_TMPDIR/bin:$BATS_TEST_TMPDIR/few run awsenv doctor
    assert_contains 'error: there is no aws on PATH'
    [[ $status == 1 ]]
}

tells_who_one_is() {
    in_shell "$1" 'aws-use prod; awsenv status; ended'
    assert_contains 'account      333333333333'
    assert_contains 'status 0'
}
@test "bash: awsenv status tells who one is" { tells_who_one_is bash; }
@test "zsh: awsenv status tells who one is" { tells_who_one_is zsh; }
@test "fish: awsenv status tells who one is" { tells_who_one_is fish; }

@test "the hint of a hostile name can be pasted" {
    add_awkward_profiles
    in_shell bash 'export AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=y AWS_PROFILE='\''$(touch pwned)'\''
hint=$(awsenv status 2>&1 | sed -n "s/^awsenv: hint: \(aws-use .*\)/\1/p" | head -n 1)
eval "$hint"; child'
    assert_contains 'AWS_PROFILE=$(touch pwned)'
    [[ ! -e pwned ]]
}
