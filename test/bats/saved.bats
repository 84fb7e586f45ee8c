#!/usr/bin/env bats
# aws-use --save: what new terminals start with.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output and status
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    common_setup
    add_awkward_profiles
}

# in_new_terminal SHELL CODE: an interactive shell that loads awsenv.
in_new_terminal() {
    local line
    line=$(prelude "$1" | head -n 1)
    case $1 in
    bash) run "$bash" --norc -ic "$line; $2" ;;
    zsh) run zsh -fic "$line; $2" ;;
    fish) run fish --no-config -ic "$line; $2" ;;
    pwsh) run pwsh -NoProfile -Command "$line; $2" ;;
    esac
}

starts_with_it() {
    in_shell "$1" 'aws-use --save prod'
    assert_output 'awsenv: new terminals start with "prod"; aws-use --forget ends that'
    in_new_terminal "$1" child
    assert_contains 'AWS_PROFILE=prod'
}
@test "bash: a new terminal starts with the saved profile" { starts_with_it bash; }
@test "zsh: a new terminal starts with the saved profile" { starts_with_it zsh; }
@test "fish: a new terminal starts with the saved profile" { starts_with_it fish; }
@test "pwsh: a new terminal starts with the saved profile" { starts_with_it pwsh; }

keeps_a_hostile_name() {
    in_shell "$1" "aws-use --save '\$(touch pwned)'"
    in_new_terminal "$1" child
    assert_contains 'AWS_PROFILE=$(touch pwned)'
    [[ ! -e pwned ]]
}
@test "bash: a saved hostile name is only a name" { keeps_a_hostile_name bash; }
@test "zsh: a saved hostile name is only a name" { keeps_a_hostile_name zsh; }
@test "fish: a saved hostile name is only a name" { keeps_a_hostile_name fish; }
@test "pwsh: a saved hostile name is only a name" { keeps_a_hostile_name pwsh; }

lets_the_inherited_win() {
    in_shell "$1" 'aws-use --save prod'
    AWS_PROFILE=dev in_new_terminal "$1" child
    assert_contains 'AWS_PROFILE=dev'
}
@test "bash: an inherited profile wins over the saved one" { lets_the_inherited_win bash; }
@test "zsh: an inherited profile wins over the saved one" { lets_the_inherited_win zsh; }
@test "fish: an inherited profile wins over the saved one" { lets_the_inherited_win fish; }
@test "pwsh: an inherited profile wins over the saved one" { lets_the_inherited_win pwsh; }

leaves_an_identity_alone() {
    in_shell "$1" 'aws-use --save prod'
    AWS_ACCESS_KEY_ID=AKIAEXAMPLE in_new_terminal "$1" child
    refute_contains 'AWS_PROFILE='
    AWS_WEB_IDENTITY_TOKEN_FILE=/token in_new_terminal "$1" child
    refute_contains 'AWS_PROFILE='
}
@test "bash: the saved profile does not join keys or a role that win over it" { leaves_an_identity_alone bash; }
@test "zsh: the saved profile does not join keys or a role that win over it" { leaves_an_identity_alone zsh; }
@test "fish: the saved profile does not join keys or a role that win over it" { leaves_an_identity_alone fish; }
@test "pwsh: the saved profile does not join keys or a role that win over it" { leaves_an_identity_alone pwsh; }

stays_unset_in_another_shell() {
    in_shell "$1" 'aws-use --save prod'
    local line
    line=$(prelude "$2" | head -n 1)
    case $2 in
    bash) line="exec $bash --norc -ic '$line; child'" ;;
    zsh) line="exec zsh -fic '$line; child'" ;;
    fish) line="exec fish --no-config -ic '$line; child'" ;;
    esac
    in_new_terminal "$1" "aws-use --unset; $line"
    refute_contains 'AWS_PROFILE='
}
@test "bash: exec zsh does not bring the saved profile back" { stays_unset_in_another_shell bash zsh; }
@test "zsh: exec fish does not bring the saved profile back" { stays_unset_in_another_shell zsh fish; }
@test "fish: exec bash does not bring the saved profile back" { stays_unset_in_another_shell fish bash; }

stays_unset_when_loaded_again() {
    in_shell "$1" 'aws-use --save prod'
    in_new_terminal "$1" "aws-use --unset; $(prelude "$1" | head -n 1); child"
    refute_contains 'AWS_PROFILE='
}
@test "bash: loading again does not bring the saved profile back" { stays_unset_when_loaded_again bash; }
@test "zsh: loading again does not bring the saved profile back" { stays_unset_when_loaded_again zsh; }
@test "fish: loading again does not bring the saved profile back" { stays_unset_when_loaded_again fish; }
@test "pwsh: loading again does not bring the saved profile back" { stays_unset_when_loaded_again pwsh; }

leaves_scripts_alone() {
    in_shell "$1" 'aws-use --save prod'
    in_shell "$1" child
    refute_contains 'AWS_PROFILE='
}
@test "bash: a script does not start with the saved profile" { leaves_scripts_alone bash; }
@test "zsh: a script does not start with the saved profile" { leaves_scripts_alone zsh; }
@test "fish: a script does not start with the saved profile" { leaves_scripts_alone fish; }

forgets() {
    in_shell "$1" 'aws-use --save prod; aws-use --forget'
    in_new_terminal "$1" child
    refute_contains 'AWS_PROFILE='
}
@test "bash: what is forgotten is gone" { forgets bash; }
@test "zsh: what is forgotten is gone" { forgets zsh; }
@test "fish: what is forgotten is gone" { forgets fish; }
@test "pwsh: what is forgotten is gone" { forgets pwsh; }

follows_xdg() {
    export XDG_STATE_HOME=$BATS_TEST_TMPDIR/state
    starts_with_it "$1"
    [[ $(<"$XDG_STATE_HOME/awsenv/profile") == prod ]]
}
@test "bash: XDG_STATE_HOME moves the file" { follows_xdg bash; }
@test "zsh: XDG_STATE_HOME moves the file" { follows_xdg zsh; }
@test "fish: XDG_STATE_HOME moves the file" { follows_xdg fish; }
@test "pwsh: XDG_STATE_HOME moves the file" { follows_xdg pwsh; }

survives_strict_options() {
    mkdir -p "$HOME/.local/state/awsenv"
    printf 'prod' >"$HOME/.local/state/awsenv/profile" # no line end, as an editor may leave it
    run "$1" "${@:2}" "set -eu; eval \"\$(awsenv init $1)\"; child; echo went on"
    assert_contains 'AWS_PROFILE=prod'
    assert_contains 'went on'
}
@test "bash: set -eu and a file without line end" { survives_strict_options bash --norc -ic; }
@test "zsh: set -eu and a file without line end" { survives_strict_options zsh -fic; }
