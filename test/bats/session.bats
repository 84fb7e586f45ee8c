#!/usr/bin/env bats
# Sessions, from sign-in to sign-out: the real AWS CLI v2, this machine's (Debian's 2.9.19) and a newer one (2.38), in
# real shells, against test/fakesso. In a test's name, old and newer say which.

# shellcheck disable=SC2016,SC2030,SC2031,SC2154 # code for other shells stands in single quotes; bats sets output and status; every test is a subshell
bats_require_minimum_version 1.5.0

setup_file() {
    # What hangs must not take the others with it: a sign-in waits for ten minutes.
    export BATS_TEST_TIMEOUT=120
    load lib/sso
    start_sso
}

setup() {
    load lib/common
    load lib/terminal
    load lib/sso
    common_setup
    sso_setup
}

# Whatever a test was about: nothing that anybody could sign in with was shown.
teardown() {
    local shown=${output-}
    if [[ ${socket-} ]]; then
        shown+=$(all_shown)
        close_terminal
    fi
    if [[ ${first-} ]]; then
        shown+=$(in_first all_shown)
        in_first close_terminal
    fi
    refute_secrets "$shown"
}

# --- signing in, typed

signs_in() {
    with_cli "$1"
    open_terminal "$2"
    type_line 'aws-login dev'
    patiently wait_for '^\[dev 111111111111\] >$'
    type_line 'clear; aws sts get-caller-identity --query Account --output text'
    patiently wait_for_screen $'(^|\n)111111111111\n\\[dev 111111111111\\] >$'
    [[ $(grant) == "$3" ]]
}
# grant is how the service gave its tokens out.
grant() { sed -n 's/^CreateToken .*grant=\([a-z_]*\) status=200$/\1/p' "$sso/log"; }
@test "bash, old: aws-login signs in, and AWS sees the account that the prompt shows" { signs_in old bash device_code; }
@test "zsh, old: aws-login signs in, and AWS sees the account that the prompt shows" { signs_in old zsh device_code; }
@test "fish, old: aws-login signs in, and AWS sees the account that the prompt shows" { signs_in old fish device_code; }
@test "bash, newer: aws-login signs in, and AWS sees the account that the prompt shows" { signs_in newer bash authorization_code; }
@test "zsh, newer: aws-login signs in, and AWS sees the account that the prompt shows" { signs_in newer zsh authorization_code; }
@test "fish, newer: aws-login signs in, and AWS sees the account that the prompt shows" { signs_in newer fish authorization_code; }

# The person has not answered yet when it stands on the screen.
shows_the_code_at_once() {
    with_cli old
    steer 'set?consent=ignore'
    open_terminal "$1"
    type_line 'aws-login dev'
    patiently wait_for_text https://acme.awsapps.com/start/device
    patiently wait_for_text FAKE-
    steer 'set?consent=auto'
    patiently wait_for '^\[dev 111111111111\] >$'
}
@test "bash, old: address and code are shown while aws-login waits for the person" { shows_the_code_at_once bash; }
@test "zsh, old: address and code are shown while aws-login waits for the person" { shows_the_code_at_once zsh; }
@test "fish, old: address and code are shown while aws-login waits for the person" { shows_the_code_at_once fish; }

shows_the_address_at_once() {
    with_cli newer
    steer 'set?consent=ignore'
    open_terminal "$1"
    type_line 'aws-login dev'
    patiently wait_until log_has 'Authorize region=eu-west-1 status=200'
    wait_for_text authorize
    steer 'set?consent=auto'
    "$AWSENV_TEST_FAKESSO" browser "$(all_shown | grep -o 'https://oidc[^ ]*/authorize?[^ ]*')"
    patiently wait_for '^\[dev 111111111111\] >$'
}
@test "bash, newer: the address is shown while aws-login waits for the person" { shows_the_address_at_once bash; }
@test "zsh, newer: the address is shown while aws-login waits for the person" { shows_the_address_at_once zsh; }
@test "fish, newer: the address is shown while aws-login waits for the person" { shows_the_address_at_once fish; }

