# Signing in for real: the AWS CLI v2, old and newer, against test/fakesso, the stand-in for IAM Identity Center.
# shellcheck shell=bash disable=SC2154,SC2016 # common.bash and bats set the rest; code for other shells stands in single quotes

# start_sso, once for a file of tests: one service for all of them. Its output would keep bats waiting.
start_sso() {
    : "${AWSENV_TEST_FAKESSO:?the fake SSO service; test/run builds it and sets this}"
    "$AWSENV_TEST_FAKESSO" serve --dir "$BATS_FILE_TMPDIR/sso" >/dev/null 2>&1 3>&- &
    local tries
    for tries in {1..100}; do
        [[ ! -s $BATS_FILE_TMPDIR/sso/env ]] || return 0
        sleep 0.05
    done
    printf 'fakesso did not start in %s tries\n' "$tries" >&2
    return 1
}

# sso_setup, behind common_setup: a configuration that the service knows, nobody signed in, and a browser that allows
# all that it is asked.
sso_setup() {
    sso=$BATS_FILE_TMPDIR/sso
    set -a
    # shellcheck source=/dev/null # NAME=value lines
    source "$sso/env"
    set +a
    export BROWSER="$AWSENV_TEST_FAKESSO browser %s"
    unset SSH_CONNECTION SSH_CLIENT SSH_TTY https_proxy no_proxy
    # What is there for every test is no news about a shell.
    printf '#!/bin/sh\nenv | grep "^AWS_[PRD]" | LC_ALL=C sort\n' >"$BATS_TEST_TMPDIR/bin/child"
    rm -r "$HOME/.aws"
    mkdir "$HOME/.aws"
    write_sso_config
    steer reset
    steer 'set?pending=0&roles=111111111111/Developer,333333333333/Admin,222222222222/Admin'
    : >"$sso/log"
}

write_sso_config() {
    cat >"$HOME/.aws/config" <<'INI'
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile dev]
sso_session = acme
sso_account_id = 111111111111
sso_role_name = Developer
region = eu-west-1

[profile prod]
sso_session = acme
sso_account_id = 333333333333
sso_role_name = Admin
region = eu-central-1

[profile gone]
sso_session = acme
sso_account_id = 999999999999
sso_role_name = Former
region = eu-west-1

[profile legacy]
sso_start_url = https://old.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 222222222222
sso_role_name = Admin
region = eu-west-1

[profile chained]
role_arn = arn:aws:iam::444444444444:role/Deploy
source_profile = dev
region = eu-west-1

[profile chained-legacy]
role_arn = arn:aws:iam::444444444444:role/Deploy
source_profile = legacy
region = eu-west-1
INI
}

# steer WHAT: see the control method of test/fakesso.
steer() { curl -fsS "http://127.0.0.1:$(<"$sso/port")/-/$1" >/dev/null; }

# with_cli old|newer: puts the real AWS CLI on PATH, behind a wrapper that writes down how it was called. old is the
# one of this machine, Debian's 2.9.19, with no PKCE; newer is sid's.
with_cli() {
    case $1 in
    old) real=${AWSENV_TEST_AWS:-$(first_aws_v2)} ;;
    newer) real=${AWSENV_TEST_NEWER:+$AWSENV_TEST_NEWER/aws} ;;
    esac
    if [[ $1 == newer && ! $real ]]; then
        skip 'AWSENV_TEST_NEWER names no folder with a newer AWS CLI; test/newer makes one'
    fi
    [[ -x $real ]] || { printf 'there is no AWS CLI: %s\n' "$real" >&2 && return 1; }
    calls=$BATS_TEST_TMPDIR/calls
    : >"$calls"
    rm "$BATS_TEST_TMPDIR/bin/aws"
    printf '#!/bin/sh\necho "$*" >>%q\nexec %q "$@"\n' "$calls" "$real" >"$BATS_TEST_TMPDIR/bin/aws"
    chmod +x "$BATS_TEST_TMPDIR/bin/aws"
}

first_aws_v2() {
    local path
    while IFS= read -r path; do
        if [[ $path != "$BATS_TEST_TMPDIR"/* && $("$path" --version 2>&1) == aws-cli/2.* ]]; then
            printf '%s\n' "$path"
            return
        fi
    done < <(type -aP aws)
}

# signed_in [ARGUMENT…]: as after a sign-in some time ago, with the logs empty.
signed_in() {
    if [[ $# == 0 ]]; then
        set -- --sso-session acme
    fi
    "$real" sso login "$@" >/dev/null
    forget_calls
}

forget_calls() {
    : >"$sso/log"
    : >"$calls"
}

# How often the service was asked for something.
asked() { grep -c "^$1" "$sso/log" || :; }

# token_file NAME: where the token of a session is.
token_file() { printf '%s\n' "$HOME/.aws/sso/cache/$(printf '%s' "$1" | sha1sum | cut -d' ' -f1).json"; }

# age_token NAME [UNTIL]: its time is over, as far as anybody but the service can tell.
age_token() { sed -i "s/\"expiresAt\": \"[^\"]*\"/\"expiresAt\": \"${2-2020-01-01T00:00:00Z}\"/" "$(token_file "$1")"; }

# drop_refresh_token NAME: the token cannot be renewed.
drop_refresh_token() { sed -i 's/"refreshToken"/"formerToken"/' "$(token_file "$1")"; }

# secrets is what no output may hold: whatever the service gives out that opens anything, and what the cache has.
secrets() {
    printf '%s\n' fake-access-token fake-refresh-token fake-client-secret fake-device-code \
        fake-secret-access-key fake-session-token FAKEKEY
}

# refute_secrets TEXT
refute_secrets() {
    local found
    if found=$(grep -oF -f <(secrets) <<<"$1"); then
        printf 'a secret was shown: %s\nin:\n%s\n' "$found" "$1" >&2
        return 1
    fi
}

# all_shown is what the terminal has shown since it was opened, with lines that it broke joined again.
all_shown() { tmux -S "$socket" capture-pane -p -J -S -; }

# A second terminal: set_aside keeps the one that is open for in_first COMMAND…, and the next one may be opened.
set_aside() {
    first=$BATS_TEST_TMPDIR/first
    mv "$socket" "$first"
}

in_first() { socket=$first "$@"; }

# patiently WAIT…: the AWS CLI takes a second to start, more on a busy machine.
patiently() {
    local tries
    for tries in {1..5}; do
        if "$@" 2>/dev/null; then
            return 0
        fi
    done
    printf 'after %s times:\n' "$tries" >&2
    "$@"
}

# For wait_until.
exists() { [[ -e $1 ]]; }

log_has() { grep -qF -- "$1" "$sso/log"; }
