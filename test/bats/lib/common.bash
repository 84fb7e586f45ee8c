# What every bats file starts from: an own HOME with a sample configuration, the awsenv under test and a stand-in for
# the AWS CLI on PATH, and the ways to run a shell with the integration loaded.
# shellcheck shell=bash disable=SC2154,SC2016 # bats sets output; code for other shells stands in single quotes

# The names that are hardest on shells, prompts and completion. One a line, as they are in the config file's header.
awkward_names() {
    cat <<'NAMES'
my prod
team:dev
team/prod
it's
say "hi"
$(touch pwned)
`touch pwned`
$HOME
%n %~
\u\h
star*
~tilde
back\slash
semi;colon
a&b
日本
Bob’s
#hash
NAMES
}

# header_name NAME: as Python's shlex reads it back, which is how a name with blanks or quotes stands in a header.
header_name() {
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

common_setup() {
    : "${AWSENV_TEST_BIN:?the awsenv to test; test/run builds it and sets this}"
    bash=${AWSENV_TEST_BASH:-bash}
    unset "${!AWS_@}" AWSENV_INIT AWSENV_STATE STARSHIP_SHELL POSH_SHELL NO_COLOR "${!XDG_@}"
    export HOME=$BATS_TEST_TMPDIR/home LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color BROWSER=browser
    mkdir -p "$HOME/.aws" "$BATS_TEST_TMPDIR/bin"
    ln -s "$AWSENV_TEST_BIN" "$BATS_TEST_TMPDIR/bin/awsenv"
    if [[ ${AWSENV_TEST_FISH-} ]]; then
        ln -s "$AWSENV_TEST_FISH" "$BATS_TEST_TMPDIR/bin/fish"
    fi
    export PATH=$BATS_TEST_TMPDIR/bin:$PATH
    write_programs
    write_config
    cd "$BATS_TEST_TMPDIR" || return
}

write_programs() {
    # Prints what a child of the shell has of AWS's variables.
    cat >"$BATS_TEST_TMPDIR/bin/child" <<'SH'
#!/bin/sh
env | grep '^AWS' | grep -vE '^AWSENV_(INIT|TEST_[A-Z]*)=' | LC_ALL=C sort
SH
    # Stands in for the AWS CLI: writes its arguments and AWS_PROFILE down, signs in to acme, and ends as it is told.
    cat >"$BATS_TEST_TMPDIR/bin/aws" <<'SH'
#!/bin/sh
echo "aws $* AWS_PROFILE=${AWS_PROFILE-unset}" >>"$HOME/aws.log"
echo "Attempting to open your browser"
status=$(cat "$HOME/aws.status" 2>/dev/null || echo 0)
case "$status $*" in
"0 sso login"*)
    mkdir -p "$HOME/.aws/sso/cache"
    printf '{"accessToken": "none", "expiresAt": "2099-01-01T00:00:00Z"}' \
        >"$HOME/.aws/sso/cache/$(printf acme | sha1sum | cut -d' ' -f1).json"
    ;;
esac
exit "$status"
SH
    chmod +x "$BATS_TEST_TMPDIR"/bin/{child,aws}
}

write_config() {
    cat >"$HOME/.aws/config" <<'INI'
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-west-1

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

[profile legacy]
sso_start_url = https://old.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 222222222222
sso_role_name = Admin

[profile chained]
role_arn = arn:aws:iam::444444444444:role/Deploy
source_profile = dev
INI
    printf '[robot]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = none\n' >"$HOME/.aws/credentials"
    sign_in acme
    sign_in https://old.awsapps.com/start
}

# sign_in SESSION: leaves a token good until the year 2099, which opens nothing.
sign_in() {
    mkdir -p "$HOME/.aws/sso/cache"
    printf '{"accessToken": "none", "startUrl": "%s", "expiresAt": "2099-01-01T00:00:00Z"}' "$1" \
        >"$HOME/.aws/sso/cache/$(printf '%s' "$1" | sha1sum | cut -d' ' -f1).json"
}

add_awkward_profiles() {
    local name
    while IFS= read -r name; do
        printf '\n[profile %s]\naws_account_id = 999999999999\n' "$(header_name "$name")"
    done < <(awkward_names) >>"$HOME/.aws/config"
}

# needs SHELL: PowerShell cannot be had everywhere; the others can.
needs() {
    if [[ $1 == pwsh ]] && ! command -v pwsh >/dev/null; then
        skip 'NOT TESTED: pwsh is not on PATH'
    fi
}

# needs_bash VERSION WHY: 501 is 5.1.
needs_bash() {
    if (($("$bash" -c 'echo $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]))') < $1)); then
        skip "$2"
    fi
}

# in_shell SHELL CODE: runs code in a fresh shell that has loaded awsenv. CODE is written in what bash, zsh and fish
# have in common; `ended` prints the status of the last command.
in_shell() {
    needs "$1"
    local file=$BATS_TEST_TMPDIR/code
    printf '%s\n' "$(prelude "$1")" "$2" >"$file"
    run_file "$1" "$file"
}

prelude() {
    case $1 in
    fish) printf '%s\n' 'awsenv init fish | source' \
        'function ended; echo "status $status"; end' 'function unset; set -e $argv; end' ;;
    pwsh) printf '%s\n' 'Invoke-Expression (& awsenv init powershell | Out-String)' ;;
    *) printf '%s\n' "eval \"\$(awsenv init $1)\"" 'ended() { echo "status $?"; }' ;;
    esac
}

run_file() {
    case $1 in
    bash) run "$bash" --norc "$2" ;;
    zsh) run zsh -f "$2" ;;
    fish) run fish "$2" ;;
    pwsh) mv "$2" "$2.ps1" && run pwsh -NoProfile -File "$2.ps1" ;;
    esac
}

# Comparisons that show both sides when they fail.
assert_output() {
    if [[ $output != "$1" ]]; then
        printf 'wanted:\n%s\ngot:\n%s\n' "$1" "$output" >&2
        return 1
    fi
}

assert_contains() {
    if [[ $output != *"$1"* ]]; then
        printf 'wanted, somewhere in it:\n%s\ngot:\n%s\n' "$1" "$output" >&2
        return 1
    fi
}

refute_contains() {
    if [[ $output == *"$1"* ]]; then
        printf 'not wanted:\n%s\ngot:\n%s\n' "$1" "$output" >&2
        return 1
    fi
}