signs_in_over_ssh() {
    with_cli "$1"
    unset BROWSER
    export SSH_CONNECTION='192.0.2.1 50000 192.0.2.2 22'
    steer 'set?consent=page'
    open_terminal "$2"
    type_line 'aws-login dev'
    patiently wait_for_text FAKE-
    [[ $(asked OpenPage) == 0 ]]
    steer approve
    patiently wait_for '^\[dev 111111111111\] >$'
    [[ $(grant) == device_code ]]
}
@test "bash, old: over SSH aws-login shows a code for a browser elsewhere" { signs_in_over_ssh old bash; }
@test "zsh, newer: over SSH aws-login shows a code for a browser elsewhere" { signs_in_over_ssh newer zsh; }

survives_polls() {
    with_cli "$1"
    export SSH_CONNECTION='192.0.2.1 50000 192.0.2.2 22'
    unset BROWSER
    steer "set?$2"
    in_shell bash 'aws-login dev; ended; child'
    assert_contains $'status 0\nAWS_PROFILE=dev'
    log_has "$3"
}
@test "old: authorization_pending is waited for" { survives_polls old pending=2 authorization_pending; }
@test "newer: authorization_pending is waited for" { survives_polls newer pending=2 authorization_pending; }
@test "old: slow_down is obeyed" { survives_polls old slow-down=1 slow_down; }
@test "newer: slow_down is obeyed" { survives_polls newer slow-down=1 slow_down; }

# --- the session afterwards

second_login() {
    with_cli "$1"
    signed_in
    in_shell "$2" 'aws-login dev; ended; child; aws-login prod; ended; child'
    [[ $output =~ ^'awsenv: the session "acme" is valid until '[0-9-]+' '[0-9:]+'; --force signs in anyway'$'\nstatus 0\nAWS_PROFILE=dev\n' ]]
    assert_contains $'status 0\nAWS_PROFILE=prod'
    [[ ! -s $calls && ! -s $sso/log ]]
}
@test "bash, old: a second aws-login starts no aws" { second_login old bash; }
@test "zsh, old: a second aws-login starts no aws" { second_login old zsh; }
@test "fish, old: a second aws-login starts no aws" { second_login old fish; }
@test "bash, newer: a second aws-login starts no aws" { second_login newer bash; }
@test "zsh, newer: a second aws-login starts no aws" { second_login newer zsh; }
@test "fish, newer: a second aws-login starts no aws" { second_login newer fish; }

every_profile_works() {
    with_cli "$1"
    in_shell bash 'aws-login dev; aws-use prod; aws sts get-caller-identity --query Account --output text; child'
    assert_contains $'333333333333\nAWS_PROFILE=prod'
    [[ $(asked RegisterClient) == 1 ]]
}
@test "old: after aws-login every profile of the session works" { every_profile_works old; }
@test "newer: after aws-login every profile of the session works" { every_profile_works newer; }

tells_the_time_left() {
    with_cli "$1"
    signed_in
    in_shell bash 'aws-use dev; awsenv status; awsenv list-profiles --long'
    [[ $output =~ 'session      acme (valid until '[0-9-]+' '[0-9:]+', 7h59m left)' ]]
    [[ $output =~ 'prod '.*' acme '+'valid '+'7h59m' ]]
}
@test "old: status and list-profiles tell how long the session lasts" { tells_the_time_left old; }
@test "newer: status and list-profiles tell how long the session lasts" { tells_the_time_left newer; }

# The other terminal's prompt. Only one test waits out the minute; the others set back when the label was asked for.

expired_in_two_terminals() {
    with_cli "$1"
    signed_in
    drop_refresh_token acme
    age_token acme
    open_terminal "$2"
    type_line 'aws-use dev; clear'
    wait_for '^\[dev 111111111111 expired\] >$'
    set_aside
    open_terminal "$2"
    type_line 'aws-login dev'
    patiently wait_for '^\[dev 111111111111\] >$'
}
follows_sign_in() {
    expired_in_two_terminals "$1" "$2"
    in_first press Enter
    in_first wait_for '^\[dev 111111111111 expired\] >$'
    in_first type_line "$3"
    in_first wait_for '^\[dev 111111111111\] >$'
}
stops_saying_expired() {
    expired_in_two_terminals "$1" "$2"
    local tries
    for tries in {1..35}; do
        in_first press Enter
        sleep 2
        if in_first last_line_matches '^\[dev 111111111111\] >$'; then
            return 0
        fi
    done
    printf 'still, after %s times: %s\n' "$tries" "$(in_first last_line)" >&2
    return 1
}
@test "bash, old: another terminal's prompt stops saying expired within a minute" { stops_saying_expired old bash; }
@test "bash, newer: another terminal's prompt stops saying expired when it looks again" {
    follows_sign_in newer bash '__awsenv_asked=$((__awsenv_asked - 60))'
}
@test "zsh, old: another terminal's prompt stops saying expired when it looks again" {
    follows_sign_in old zsh '__awsenv_asked=$((__awsenv_asked - 60))'
}
@test "fish, old: another terminal's prompt stops saying expired when it looks again" {
    follows_sign_in old fish 'set -g __awsenv_asked (math $__awsenv_asked - 60)'
}

