#!/usr/bin/env bats
# aws-use, aws-login and aws-logout in scripts, in every shell.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output, status and stderr
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    common_setup
}

loads_silently_and_twice() {
    in_shell "$1" "$(prelude "$1")"
    assert_output ''
    [[ $status == 0 ]]
}
@test "bash: loading prints nothing, twice too" { loads_silently_and_twice bash; }
@test "zsh: loading prints nothing, twice too" { loads_silently_and_twice zsh; }
@test "fish: loading prints nothing, twice too" { loads_silently_and_twice fish; }

switches() {
    in_shell "$1" 'aws-use prod; ended; child'
    assert_output $'status 0\nAWS_PROFILE=prod'
}
@test "bash: aws-use switches" { switches bash; }
@test "zsh: aws-use switches" { switches zsh; }
@test "fish: aws-use switches" { switches fish; }

refuses_unknown() {
    in_shell "$1" 'export AWS_PROFILE=dev; aws-use prdo; ended; child'
    assert_output 'awsenv: there is no profile "prdo"
awsenv: hint: did you mean prod?
status 1
AWS_PROFILE=dev'
}
@test "bash: an unknown profile is refused, the nearest named" { refuses_unknown bash; }
@test "zsh: an unknown profile is refused, the nearest named" { refuses_unknown zsh; }
@test "fish: an unknown profile is refused, the nearest named" { refuses_unknown fish; }

stops_and() {
    in_shell "$1" 'aws-use nosuch && echo went on'
    refute_contains 'went on'
}
@test "bash: aws-use nosuch && next does not go on" { stops_and bash; }
@test "zsh: aws-use nosuch && next does not go on" { stops_and zsh; }
@test "fish: aws-use nosuch && next does not go on" { stops_and fish; }

removes_keys() {
    in_shell "$1" 'export AWS_ACCESS_KEY_ID=AKIAEXAMPLE; export AWS_SECRET_ACCESS_KEY=x; aws-use prod; child'
    assert_output 'awsenv: removing AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, which would win over AWS_PROFILE
AWS_PROFILE=prod'
}
@test "bash: pasted keys are removed, and it says so" { removes_keys bash; }
@test "zsh: pasted keys are removed, and it says so" { removes_keys zsh; }
@test "fish: pasted keys are removed, and it says so" { removes_keys fish; }

goes_back() {
    in_shell "$1" 'aws-use dev; aws-use prod --region us-east-1; aws-use -; child; aws-use -; child'
    assert_output 'AWS_PROFILE=dev
AWSENV_REGION=us-east-1
AWS_DEFAULT_REGION=us-east-1
AWS_PROFILE=prod
AWS_REGION=us-east-1'
}
@test "bash: aws-use - goes back and forth, region too" { goes_back bash; }
@test "zsh: aws-use - goes back and forth, region too" { goes_back zsh; }
@test "fish: aws-use - goes back and forth, region too" { goes_back fish; }

goes_back_to_none() {
    in_shell "$1" 'aws-use dev; aws-use -; ended; child'
    assert_output 'status 0'
}
@test "bash: aws-use - goes back to no profile" { goes_back_to_none bash; }
@test "zsh: aws-use - goes back to no profile" { goes_back_to_none zsh; }
@test "fish: aws-use - goes back to no profile" { goes_back_to_none fish; }

unsets() {
    in_shell "$1" 'export AWS_PROFILE=dev; aws-use --unset; ended; child'
    assert_output 'status 0'
}
@test "bash: aws-use --unset clears AWS_PROFILE, whoever set it" { unsets bash; }
@test "zsh: aws-use --unset clears AWS_PROFILE, whoever set it" { unsets zsh; }
@test "fish: aws-use --unset clears AWS_PROFILE, whoever set it" { unsets fish; }

takes_own_region_away() {
    in_shell "$1" 'aws-use prod --region us-east-1; aws-use dev; child'
    assert_output 'AWS_PROFILE=dev'
}
@test "bash: a region of awsenv's goes with the next switch" { takes_own_region_away bash; }
@test "zsh: a region of awsenv's goes with the next switch" { takes_own_region_away zsh; }
@test "fish: a region of awsenv's goes with the next switch" { takes_own_region_away fish; }

keeps_users_region() {
    in_shell "$1" 'export AWS_REGION=us-east-1; aws-use prod; child'
    assert_output 'awsenv: AWS_REGION is "us-east-1" and overrides the region of "prod", which is "eu-central-1"
awsenv: hint: aws-use --region eu-central-1
AWS_PROFILE=prod
AWS_REGION=us-east-1'
}
@test "bash: a region of the user's stays, and it says so" { keeps_users_region bash; }
@test "zsh: a region of the user's stays, and it says so" { keeps_users_region zsh; }
@test "fish: a region of the user's stays, and it says so" { keeps_users_region fish; }

