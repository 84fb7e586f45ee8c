#!/usr/bin/env bats
# Bad input: each gives a clear error or none, and leaves the environment as it was.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output, status and stderr
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    common_setup
}

@test "init: an unknown shell prints nothing on stdout and ends with 2" {
    run --separate-stderr awsenv init tcsh
    assert_output ''
    [[ $status == 2 ]]
    [[ $stderr == $'awsenv: unknown shell "tcsh"; awsenv knows bash, zsh, fish, powershell\nawsenv: hint: awsenv init --help' ]]
}

@test "init: the options leave their file out, byte for byte" {
    local root=$BATS_TEST_DIRNAME/../../shells/bash
    awsenv init bash --no-prompt --no-completion >got
    tail -c +"$(($(wc -c <got) - $(wc -c <"$root/functions.bash") + 1))" got | cmp - "$root/functions.bash"
}

@test "init: typed as a path, the path is made absolute" {
    cd "$BATS_TEST_TMPDIR/bin"
    run ./awsenv init bash
    assert_contains "__awsenv_program='$BATS_TEST_TMPDIR/bin/awsenv'"
}

@test "list-profiles: as aws configure list-profiles, credentials' own last" {
    run awsenv list-profiles
    assert_output $'dev\nprod\nlegacy\nchained\nrobot'
}

# unchanged_by CODE-BEFORE: aws-use fails with 1 and the environment stays, in every shell.
unchanged() {
    in_shell "$1" 'export AWS_PROFILE=dev; aws-use prod; ended; child'
    assert_contains "$2"
    assert_contains $'status 1\nAWS_PROFILE=dev'
}

no_config() {
    rm "$HOME"/.aws/{config,credentials}
    unchanged "$1" 'awsenv: hint: no profile is configured: aws configure sso --profile NEWNAME makes one'
}
@test "bash: no config file" { no_config bash; }
@test "zsh: no config file" { no_config zsh; }
@test "fish: no config file" { no_config fish; }

@test "an empty config file" {
    : >"$HOME/.aws/config"
    : >"$HOME/.aws/credentials"
    unchanged bash 'no profile is configured'
}

@test "a config file that is a directory" {
    rm "$HOME"/.aws/{config,credentials}
    mkdir "$HOME/.aws/config"
    unchanged bash "$HOME/.aws/config"
}

@test "a config file that is not readable" {
    if [[ $EUID == 0 ]]; then
        skip 'root can read every file'
    fi
    chmod 0 "$HOME/.aws/config"
    unchanged bash "$HOME/.aws/config"
}

@test "a config file that the AWS CLI rejects is told with file and line" {
    sed -i '3a a line that is none' "$HOME/.aws/config"
    unchanged bash "awsenv: the AWS CLI refuses $HOME/.aws/config:4: "
}

@test "list-profiles on a file that the AWS CLI rejects ends with 1 and prints nothing" {
    sed -i '3a a line that is none' "$HOME/.aws/config"
    run --separate-stderr awsenv list-profiles
    assert_output ''
    [[ $status == 1 ]]
}

@test "HOME unset: the home of the user database" {
    run --separate-stderr env -u HOME AWS_CONFIG_FILE="$HOME/.aws/config" AWS_SHARED_CREDENTIALS_FILE=/nonexistent awsenv list-profiles
    assert_output $'dev\nprod\nlegacy\nchained'
}

@test "a usage error ends with 2 and names the help" {
    in_shell bash 'aws-use --nosuch; ended; child'
    assert_output 'awsenv: unknown flag --nosuch
awsenv: hint: aws-use --help
status 2'
}

@test "awsenv use on its own says how to load the functions" {
    run --separate-stderr awsenv use prod
    assert_output ''
    [[ $status == 2 ]]
    [[ $stderr == *'use aws-use'* ]]
}

@test "no aws on PATH: aws-login says how to install it" {
    rm -r "$BATS_TEST_TMPDIR/bin/aws" "$HOME/.aws/sso"
    printf '%s\nPATH=%s\naws-login prod\n' "$(prelude bash)" "$BATS_TEST_TMPDIR/bin" >code
    run_file bash code
    assert_output 'awsenv: there is no aws on PATH
awsenv: hint: install the AWS CLI v2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html'
}

@test "aws v1: aws-login says so" {
    printf '#!/bin/sh\n[ "$1" = --version ] && echo "aws-cli/1.32.0 Python/3.11" && exit\nexit 252\n' >bin/aws
    in_shell bash 'aws-login --force prod; ended'
    assert_contains 'awsenv: aws on PATH is version 1, which cannot sign in with SSO'
}

@test "exec: the command gets the profile, and not what would win over it" {
    AWS_ACCESS_KEY_ID=k AWS_SECRET_ACCESS_KEY=s run awsenv exec prod -- child
    assert_output AWS_PROFILE=prod
}

@test "exec: the status is the command's, its arguments stay as they are" {
    run awsenv exec prod -- sh -c 'echo "$1"; exit 7' sh '--flag a b'
    assert_output '--flag a b'
    [[ $status == 7 ]]
}

@test "prompt: the segment as text" {
    AWS_PROFILE=prod run awsenv prompt
    assert_output 'prod 333333333333'
}