follows_sign_out() {
    with_cli "$1"
    signed_in
    open_terminal "$2"
    type_line 'aws-use dev; clear'
    wait_for '^\[dev 111111111111\] >$'
    set_aside
    open_terminal "$2"
    type_line 'aws-use prod; aws-logout; clear'
    patiently wait_for '^>$'
    in_first press Enter
    in_first wait_for '^\[dev 111111111111 signed out\] >$'
}
@test "bash, old: another terminal's next prompt says signed out" { follows_sign_out old bash; }
@test "zsh, old: another terminal's next prompt says signed out" { follows_sign_out old zsh; }
@test "fish, old: another terminal's next prompt says signed out" { follows_sign_out old fish; }
@test "bash, newer: another terminal's next prompt says signed out" { follows_sign_out newer bash; }

# --- renewing

renews() {
    with_cli "$1"
    signed_in
    age_token acme
    open_terminal "$2"
    type_line 'clear; aws-login dev'
    patiently wait_for '^\[dev 111111111111\] >$'
    [[ $(screen) =~ ^'awsenv: renewed the session "acme", valid until '[0-9-]+' '[0-9:]+$'\n[dev 111111111111] >'$ ]]
    [[ $(grant) == refresh_token && $(asked RegisterClient) == 0 ]]
    [[ $(<"$calls") == 'configure export-credentials --profile=dev' ]]
}
@test "bash, old: a session past its time is renewed with one line, and no browser" { renews old bash; }
@test "zsh, old: a session past its time is renewed with one line, and no browser" { renews old zsh; }
@test "fish, old: a session past its time is renewed with one line, and no browser" { renews old fish; }
@test "bash, newer: a session past its time is renewed with one line, and no browser" { renews newer bash; }
@test "zsh, newer: a session past its time is renewed with one line, and no browser" { renews newer zsh; }
@test "fish, newer: a session past its time is renewed with one line, and no browser" { renews newer fish; }

renews_without_a_role() {
    with_cli "$1"
    signed_in
    age_token acme
    steer 'set?roles='
    in_shell bash 'aws-login dev; ended'
    [[ $output =~ ^'awsenv: renewed the session "acme", valid until '[0-9-]+' '[0-9:]+$'\nstatus 0'$ ]]
}
@test "old: a session is renewed with a profile whose role is not assigned" { renews_without_a_role old; }
@test "newer: a session is renewed with a profile whose role is not assigned" { renews_without_a_role newer; }

renews_with_roles_at_hand() {
    with_cli "$1"
    signed_in
    local profile
    for profile in dev prod; do
        "$real" sts get-caller-identity --profile "$profile" >/dev/null
    done
    sed -i '/profile gone/,/^$/d' "$HOME/.aws/config"
    age_token acme
    in_shell bash 'aws-login dev; ended; aws sts get-caller-identity --query Account --output text'
    assert_contains $'status 0\n111111111111'
}
@test "old: a session whose roles the CLI keeps is usable" { renews_with_roles_at_hand old; }
@test "newer: a session whose roles the CLI keeps is usable" { renews_with_roles_at_hand newer; }

falls_to_sign_in() {
    with_cli "$1"
    signed_in
    age_token acme
    steer 'set?refresh=fail'
    in_shell bash 'aws-login dev; ended; child'
    assert_contains $'Successfully logged into Start URL: https://acme.awsapps.com/start\nawsenv: the session "acme" is valid until '
    assert_contains $'\nstatus 0\nAWS_PROFILE=dev'
    log_has 'grant=refresh_token status=400'
    [[ $(grant) == "$2" ]]
}
@test "old: where renewing fails aws-login signs in" { falls_to_sign_in old device_code; }
@test "newer: where renewing fails aws-login signs in" { falls_to_sign_in newer authorization_code; }