awkward_names_arrive() {
    add_awkward_profiles
    local name word code=
    while IFS= read -r name; do
        if [[ $1 == fish ]]; then
            word="'$(printf '%s' "$name" | sed "s/[\\\\']/\\\\&/g")'"
        else
            word="'$(printf '%s' "$name" | sed "s/'/'\\\\''/g")'"
        fi
        code+="aws-use $word; child"$'\n'
    done < <(awkward_names)
    in_shell "$1" "$code"
    assert_output "$(awkward_names | sed 's/^/AWS_PROFILE=/')"
    [[ ! -e pwned ]]
}
@test "bash: awkward names arrive exactly, and run nothing" { awkward_names_arrive bash; }
@test "zsh: awkward names arrive exactly, and run nothing" { awkward_names_arrive zsh; }
@test "fish: awkward names arrive exactly, and run nothing" { awkward_names_arrive fish; }

signs_in() {
    rm -r "$HOME/.aws/sso"
    in_shell "$1" 'export AWS_PROFILE=nosuch; aws-login prod; ended; child; cat ~/aws.log'
    assert_output 'Attempting to open your browser
awsenv: the session "acme" is valid until 2099-01-01 00:00
status 0
AWS_PROFILE=prod
aws sso login --sso-session acme AWS_PROFILE=unset'
}
@test "bash: aws-login signs in to the profile's sso-session, then switches" { signs_in bash; }
@test "zsh: aws-login signs in to the profile's sso-session, then switches" { signs_in zsh; }
@test "fish: aws-login signs in to the profile's sso-session, then switches" { signs_in fish; }

valid_session_starts_no_aws() {
    in_shell "$1" 'aws-login prod; ended; child; test -e ~/aws.log; ended'
    assert_output 'awsenv: the session "acme" is valid until 2099-01-01 00:00; --force signs in anyway
status 0
AWS_PROFILE=prod
status 1'
}
@test "bash: aws-login with a valid session starts no aws" { valid_session_starts_no_aws bash; }
@test "zsh: aws-login with a valid session starts no aws" { valid_session_starts_no_aws zsh; }
@test "fish: aws-login with a valid session starts no aws" { valid_session_starts_no_aws fish; }

@test "aws-login --force signs in even so" {
    in_shell bash 'aws-login --force prod; cat ~/aws.log'
    assert_contains 'aws sso login --sso-session acme'
}

failed_login_changes_nothing() {
    rm -r "$HOME/.aws/sso"
    echo 255 >"$HOME/aws.status"
    in_shell "$1" 'export AWS_PROFILE=dev; aws-login prod; ended; child'
    assert_contains 'awsenv: aws sso login --sso-session acme ended with status 255; nothing was changed
status 1
AWS_PROFILE=dev'
}
@test "bash: a failed aws-login changes nothing" { failed_login_changes_nothing bash; }
@test "zsh: a failed aws-login changes nothing" { failed_login_changes_nothing zsh; }
@test "fish: a failed aws-login changes nothing" { failed_login_changes_nothing fish; }

cancelled_login() {
    rm -r "$HOME/.aws/sso"
    echo 130 >"$HOME/aws.status"
    in_shell "$1" 'aws-login prod; ended; child'
    assert_contains 'status 130'
    refute_contains AWS_PROFILE
}
@test "bash: a cancelled aws-login ends with 130" { cancelled_login bash; }
@test "zsh: a cancelled aws-login ends with 130" { cancelled_login zsh; }
@test "fish: a cancelled aws-login ends with 130" { cancelled_login fish; }

signs_out() {
    in_shell "$1" 'aws-use prod --region us-east-1; aws-logout; ended; child; cat ~/aws.log'
    assert_output 'Attempting to open your browser
awsenv: signed out of "acme", "https://old.awsapps.com/start"; role credentials that were already given out live on until they expire
awsenv: no longer using "prod"
status 0
aws sso logout AWS_PROFILE=unset'
}
@test "bash: aws-logout signs out and clears what awsenv set" { signs_out bash; }
@test "zsh: aws-logout signs out and clears what awsenv set" { signs_out zsh; }
@test "fish: aws-logout signs out and clears what awsenv set" { signs_out fish; }

shows_help() {
    in_shell "$1" 'aws-use --help 2>/dev/null | head -n 1; aws-login -h >/dev/null; ended'
    assert_output $'Usage: aws-use [PROFILE] [--region REGION] [--save]\nstatus 0'
}
@test "bash: aws-use --help is shown, on stdout, and not run" { shows_help bash; }
@test "zsh: aws-use --help is shown, on stdout, and not run" { shows_help zsh; }
@test "fish: aws-use --help is shown, on stdout, and not run" { shows_help fish; }

without_a_profile() {
    in_shell "$1" 'aws-use; ended'
    assert_contains '333333333333'
    assert_contains 'awsenv: hint: aws-use PROFILE'
    assert_contains 'status 2'
}
@test "bash: aws-use without a profile lists them and ends with 2" { without_a_profile bash; }
@test "zsh: aws-use without a profile lists them and ends with 2" { without_a_profile zsh; }
@test "fish: aws-use without a profile lists them and ends with 2" { without_a_profile fish; }

binary_gone() {
    in_shell "$1" 'export AWS_PROFILE=dev; rm -f '"$BATS_TEST_TMPDIR"'/bin/awsenv; aws-use prod; ended; child'
    assert_contains 'awsenv: cannot find the program: awsenv is not on PATH'
    assert_contains $'status 127\nAWS_PROFILE=dev'
}
@test "bash: the binary gone from PATH: it says so, nothing changes" { binary_gone bash; }
@test "zsh: the binary gone from PATH: it says so, nothing changes" { binary_gone zsh; }
@test "fish: the binary gone from PATH: it says so, nothing changes" { binary_gone fish; }

read_only_profile() {
    in_shell "$1" 'export AWS_PROFILE=dev; readonly AWS_PROFILE; export AWS_ACCESS_KEY_ID=k; aws-use prod; ended; child'
    assert_contains 'awsenv: nothing was changed in this shell: a variable is read-only'
    assert_contains $'status 1\nAWS_ACCESS_KEY_ID=k\nAWS_PROFILE=dev'
}
@test "bash: a read-only AWS_PROFILE: nothing changes at all" { read_only_profile bash; }
@test "zsh: a read-only AWS_PROFILE: nothing changes at all" { read_only_profile zsh; }

read_only_region() {
    in_shell "$1" 'export AWS_REGION=x; readonly AWS_REGION; aws-use prod --region us-east-1; ended; child'
    assert_contains $'status 1\nAWS_REGION=x'
    refute_contains AWS_PROFILE
}
@test "bash: a read-only AWS_REGION: nothing changes at all" { read_only_region bash; }
@test "zsh: a read-only AWS_REGION: nothing changes at all" { read_only_region zsh; }

@test "fish: a universal variable that wins is told, and kept for other sessions" {
    in_shell fish 'set -Ux AWS_ACCESS_KEY_ID old; aws-use prod; set -eU AWS_ACCESS_KEY_ID'
    assert_contains 'awsenv: AWS_ACCESS_KEY_ID is a universal variable: it still reaches every program
awsenv: hint: set -eU AWS_ACCESS_KEY_ID'
}

@test "fish: a universal AWS_PROFILE keeps its value in other sessions" {
    in_shell fish 'set -Ux AWS_PROFILE dev; aws-use prod; child; fish -c "echo \$AWS_PROFILE"; set -eg AWS_PROFILE; echo $AWS_PROFILE; set -eU AWS_PROFILE'
    assert_output $'AWS_PROFILE=prod\nprod\ndev'
}

strict_bash() {
    printf 'set -eu%s\n%s\naws-use prod\nchild\n' "$1" "$(prelude bash)" >code
    run_file bash code
    assert_output 'AWS_PROFILE=prod'
}
@test "bash: loads and works under -eu" { strict_bash ''; }
@test "bash: loads and works under -euC with pipefail" { strict_bash $'C\nset -o pipefail'; }
@test "bash: loads and works with a strange IFS" { strict_bash $'\nIFS=:us'; }

@test "bash: in POSIX mode it loads and leaves the functions out" {
    printf 'set -o posix\n%s\necho on\n' "$(prelude bash)" >code
    run_file bash code
    assert_output on
}

strict_zsh() {
    printf '%s\n%s\naws-use prod; child\n' "$1" "$(prelude zsh)" >code
    run_file zsh code
    assert_output 'AWS_PROFILE=prod'
}
@test "zsh: loads and works with err_exit and no_unset" { strict_zsh 'setopt err_exit no_unset'; }
@test "zsh: loads and works with ksh_arrays and sh_word_split" { strict_zsh 'setopt ksh_arrays sh_word_split'; }
@test "zsh: loads and works with glob_subst, sh_glob and no_glob" { strict_zsh 'setopt glob_subst sh_glob no_glob'; }
@test "zsh: loads and works with posix_identifiers and warn_create_global" { strict_zsh 'setopt posix_identifiers warn_create_global'; }

aliased() {
    printf '%s\n\\builtin eval "$(awsenv init %s)"\naws-use prod\nchild\n' "$2" "$1" >code
    run_file "$1" code
    assert_output 'AWS_PROFILE=prod'
}
@test "bash: aliases of the user's do not reach into it" {
    aliased bash 'shopt -s expand_aliases; for n in local eval builtin command export unset printf type return; do alias $n=false; done'
}
@test "zsh: aliases of the user's do not reach into it" {
    aliased zsh 'setopt aliases; for n in local eval builtin command export unset print whence; do alias $n=false; done'
}
@test "bash: a function of the user's called awsenv does not stand in for it" {
    in_shell bash 'awsenv() { echo hijacked; }; aws-use prod; child'
    assert_output 'AWS_PROFILE=prod'
}
@test "fish: functions of the user's do not stand in for builtins" {
    in_shell fish 'function source; end; function printf; end; function awsenv; end; aws-use prod; child'
    assert_output 'AWS_PROFILE=prod'
}

xtrace_shows_no_secret() {
    in_shell "$1" 'export AWS_SECRET_ACCESS_KEY=topsecret AWS_ACCESS_KEY_ID=k; set -x; aws-use prod'
    refute_contains topsecret
}
@test "bash: set -x shows no secret" { xtrace_shows_no_secret bash; }
@test "zsh: set -x shows no secret" { xtrace_shows_no_secret zsh; }