no_network_is_no_refusal() {
    with_cli "$1"
    signed_in
    age_token acme
    steer 'set?offline=true'
    in_shell bash 'aws-login dev; ended; awsenv status dev --json'
    assert_contains $'cannot be reached through the proxy; nothing was changed\n'
    assert_contains 'status 1'
    assert_contains '"state": "refreshable"'
    steer 'set?offline=false'
    in_shell bash 'aws-login dev; ended'
    [[ $output == *'renewed the session'*'status 0' ]]
}
@test "old: without a network a session stays one to be renewed" { no_network_is_no_refusal old; }
@test "newer: without a network a session stays one to be renewed" { no_network_is_no_refusal newer; }

remembers_the_refusal() {
    with_cli "$1"
    signed_in
    age_token acme
    steer 'set?refresh=fail&consent=deny'
    in_shell bash 'aws-login dev; ended'
    assert_contains 'status 1'
    in_shell bash 'awsenv status dev --json; ended'
    assert_contains '"state": "expired"'
    assert_contains 'status 1'
    in_shell bash 'aws-login dev; ended'
    assert_contains 'status 1'
    [[ $(grep -c 'grant=refresh_token' "$sso/log") == 1 ]]
}
@test "old: that renewing failed is remembered" { remembers_the_refusal old; }
@test "newer: that renewing failed is remembered" { remembers_the_refusal newer; }

# --- failing

# fails CLI SHELL WORDS: status 1, in these words, and nothing changed.
fails() {
    with_cli "$1"
    in_shell "$2" 'export AWS_PROFILE=prod; aws-login dev; ended; child'
    assert_contains "awsenv: $3; nothing was changed"
    [[ $output == *$'\nstatus 1\nAWS_PROFILE=prod' ]]
    [[ ! -e $(token_file acme) ]]
}
denied() {
    steer 'set?consent=deny'
    fails "$1" "$2" 'signing in was denied in the browser'
}
@test "bash, old: denied in the browser" { denied old bash; }
@test "zsh, old: denied in the browser" { denied old zsh; }
@test "fish, old: denied in the browser" { denied old fish; }
@test "bash, newer: denied in the browser" { denied newer bash; }
@test "zsh, newer: denied in the browser" { denied newer zsh; }
@test "fish, newer: denied in the browser" { denied newer fish; }
@test "newer: a device code denied in the browser" {
    export SSH_CONNECTION='192.0.2.1 50000 192.0.2.2 22'
    unset BROWSER
    denied newer bash
}

runs_out() {
    export SSH_CONNECTION='192.0.2.1 50000 192.0.2.2 22'
    unset BROWSER
    steer 'set?device-expired=true'
    fails "$1" "$2" 'signing in was not confirmed in time'
}
@test "bash, old: a code that runs out" { runs_out old bash; }
@test "zsh, old: a code that runs out" { runs_out old zsh; }
@test "fish, old: a code that runs out" { runs_out old fish; }
@test "bash, newer: a code that runs out" { runs_out newer bash; }

is_offline() {
    steer 'set?offline=true'
    fails "$1" bash 'AWS cannot be reached through the proxy'
}
@test "old: no network" { is_offline old; }
@test "newer: no network" { is_offline newer; }
@test "newer: no network, and no proxy" {
    # Only newer ones can be sent to another address than AWS's.
    export AWS_ENDPOINT_URL_SSO_OIDC=http://127.0.0.1:1
    fails newer bash 'AWS cannot be reached'
}

has_no_proxy() {
    export HTTPS_PROXY=http://127.0.0.1:1
    fails "$1" bash 'AWS cannot be reached through the proxy'
}
@test "old: the proxy is not there" { has_no_proxy old; }
@test "newer: the proxy is not there" { has_no_proxy newer; }

is_not_trusted() {
    # The authority of another service.
    "$AWSENV_TEST_FAKESSO" serve --dir "$BATS_TEST_TMPDIR/other" >/dev/null 2>&1 3>&- &
    wait_until exists "$BATS_TEST_TMPDIR/other/env"
    kill $!
    export AWS_CA_BUNDLE=$BATS_TEST_TMPDIR/other/ca.pem
    fails "$1" bash 'the connection to AWS is not trusted'
}
@test "old: a certificate that is not trusted" { is_not_trusted old; }
@test "newer: a certificate that is not trusted" { is_not_trusted newer; }

has_trouble_at_aws() {
    steer 'set?fail=RegisterClient'
    fails "$1" bash 'AWS has trouble of its own'
}
@test "old: the service fails" { has_trouble_at_aws old; }
@test "newer: the service fails" { has_trouble_at_aws newer; }

has_a_wrong_address() {
    export SSH_CONNECTION='192.0.2.1 50000 192.0.2.2 22'
    unset BROWSER
    sed -i 's|https://acme.awsapps.com/start|https://acme.example.com/start|' "$HOME/.aws/config"
    fails "$1" bash "$2"
}
@test "old: a start URL that AWS does not know" { has_a_wrong_address old 'AWS does not know this start URL or region'; }
@test "newer: a start URL that leads nowhere" { has_a_wrong_address newer 'the start URL leads nowhere'; }

# Where a profile is named, awsenv says it before the AWS CLI is asked.
is_incomplete() {
    with_cli "$1"
    sed -i '/^sso_region/d' "$HOME/.aws/config"
    in_shell bash 'aws-login --session acme; ended'
    assert_contains $'awsenv: the configuration is not complete; nothing was changed\nawsenv: hint: awsenv doctor\nstatus 1'
}
@test "old: a session without region" { is_incomplete old; }
@test "newer: a session without region" { is_incomplete newer; }

interrupted() {
    with_cli "$1"
    steer 'set?consent=ignore'
    open_terminal "$2"
    type_line 'aws-login dev'
    patiently wait_for_text https://
    press C-c
    patiently wait_for_text 'signing in was cancelled; nothing was changed'
    wait_for '^>$'
    type_line "$3"
    wait_for_text "$4"
    type_line 'clear; child; echo that was all'
    wait_for_screen $'^that was all\n>$'
}
@test "bash, old: Ctrl-C ends aws-login, and nothing is changed" { interrupted old bash 'echo "status $?"' "$(status_in_bash)"; }
@test "zsh, old: Ctrl-C ends aws-login, and nothing is changed" { interrupted old zsh 'echo "status $?"' 'status '; }
@test "fish, old: Ctrl-C ends aws-login, and nothing is changed" { interrupted old fish 'echo "status $status"' 'status 130'; }
@test "bash, newer: Ctrl-C ends aws-login, and nothing is changed" { interrupted newer bash 'echo "status $?"' "$(status_in_bash)"; }
@test "zsh, newer: Ctrl-C ends aws-login, and nothing is changed" { interrupted newer zsh 'echo "status $?"' 'status '; }
@test "fish, newer: Ctrl-C ends aws-login, and nothing is changed" { interrupted newer fish 'echo "status $status"' 'status 130'; }

# bash 3.2 has a status of its own after Ctrl-C.
status_in_bash() { "$bash" -c '((BASH_VERSINFO[0] < 4)) && echo "status " || echo "status 130"'; }

interrupted_itself() {
    with_cli "$1"
    steer 'set?consent=ignore'
    open_terminal bash
    type_line 'awsenv login --shell bash dev >code; echo "status $?"'
    patiently wait_for_text https://
    press C-c
    patiently wait_for_text 'status 130'
    [[ ! -s code ]]
}
@test "old: after Ctrl-C awsenv itself ends with 130, and has printed no code" { interrupted_itself old; }
@test "newer: after Ctrl-C awsenv itself ends with 130, and has printed no code" { interrupted_itself newer; }

# --- what to sign in to

signs_in_to_a_session() {
    with_cli "$1"
    in_shell "$2" 'aws-login --session acme; ended; child'
    [[ $output == *$'\nstatus 0' ]]
    [[ -e $(token_file acme) ]]
}
@test "bash, old: --session signs in, and switches nothing" { signs_in_to_a_session old bash; }
@test "zsh, old: --session signs in, and switches nothing" { signs_in_to_a_session old zsh; }
@test "fish, old: --session signs in, and switches nothing" { signs_in_to_a_session old fish; }
@test "bash, newer: --session signs in, and switches nothing" { signs_in_to_a_session newer bash; }

signs_in_by_force() {
    with_cli "$1"
    signed_in
    in_shell bash 'aws-login --force dev; ended; child'
    [[ $output == *$'\nstatus 0\nAWS_PROFILE=dev' ]]
    [[ $(grant) == "$2" ]]
}
@test "old: --force signs in though the session is valid" { signs_in_by_force old device_code; }
@test "newer: --force signs in though the session is valid" { signs_in_by_force newer authorization_code; }

# From what breaks the AWS CLI, or would answer for somebody else.
signs_in_from_a_mess() {
    with_cli "$1"
    in_shell bash 'export AWS_PROFILE= AWS_DEFAULT_PROFILE=nosuch AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=y
aws-login dev; ended; aws sts get-caller-identity --query Account --output text; child'
    assert_contains $'status 0\n111111111111\nAWS_PROFILE=dev'
}
@test "old: aws-login signs in whatever the variables say" { signs_in_from_a_mess old; }
@test "newer: aws-login signs in whatever the variables say" { signs_in_from_a_mess newer; }

# signs_in_as CLI PROFILE ACCOUNT: and a second time there is nothing to do.
signs_in_as() {
    with_cli "$1"
    in_shell bash "aws-login $2; ended; aws sts get-caller-identity --query Account --output text; child"
    assert_contains $'status 0\n'"$3"$'\n'"AWS_PROFILE=$2"
    forget_calls
    in_shell bash "aws-login $2; ended"
    assert_contains 'is valid until'
    [[ ! -s $calls ]]
}
@test "old: a legacy profile" { signs_in_as old legacy 222222222222; }
@test "newer: a legacy profile" { signs_in_as newer legacy 222222222222; }
@test "old: a role whose source_profile is a legacy profile" { signs_in_as old chained-legacy 444444444444; }
@test "newer: a role whose source_profile is a legacy profile" { signs_in_as newer chained-legacy 444444444444; }
@test "newer: a role whose source_profile has an sso-session" { signs_in_as newer chained 444444444444; }
@test "old: a role whose source_profile has an sso-session is signed in, and the CLI's fault is named" {
    with_cli old
    in_shell bash 'aws-login chained; ended; awsenv status --verify --json; ended'
    [[ $output == *$'status 0\n'*'"code": "old-cli"'*'status 1' ]]
    assert_contains 'update the AWS CLI'
}

# --- signing out

signs_out() {
    with_cli "$1"
    signed_in
    signed_in --profile legacy
    in_shell "$2" 'aws-use dev --region us-east-1; aws-logout; ended; child'
    assert_contains 'awsenv: signed out of '
    assert_contains '"acme"'
    assert_contains '"https://old.awsapps.com/start"'
    assert_contains 'live on until they expire'
    [[ $output == *$'\nstatus 0' ]]
    [[ ! -e $(token_file acme) && ! -e $(token_file https://old.awsapps.com/start) ]]
    [[ $(asked Logout) == 2 ]]
    in_shell "$2" 'awsenv list-profiles --long'
    [[ $(grep -cE ' signed out +-$' <<<"$output") == 6 ]]
}
@test "bash, old: aws-logout ends every session, names them and clears the shell" { signs_out old bash; }
@test "zsh, old: aws-logout ends every session, names them and clears the shell" { signs_out old zsh; }
@test "fish, old: aws-logout ends every session, names them and clears the shell" { signs_out old fish; }
@test "bash, newer: aws-logout ends every session, names them and clears the shell" { signs_out newer bash; }
@test "zsh, newer: aws-logout ends every session, names them and clears the shell" { signs_out newer zsh; }
@test "fish, newer: aws-logout ends every session, names them and clears the shell" { signs_out newer fish; }

cannot_sign_out() {
    with_cli "$1"
    signed_in
    steer 'set?offline=true'
    in_shell bash 'aws-use dev; aws-logout; ended; child'
    [[ $output == *'nothing was changed in this shell'*$'\nstatus 1\nAWS_PROFILE=dev' ]]
    [[ -e $(token_file acme) ]]
}
@test "old: aws-logout without a network changes nothing" { cannot_sign_out old; }
@test "newer: aws-logout without a network changes nothing" { cannot_sign_out newer; }

# --- asking AWS

# verify CLI PROFILE STATUS TEXT…: what status --verify says of a profile.
verify() {
    in_shell bash "awsenv status $1 --verify --json; ended"
    [[ $output == *$'\nstatus '"$2" ]] || assert_contains "status $2"
    local text
    for text in "${@:3}"; do
        assert_contains "$text"
    done
}
confirms() {
    with_cli "$1"
    signed_in
    verify prod 0 '"account_id": "333333333333"' '"arn": "arn:aws:sts::333333333333:assumed-role/' '"problems": []'
}
@test "old: --verify confirms the account" { confirms old; }
@test "newer: --verify confirms the account" { confirms newer; }

sees_revoked() {
    with_cli "$1"
    signed_in
    steer revoke
    verify dev 1 '"code": "revoked"' '"hint": "aws-login --force dev"'
    steer 'set?pending=0'
    in_shell bash 'aws-login --force dev; awsenv status --verify; ended'
    assert_contains 'status 0'
}
@test "old: --verify tells a revoked session, and its cure mends it" { sees_revoked old; }
@test "newer: --verify tells a revoked session, and its cure mends it" { sees_revoked newer; }

sees_role_not_assigned() {
    with_cli "$1"
    signed_in
    verify gone 1 '"code": "not-assigned"'
}
@test "old: --verify tells a role that is not assigned" { sees_role_not_assigned old; }
@test "newer: --verify tells a role that is not assigned" { sees_role_not_assigned newer; }

sees_wrong_account() {
    with_cli "$1"
    printf '\n[profile pasted]\naws_account_id = 111111111111\nregion = eu-west-1\naws_access_key_id = FAKEKEY%s%s\naws_secret_access_key = x\n' \
        333333333333 "$(printf 'Admin/jane' | base32 | tr -d =)" >>"$HOME/.aws/config"
    verify pasted 1 '"code": "wrong-account"' 'account 333333333333, not 111111111111'
}
@test "old: --verify tells a wrong account" { sees_wrong_account old; }
@test "newer: --verify tells a wrong account" { sees_wrong_account newer; }

sees_no_network() {
    with_cli "$1"
    signed_in
    steer 'set?offline=true'
    verify dev 1 '"code": "no-network"'
}
@test "old: --verify tells that there is no network" { sees_no_network old; }
@test "newer: --verify tells that there is no network" { sees_no_network newer; }

sees_failed_renewal() {
    with_cli "$1"
    signed_in
    age_token acme
    steer 'set?refresh=fail'
    verify dev 1 '"code": "expired"' '"hint": "aws-login dev"' '"state": "expired"'
}
@test "old: --verify tells a session that cannot be renewed" { sees_failed_renewal old; }
@test "newer: --verify tells a session that cannot be renewed" { sees_failed_renewal newer; }

sees_signed_out() {
    with_cli "$1"
    verify dev 1 '"code": "signed-out"' '"hint": "aws-login dev"'
}
@test "old: --verify tells a session that is not signed in" { sees_signed_out old; }
@test "newer: --verify tells a session that is not signed in" { sees_signed_out newer; }

logs_in_if_needed() {
    with_cli "$1"
    cat >script <<'SH'
awsenv status dev >/dev/null 2>&1 || aws sso login --profile dev
aws sts get-caller-identity --profile dev --query Account --output text
SH
    run sh script
    [[ $status == 0 && $output == *$'\n111111111111' ]]
    run sh script
    assert_output 111111111111
}
@test "old: a script's one line signs in only when needed" { logs_in_if_needed old; }
@test "newer: a script's one line signs in only when needed" { logs_in_if_needed newer; }

# --- awsenv exec

runs_a_command() {
    with_cli "$1"
    signed_in
    run awsenv exec prod -- aws sts get-caller-identity --query Account --output text
    assert_output 333333333333
    [[ $status == 0 ]]
}
@test "old: exec runs a command as the profile" { runs_a_command old; }
@test "newer: exec runs a command as the profile" { runs_a_command newer; }

renews_by_the_command() {
    with_cli "$1"
    signed_in
    age_token acme
    run awsenv exec dev -- aws sts get-caller-identity --query Account --output text
    assert_output 111111111111
    [[ $(grant) == refresh_token ]]
}
@test "old: exec leaves a session past its time to the command, which renews it" { renews_by_the_command old; }
@test "newer: exec leaves a session past its time to the command, which renews it" { renews_by_the_command newer; }

refuses_to_run() {
    with_cli "$1"
    run awsenv exec prod -- touch was-run
    assert_contains 'awsenv: hint: aws-login prod'
    [[ $status == 1 && ! -e was-run && ! -s $calls ]]
}
@test "old: exec runs nothing while nobody is signed in" { refuses_to_run old; }
@test "newer: exec runs nothing while nobody is signed in" { refuses_to_run newer; }

gives_keys() {
    with_cli "$1"
    signed_in
    run awsenv exec --credentials prod -- sh -c 'test -z "${AWS_PROFILE+set}" && rm -r ~/.aws && echo "$AWS_REGION" && aws sts get-caller-identity --query Account --output text'
    assert_output $'eu-central-1\n333333333333'
    [[ $status == 0 ]]
}
@test "old: exec --credentials gives keys that need no file" { gives_keys old; }
@test "newer: exec --credentials gives keys that need no file" { gives_keys newer; }

gives_no_keys() {
    with_cli "$1"
    signed_in
    steer "set?$2"
    run awsenv exec --credentials "$3" -- touch was-run
    assert_contains "$4"
    [[ $status == 1 && ! -e was-run ]]
}
@test "old: exec --credentials without the role" { gives_no_keys old pending=0 gone 'no longer assigned'; }
@test "newer: exec --credentials without the role" { gives_no_keys newer pending=0 gone 'no longer assigned'; }
@test "old: exec --credentials without a network" { gives_no_keys old offline=true dev 'AWS cannot be reached'; }
@test "newer: exec --credentials without a network" { gives_no_keys newer offline=true dev 'AWS cannot be reached'; }

# --- secrets

# Every shell can show each command with its arguments and what it assigns. teardown looks for the secrets in it.
traced() {
    with_cli "$1"
    in_shell "$2" "$3
aws-login dev; aws-login --force dev; awsenv status --verify; awsenv status --json; awsenv list-profiles --long
awsenv list-profiles --json; awsenv doctor; awsenv exec --credentials dev -- true; awsenv prompt; awsenv label --shell $2
aws-use prod; sed -i 's/\"expiresAt\": \"[^\"]*\"/\"expiresAt\": \"2020-01-01T00:00:00Z\"/' $(token_file acme)
aws-login prod; aws-logout"
    assert_contains 'awsenv label'
    assert_contains 'renewed the session'
    assert_contains 'signed out of "acme"'
}
@test "bash, old: no secret is shown, not under set -x" { traced old bash 'set -x'; }
@test "zsh, old: no secret is shown, not under set -x" { traced old zsh 'set -x'; }
@test "fish, old: no secret is shown, not under fish_trace" { traced old fish 'set -g fish_trace 1'; }
@test "bash, newer: no secret is shown, not under set -x" { traced newer bash 'set -x'; }
@test "zsh, newer: no secret is shown, not under set -x" { traced newer zsh 'set -x'; }
@test "fish, newer: no secret is shown, not under fish_trace" { traced newer fish 'set -g fish_trace 1'; }

# What teardown looks for is what there is.
knows_the_secrets() {
    with_cli "$1"
    signed_in
    "$real" sts get-caller-identity --profile dev >/dev/null
    local file key count=0
    for file in "$HOME"/.aws/{sso,cli}/cache/*.json; do
        while IFS= read -r key; do
            count=$((count + 1))
            if refute_secrets "$key" 2>/dev/null; then
                printf 'not known as a secret: %s\n' "$key"
                return 1
            fi
        done < <(grep -oE '"(accessToken|refreshToken|clientSecret|AccessKeyId|SecretAccessKey|SessionToken)": ?"[^"]*"' "$file")
    done
    # Three of the token, one of the registration, three of the role.
    ((count == 7))
}
@test "old: the secrets that these tests look for are those in the caches" { knows_the_secrets old; }
@test "newer: the secrets that these tests look for are those in the caches" { knows_the_secrets newer; }
