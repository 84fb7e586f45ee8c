#!/usr/bin/env bats
# What a person sees: prompt and Tab, typed into real shells in tmux.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output, status and stderr
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    load lib/terminal
    common_setup
}

teardown() { close_terminal; }

shows_profile() {
    open_terminal "$1"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
}
@test "bash: the prompt shows profile and account" { shows_profile bash; }
@test "zsh: the prompt shows profile and account" { shows_profile zsh; }
@test "fish: the prompt shows profile and account" { shows_profile fish; }
@test "pwsh: the prompt shows profile and account" { shows_profile pwsh; }

follows_export() {
    open_terminal "$1"
    type_line "$(exporting "$1" AWS_PROFILE dev)"
    wait_for '^\[dev 111111111111\] >$'
}
@test "bash: the prompt follows an export by hand" { follows_export bash; }
@test "zsh: the prompt follows an export by hand" { follows_export zsh; }
@test "fish: the prompt follows an export by hand" { follows_export fish; }
@test "pwsh: the prompt follows an export by hand" { follows_export pwsh; }

unexported_is_not_active() {
    open_terminal "$1"
    type_line "$2"
    wait_for '^>$'
    type_line "$3"
    wait_for '^\[dev 111111111111\] >$'
}
@test "bash: a variable that is not exported is not shown as active, until it is" {
    needs_bash 404 'bash before 4.4 cannot tell an exported variable without a process'
    unexported_is_not_active bash 'clear; AWS_PROFILE=dev' 'export AWS_PROFILE'
}
@test "zsh: a variable that is not exported is not shown as active, until it is" {
    unexported_is_not_active zsh 'clear; AWS_PROFILE=dev' 'export AWS_PROFILE'
}
@test "fish: a variable that is not exported is not shown as active, until it is" {
    unexported_is_not_active fish 'clear; set -g AWS_PROFILE dev' 'set -gx AWS_PROFILE dev'
}

marks_shadow() {
    open_terminal "$1"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    type_line "$(exporting "$1" AWS_ACCESS_KEY_ID k); $(exporting "$1" AWS_SECRET_ACCESS_KEY s)"
    wait_for '^\[! AWS_ACCESS_KEY_ID, not prod\] >$'
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
}
@test "bash: pasted keys are marked, and the mark goes with them" { marks_shadow bash; }
@test "zsh: pasted keys are marked, and the mark goes with them" { marks_shadow zsh; }
@test "fish: pasted keys are marked, and the mark goes with them" { marks_shadow fish; }
@test "pwsh: pasted keys are marked, and the mark goes with them" { marks_shadow pwsh; }

shows_default() {
    printf '\n[default]\nsso_session = acme\nsso_account_id = 555555555555\nsso_role_name = R\n' >>"$HOME/.aws/config"
    open_terminal "$1"
    wait_for '^\[default 555555555555\] >$'
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    type_line 'aws-use --unset'
    wait_for '^\[default 555555555555\] >$'
}
@test "bash: with no profile chosen the default profile is shown" { shows_default bash; }
@test "zsh: with no profile chosen the default profile is shown" { shows_default zsh; }
@test "fish: with no profile chosen the default profile is shown" { shows_default fish; }
@test "pwsh: with no profile chosen the default profile is shown" { shows_default pwsh; }

unknown_profile() {
    open_terminal "$1"
    type_line "$(exporting "$1" AWS_PROFILE nosuch)"
    wait_for '^\[! no profile nosuch\] >$'
}
@test "bash: an unknown profile is marked" { unknown_profile bash; }
@test "zsh: an unknown profile is marked" { unknown_profile zsh; }
@test "fish: an unknown profile is marked" { unknown_profile fish; }
@test "pwsh: an unknown profile is marked" { unknown_profile pwsh; }

expires() {
    local until
    until=$(date -u -d "+${2-4} seconds" +%Y-%m-%dT%H:%M:%SZ)
    sed -i "s/2099-01-01T00:00:00Z/$until/" "$HOME"/.aws/sso/cache/*.json
    open_terminal "$1"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333 <1m\] >$'
    sleep $((${2-4} + 1))
    press Enter
    wait_for '^\[prod 333333333333 expired\] >$'
}
@test "bash: a session that ends is shown as expired" { expires bash; }
@test "zsh: a session that ends is shown as expired" { expires zsh; }
@test "fish: a session that ends is shown as expired" { expires fish; }
@test "pwsh: a session that ends is shown as expired" { expires pwsh 20; }

# The name as a person types it in the shell; only fish takes a backslash between single quotes for more than itself.
hostile_prompt() {
    local typed=$'\'$(touch pwned)`touch pwned`%n\\u\''
    if [[ $1 == fish ]]; then
        typed=${typed/\\/\\\\}
    fi
    printf '\n[profile "$(touch pwned)`touch pwned`%%n\\\\u"]\nregion = r\n' >>"$HOME/.aws/config"
    open_terminal "$1" "${2-}"
    type_line "aws-use $typed"
    wait_for '^\[\$\(touch pwned\)`touch pwned`%n\\u\] >$'
    [[ ! -e pwned && ! -e $HOME/pwned ]]
}
@test "bash: a hostile name is shown as it is, and runs nothing" { hostile_prompt bash; }
@test "zsh: a hostile name is shown as it is, and runs nothing" { hostile_prompt zsh; }
@test "zsh: with prompt_subst a hostile name is shown as it is, and runs nothing" { hostile_prompt zsh 'setopt prompt_subst'; }
@test "fish: a hostile name is shown as it is, and runs nothing" { hostile_prompt fish; }
@test "pwsh: a hostile name is shown as it is, and runs nothing" { hostile_prompt pwsh; }

keeps_status() {
    open_terminal "$1"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    type_line 'sh -c "exit 3"'
    type_line "$2"
    wait_for_screen $'\nstatus 3\n'
}
@test "bash: the status of the last command is the user's" { keeps_status bash 'echo "status $?"'; }
@test "zsh: the status of the last command is the user's" { keeps_status zsh 'echo "status $?"'; }
@test "fish: the status of the last command is the user's" { keeps_status fish 'echo "status $status"'; }
@test "pwsh: the status of the last command is the user's" { keeps_status pwsh 'echo "status $LASTEXITCODE"'; }

@test "bash: the user's own PROMPT_COMMAND and prompt see the status" {
    open_terminal bash 'PROMPT_COMMAND='\''seen=$?'\'
    type_line 'PS1='\''<$seen> > '\'
    wait_for '^<0> >$'
    type_line 'aws-use prod; sh -c "exit 3"'
    wait_for '^\[prod 333333333333\] <3> >$'
}
@test "zsh: the user's own prompt sees the status" {
    open_terminal zsh
    type_line "PROMPT='<%?> > '"
    wait_for '<0> >$'
    type_line 'aws-use prod; sh -c "exit 3"'
    wait_for '^\[prod 333333333333\] <3> >$'
}
@test "fish: the user's own prompt sees status and pipestatus" {
    open_terminal fish
    type_line 'function fish_prompt; printf "<%s> > " "$status $pipestatus"; end; awsenv init fish | source'
    wait_for '> >$'
    type_line 'aws-use prod; true | sh -c "exit 3"'
    wait_for '^\[prod 333333333333\] <3 0 3> >$'
}

@test "bash: PROMPT_COMMAND as an array keeps its elements" {
    needs_bash 501 'arrays came with bash 5.1'
    open_terminal bash 'PROMPT_COMMAND=("one=\$?" "two=2; ")'
    type_line 'eval "$(awsenv init bash)"; clear; echo "${#PROMPT_COMMAND[@]} $two"; aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    wait_for_text '3 2'
}

@test "bash: a hook of the user's behind ours sees status and PIPESTATUS" {
    needs_bash 501 'arrays came with bash 5.1'
    open_terminal bash 'PROMPT_COMMAND=one=1'
    type_line 'PROMPT_COMMAND+=($'\''seen="${PIPESTATUS[*]} $?"'\''); PROMPT_COMMAND+=$'\''\nfirst=$one'\''; clear'
    type_line '(exit 1) | true | (exit 3)'
    type_line 'echo "seen $seen, first $first"'
    wait_for_text 'seen 1 0 3 3, first 1'
}

@test "bash: the segment stays where PROMPT_COMMAND is set anew" {
    needs_bash 501 'arrays came with bash 5.1'
    open_terminal bash 'PROMPT_COMMAND=one=1'
    type_line 'PROMPT_COMMAND="PS1=\"new > \""; aws-use prod; clear'
    wait_for '^\[prod 333333333333\] new >$'
}

@test "bash: a PROMPT_COMMAND that ends in a semicolon still works" {
    open_terminal bash 'PROMPT_COMMAND="counted=yes; "'
    type_line 'aws-use prod; echo $counted'
    wait_for '^\[prod 333333333333\] >$'
}

@test "bash: the segment is put back where another hook writes PS1 anew" {
    open_terminal bash 'PROMPT_COMMAND='\''PS1="new > "'\'
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] new >$'
}

@test "bash: set -e and a tolerated failure do not end the shell" {
    open_terminal bash
    type_line 'set -e'
    type_line '! true'
    type_line 'clear; echo still here'
    wait_for_text 'still here'
}

@test "bash: read-only variables of the user's with common names do no harm" {
    open_terminal bash 'readonly code=1 key=1 now=1 last=1 line=1 answer=1 status=1 out=1'
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    [[ $(screen) != *readonly* ]]
}

@test "bash: an ERR trap of the user's runs once for a command that fails" {
    open_terminal bash
    type_line 'trap "echo trapped" ERR; clear'
    type_line 'false'
    wait_for_text trapped
    press Enter
    sleep 0.3
    [[ $(screen | grep -c '^trapped') == 1 ]]
}

@test "bash: a hook behind ours sees the status of the user's command" {
    open_terminal bash
    type_line 'PROMPT_COMMAND="$PROMPT_COMMAND; seen=\$?"; clear'
    type_line 'sh -c "exit 3"'
    type_line 'echo "seen $seen"'
    wait_for_text 'seen 3'
}

# In the rc file the user's own line would run what the trap prints.
traced() {
    AWS_PROFILE=dev open_terminal bash
    type_line "$1"
    type_line 'aws-use prod; echo "<$AWS_PROFILE>"; clear'
    wait_for '^\[prod 333333333333\] >$'
    type_text 'aws-use leg'
    press Tab
    sleep 0.5
    press Enter
    wait_for '^\[legacy 222222222222\] >$'
    [[ ! -e pwned ]]
}
@test "bash: what a DEBUG trap prints under functrace is no answer of ours" {
    traced "set -T; trap 'echo \"touch pwned #\"' DEBUG"
}
@test "bash: what a DEBUG trap prints under extdebug is no answer of ours" {
    traced "shopt -s extdebug; trap 'echo \"\$BASH_COMMAND\"' DEBUG"
}
@test "bash: a trace to the descriptor that we use is no answer of ours" {
    needs_bash 404 'BASH_XTRACEFD came with bash 4.1'
    traced "exec 3>$BATS_TEST_TMPDIR/trace; BASH_XTRACEFD=3; set -x"
}

traced_in_zsh() {
    open_terminal zsh "$1; export AWS_PROFILE=dev"
    type_line 'aws-use prod; clear'
    wait_for '^\[prod 333333333333\] >$'
    type_text 'aws-use leg'
    press Tab
    sleep 0.5
    press Enter
    wait_for '^\[legacy 222222222222\] >$'
    type_line 'clear; true'
    wait_for_text traced
}
@test "zsh: what a DEBUG trap prints is no answer of ours" { traced_in_zsh "trap 'echo traced' DEBUG"; }
@test "zsh: what TRAPDEBUG prints is no answer of ours" {
    traced_in_zsh 'TRAPDEBUG() { echo traced; }; autoload -Uz compinit; compinit -D'
}

@test "bash: an exported PROMPT_COMMAND reaches child shells" {
    open_terminal bash 'export PROMPT_COMMAND="seen=\$?"'
    type_line 'aws-use prod; clear'
    wait_for '^\[prod 333333333333\] >$'
    type_line "$bash --norc -i"
    type_line 'clear; (exit 3)'
    type_line 'echo "seen $seen"'
    wait_for_text 'seen 3'
}

@test "bash: a restricted shell is silent" {
    open_terminal bash 'set -r'
    type_line 'true'
    sleep 0.3
    [[ $(screen) == $'> true\n>' ]]
}

@test "bash: without promptvars the prompt stays as it is" {
    open_terminal bash
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    type_line 'shopt -u promptvars; clear'
    wait_for '^>$'
}

# zsh reads all of an rc file's line before it runs any of it, with the options of that moment.
loaded_while_emulating() {
    open_terminal zsh "emulate $1"
    type_line 'aws-use prod; emulate zsh; clear'
    wait_for '^\[prod 333333333333\] >$'
    type_line 'aws-use dev; clear'
    wait_for '^\[dev 111111111111\] >$'
    type_line 'true'
    sleep 0.3
    [[ $(screen) == $'[dev 111111111111] > true\n[dev 111111111111] >' ]]
}
@test "zsh: loaded in an rc file that emulates sh" { loaded_while_emulating sh; }
@test "zsh: loaded in an rc file that emulates ksh" { loaded_while_emulating ksh; }

@test "zsh: under glob_subst there is a segment" {
    AWS_PROFILE=dev open_terminal zsh 'setopt glob_subst'
    wait_for '^\[dev 111111111111\] >$'
    [[ $(screen) == '[dev 111111111111] >' ]]
}

@test "zsh: without prompt_percent the prompt stays as it is" {
    AWS_PROFILE=dev open_terminal zsh 'setopt no_prompt_percent'
    wait_for '^>$'
    type_line 'setopt prompt_percent; clear'
    wait_for '^\[dev 111111111111\] >$'
    type_line 'unsetopt prompt_percent; clear'
    wait_for '^>$'
}

@test "zsh: without prompt_percent the prompt on the right stays as it is" {
    AWS_PROFILE=dev open_terminal zsh 'RPROMPT=here; AWSENV_PROMPT_POSITION=right'
    wait_for '^> +here \[dev 111111111111\]$'
    type_line 'unsetopt prompt_percent; clear'
    wait_for '^> +here$'
    type_line 'print -r -- "<$RPROMPT>"'
    wait_for_text '<here>'
}

@test "zsh: with ksh_arrays the user's own hooks stay" {
    open_terminal zsh 'setopt ksh_arrays; one() { :; }; two() { :; }; precmd_functions=(one two); autoload -Uz compinit; compinit -D'
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    type_line 'clear; echo ${precmd_functions[@]}'
    wait_for_text $'one two __awsenv_compdef __awsenv_precmd\n'
}

twice_is_once() {
    open_terminal "$1"
    type_line "$2"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
}
@test "bash: loaded twice there is one segment" { twice_is_once bash 'eval "$(awsenv init bash)"'; }
@test "zsh: loaded twice there is one segment" { twice_is_once zsh 'eval "$(awsenv init zsh)"'; }
@test "fish: loaded twice there is one segment" { twice_is_once fish 'awsenv init fish | source'; }
@test "pwsh: loaded twice there is one segment" { twice_is_once pwsh 'Invoke-Expression (& awsenv init powershell | Out-String)'; }

@test "fish: a virtual environment activated between two loads does not recurse" {
    open_terminal fish
    type_line 'functions -c fish_prompt _old_fish_prompt; function fish_prompt; printf "(venv) "; _old_fish_prompt; end'
    wait_for '\(venv\) >$'
    type_line 'awsenv init fish | source; aws-use prod'
    wait_for '^\[prod 333333333333\] \(venv\) >$'
}

silent_beside() {
    open_terminal "$1" "$2"
    type_line 'aws-use prod; clear'
    wait_for '^>$'
    type_line 'child'
    wait_for_text AWS_PROFILE=prod
}
@test "bash: beside starship ours stays silent" {
    silent_beside bash 'function starship_precmd { :; }'
}
@test "zsh: beside powerlevel10k ours stays silent" {
    silent_beside zsh 'function _p9k_precmd { :; }'
}
@test "fish: beside tide ours stays silent" { silent_beside fish 'function _tide_item_aws; end'; }

# tide's prompt starts a process in the background, which it could not do in a command substitution.
@test "fish: beside tide the prompt function stays as it is" {
    open_terminal fish 'function _tide_item_aws; end'
    type_line 'functions fish_prompt | string match -q "*awsenv*"; or echo as it was'
    wait_for_screen $'\nas it was\n'
}

binary_gone_prompt() {
    open_terminal "$1"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    rm "$BATS_TEST_TMPDIR/bin/awsenv"
    type_line "clear; $(exporting "$1" AWS_PROFILE dev)"
    wait_for '^>$'
    [[ $(screen) == '>' ]]
}
@test "bash: with the binary gone the prompt stays silent" { binary_gone_prompt bash; }
@test "zsh: with the binary gone the prompt stays silent" { binary_gone_prompt zsh; }
@test "fish: with the binary gone the prompt stays silent" { binary_gone_prompt fish; }
@test "pwsh: with the binary gone the prompt stays silent" { binary_gone_prompt pwsh; }

rejected_config() {
    printf 'a line that is none\n' >>"$HOME/.aws/config"
    open_terminal "$1"
    type_line "$(exporting "$1" AWS_PROFILE dev)"
    wait_for '^\[dev 111111111111 ! config is broken\] >$'
}
@test "bash: a file that the AWS CLI rejects does not break the prompt" { rejected_config bash; }
@test "zsh: a file that the AWS CLI rejects does not break the prompt" { rejected_config zsh; }
@test "fish: a file that the AWS CLI rejects does not break the prompt" { rejected_config fish; }
@test "pwsh: a file that the AWS CLI rejects does not break the prompt" { rejected_config pwsh; }

broken_meanwhile() {
    AWS_PROFILE=dev open_terminal "$1"
    wait_for '^\[dev 111111111111\] >$'
    printf 'a line that is none\n' >>"$HOME/.aws/config"
    type_line 'aws-use prod'
    wait_for '^\[dev 111111111111 ! config is broken\] >$'
}
@test "bash: a switch that fails makes the prompt look again" { broken_meanwhile bash; }
@test "zsh: a switch that fails makes the prompt look again" { broken_meanwhile zsh; }
@test "fish: a switch that fails makes the prompt look again" { broken_meanwhile fish; }
@test "pwsh: a switch that fails makes the prompt look again" { broken_meanwhile pwsh; }

# Tab. What was typed, and the Tab, are followed by Enter: the child then shows exactly what the shell read.

tab_inserts() {
    local name=$2 typed=$3
    type_line 'aws-use --unset; clear'
    wait_for '^>$'
    type_text "clear; aws-use $typed"
    press Tab
    sleep 0.5
    type_line ' ; child'
    wait_for_text "AWS_PROFILE=$name"
}

tab_is_exact() {
    add_awkward_profiles
    open_terminal "$1" "${2-}"
    tab_inserts "$1" 'my prod' 'my'
    tab_inserts "$1" 'team:dev' 'team:'
    tab_inserts "$1" 'team/prod' 'team/'
    tab_inserts "$1" "it's" 'it'
    tab_inserts "$1" 'say "hi"' 'say'
    tab_inserts "$1" 'star*' 'sta'
    tab_inserts "$1" 'back\slash' 'back'
    tab_inserts "$1" '日本' '日'
}
@test "bash: Tab inserts exactly the name" { tab_is_exact bash; }
@test "zsh: Tab inserts exactly the name without compinit" { tab_is_exact zsh; }
@test "zsh: without compinit Tab on other commands is zsh's own" {
    open_terminal zsh
    touch only-this-file
    type_text 'clear; echo only-th'
    press Tab
    type_line '| tr a-z A-Z'
    wait_for_text ONLY-THIS-FILE
}
@test "zsh: Tab inserts exactly the name" { tab_is_exact zsh 'autoload -Uz compinit; compinit -D'; }
@test "fish: Tab inserts exactly the name" { tab_is_exact fish; }

tab_with_dollar() {
    add_awkward_profiles
    open_terminal "$1"
    tab_inserts "$1" '$HOME' "$2"
    [[ ! -e pwned && ! -e $HOME/pwned ]]
}
@test "bash: Tab on a name with a dollar sign runs and expands nothing" { tab_with_dollar bash '\$H'; }
@test "zsh: Tab on a name with a dollar sign runs and expands nothing" {
    printf 'autoload -Uz compinit; compinit -D\n' >"$HOME/.zshenv"
    tab_with_dollar zsh '\$H'
}
@test "fish: Tab on a name with a dollar sign runs and expands nothing" { tab_with_dollar fish '\$H'; }

tab_in_quotes() {
    add_awkward_profiles
    open_terminal "$1"
    tab_inserts "$1" 'my prod' "'my"
    tab_inserts "$1" 'my prod' '"my'
    tab_inserts "$1" 'team:dev' '"team:'
}
@test "bash: Tab inside quotes" { tab_in_quotes bash; }
@test "zsh: Tab inside quotes" {
    printf 'autoload -Uz compinit; compinit -D\n' >"$HOME/.zshenv"
    tab_in_quotes zsh
}
@test "fish: Tab inside quotes" { tab_in_quotes fish; }

@test "zsh: Tab works when compinit runs after awsenv" {
    open_terminal zsh
    type_line 'autoload -Uz compinit; compinit -D'
    tab_inserts zsh legacy leg
}

@test "bash: Tab after another command on the line" {
    open_terminal bash
    type_text 'clear; true && aws-use leg'
    press Tab
    type_line '; child'
    wait_for_text AWS_PROFILE=legacy
}

tab_after_login() {
    open_terminal "$1" "${2-}"
    type_text 'clear; aws-login leg'
    press Tab
    sleep 0.5
    type_line '; child'
    wait_for_text AWS_PROFILE=legacy
}
@test "bash: Tab after aws-login" { tab_after_login bash; }
@test "zsh: Tab after aws-login" { tab_after_login zsh 'autoload -Uz compinit; compinit -D'; }
@test "fish: Tab after aws-login" { tab_after_login fish; }

shows_the_chosen_parts() {
    AWS_PROFILE=prod open_terminal "$1" "$2"
    wait_for '^\[Admin prod eu-central-1\] >'
}
@test "bash: AWSENV_PROMPT chooses the parts, exported or not" { shows_the_chosen_parts bash "AWSENV_PROMPT='role profile region'"; }
@test "zsh: AWSENV_PROMPT chooses the parts, exported or not" { shows_the_chosen_parts zsh "AWSENV_PROMPT='role profile region'"; }
@test "fish: AWSENV_PROMPT chooses the parts, exported or not" { shows_the_chosen_parts fish 'set AWSENV_PROMPT role profile region'; }
@test "pwsh: AWSENV_PROMPT chooses the parts, exported or not" { shows_the_chosen_parts pwsh '$env:AWSENV_PROMPT = "role profile region"'; }

follows_the_region() {
    AWS_PROFILE=dev open_terminal "$1" "$2"
    wait_for '^\[dev eu-west-1\] >$'
    type_line "$(exporting "$1" AWS_REGION us-east-1); clear"
    wait_for '^\[dev us-east-1\] >$'
    type_line "$3; clear"
    wait_for '^\[dev eu-west-1\] >$'
}
@test "bash: the region follows a change by hand" { follows_the_region bash "AWSENV_PROMPT='profile region'" 'unset AWS_REGION'; }
@test "zsh: the region follows a change by hand" { follows_the_region zsh "AWSENV_PROMPT='profile region'" 'unset AWS_REGION'; }
@test "fish: the region follows a change by hand" { follows_the_region fish 'set AWSENV_PROMPT profile region' 'set -e AWS_REGION'; }
@test "pwsh: the region follows a change by hand" { follows_the_region pwsh '$env:AWSENV_PROMPT = "profile region"' 'Remove-Item Env:AWS_REGION'; }

shows_it_on_the_right() {
    AWS_PROFILE=prod open_terminal "$1" "$2"
    wait_for '^> +here \[prod 333333333333\]'
    type_line 'aws-use dev'
    wait_for '^> +here \[dev 111111111111\]'
}
@test "zsh: AWSENV_PROMPT_POSITION=right, behind the user's own" {
    shows_it_on_the_right zsh $'AWSENV_PROMPT_POSITION=right\nRPROMPT=here'
}
@test "fish: AWSENV_PROMPT_POSITION=right, behind the user's own" {
    shows_it_on_the_right fish $'set AWSENV_PROMPT_POSITION right\nfunction fish_right_prompt; printf here; end'
}

follows_a_sign_out_elsewhere() {
    AWS_PROFILE=prod open_terminal "$1"
    wait_for '^\[prod 333333333333\] >'
    rm "$HOME"/.aws/sso/cache/*
    press Enter
    wait_for '^\[prod 333333333333 signed out\] >'
}
@test "bash: the prompt follows a sign-out in another terminal at once" { follows_a_sign_out_elsewhere bash; }
@test "zsh: the prompt follows a sign-out in another terminal at once" { follows_a_sign_out_elsewhere zsh; }
@test "fish: the prompt follows a sign-out in another terminal at once" { follows_a_sign_out_elsewhere fish; }
@test "pwsh: the prompt follows a sign-out in another terminal at once" { follows_a_sign_out_elsewhere pwsh; }

takes_the_place_of_the_users_choice() {
    AWS_PROFILE=prod open_terminal "$1" "$2"
    wait_for '^at .?prod 333333333333.? here>'
    type_line 'aws-use dev'
    wait_for '^at .?dev 111111111111.? here>'
}
@test "bash: the segment may be placed by hand" {
    takes_the_place_of_the_users_choice bash $'PROMPT_COMMAND=\'PS1="at \\$__awsenv_segment here> "\''
}
@test "zsh: the segment may be placed by hand" {
    takes_the_place_of_the_users_choice zsh $'precmd() { PROMPT="at %41v here> "; }'
}
@test "fish: the segment may be placed by hand" {
    AWS_PROFILE=prod open_terminal fish
    type_line 'function fish_prompt; printf "at "; __awsenv_draw; printf "here> "; end'
    wait_for '^at \[prod 333333333333\] here>'
    type_line 'awsenv init fish | source; aws-use dev'
    wait_for '^at \[dev 111111111111\] here>'
}

@test "pwsh: the segment may be placed by hand" {
    AWS_PROFILE=prod open_terminal pwsh
    type_line 'function prompt { Write-Host -NoNewline "at "; __awsenv_draw; "here> " }'
    wait_for '^at \[prod 333333333333\] here>'
    type_line 'aws-use dev'
    wait_for '^at \[dev 111111111111\] here>'
}

# cursor_is COLUMN: where the next character is going to be typed, counted from 0.
cursor_is() { [[ $(tmux -S "$socket" display -p '#{cursor_x}') == "$1" ]]; }

has_the_right_width() {
    printf '\n[profile 日本é]\naws_account_id = 111111111111\naws_access_key_id = EXAMPLE\naws_secret_access_key = none\n' >>"$HOME/.aws/config"
    AWS_PROFILE=日本é open_terminal "$1"
    wait_for '^\[日本é 111111111111\] >'
    # 5 cells of name, 12 of account, brackets and blanks, the prompt's own two.
    wait_until cursor_is 23
    # An edit in the middle of a long line shows whether the shell counts the same.
    type_text 'echo 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 12345'
    press C-a
    type_text ': '
    press C-e
    type_text 'END'
    wait_for_text '12345END'
    press Enter
    wait_for '^\[日本é 111111111111\] >$'
}
@test "bash: wide characters have their width" { has_the_right_width bash; }
@test "zsh: wide characters have their width" { has_the_right_width zsh; }
@test "fish: wide characters have their width" { has_the_right_width fish; }
@test "pwsh: wide characters have their width" { has_the_right_width pwsh; }

stands_in_a_prompt_of_two_lines() {
    AWS_PROFILE=prod open_terminal "$1" "$2"
    type_line "$3"
    wait_for_screen $'\\[prod 333333333333\\] first\nsecond>$'
    press C-l
    wait_for_screen $'^\\[prod 333333333333\\] first\nsecond>$'
    tmux -S "$socket" resize-window -x 60 -y 20
    type_line 'aws-use dev'
    wait_for_screen $'\\[dev 111111111111\\] first\nsecond>$'
}
@test "bash: a prompt of two lines, clear and resize" { stands_in_a_prompt_of_two_lines bash '' "PS1='first\\nsecond> '"; }
@test "zsh: a prompt of two lines, clear and resize" { stands_in_a_prompt_of_two_lines zsh '' "PROMPT=\$'first\\nsecond> '"; }
@test "fish: a prompt of two lines, clear and resize" {
    stands_in_a_prompt_of_two_lines fish '' \
        'function fish_prompt; printf "first\nsecond> "; end; awsenv init fish | source; clear'
}

follows_direnv() {
    mkdir "$HOME/project"
    printf 'export AWS_PROFILE=dev\n' >"$HOME/project/.envrc"
    direnv allow "$HOME/project"
    AWS_PROFILE=prod open_terminal "$1" "$2"
    wait_for '^\[prod 333333333333\] >'
    type_line "cd $HOME/project; clear"
    wait_for '^\[dev 111111111111\] >'
    type_line "cd $HOME; clear"
    wait_for '^\[prod 333333333333\] >'
}
@test "bash: the prompt follows direnv" { follows_direnv bash 'eval "$(direnv hook bash)"'; }
@test "zsh: the prompt follows direnv" { follows_direnv zsh 'eval "$(direnv hook zsh)"'; }
@test "fish: the prompt follows direnv" { follows_direnv fish 'direnv hook fish | source'; }

stays_with_a_virtual_environment() {
    AWS_PROFILE=prod open_terminal "$1" "$2"
    type_line "$3"
    wait_for '\[prod 333333333333\].*\(venv\).*>|\(venv\).*\[prod 333333333333\].*>'
    type_line 'aws-use dev'
    wait_for '\[dev 111111111111\].*\(venv\).*>|\(venv\).*\[dev 111111111111\].*>'
    [[ $(last_line) != *]*]* ]]
    type_line "$4"
    wait_for '^\[dev 111111111111\] >$'
}
@test "bash: a virtual environment comes and goes" {
    stays_with_a_virtual_environment bash '' 'old=$PS1; PS1="(venv) $PS1"' 'PS1=$old'
}
@test "zsh: a virtual environment comes and goes" {
    stays_with_a_virtual_environment zsh '' 'old=$PS1; PS1="(venv) $PS1"' 'PS1=$old'
}
@test "fish: a virtual environment comes and goes" {
    stays_with_a_virtual_environment fish '' \
        'functions -c fish_prompt _old_fish_prompt; function fish_prompt; printf "(venv) "; _old_fish_prompt; end' \
        'functions -e fish_prompt; functions -c _old_fish_prompt fish_prompt; functions -e _old_fish_prompt'
}

# A stand-in for what bash-preexec does: one text in PROMPT_COMMAND, installed at the first prompt, and a DEBUG trap.
preexec='__bp_install() {
    trap "" DEBUG
    PROMPT_COMMAND="__bp_precmd${PROMPT_COMMAND:+;${PROMPT_COMMAND//__bp_install/:}};__bp_interactive"
    trap "__bp_preexec" DEBUG
}
__bp_precmd() { for f in "${precmd_functions[@]}"; do "$f"; done; }
__bp_interactive() { asked=yes; }
__bp_preexec() { if [[ ${asked-} == yes ]]; then asked=no; ran=${ran-}.; fi; }
mine() { seen=yes; }
precmd_functions=(mine)
PROMPT_COMMAND=__bp_install'
@test "bash: beside bash-preexec the hooks of both run" {
    AWS_PROFILE=prod open_terminal bash "$preexec"
    wait_for '^\[prod 333333333333\] >'
    type_line 'aws-use dev'
    wait_for '^\[dev 111111111111\] >'
    type_line 'clear; echo "$seen/$ran"'
    wait_for_screen 'yes/\.+'
    wait_for '^\[dev 111111111111\] >'
}

# A stand-in for what VS Code does: marks around PS1, put there anew before each prompt, and its own PROMPT_COMMAND.
vscode='__vsc_prompt() {
    if [[ "${__vsc_custom-}" == "" || "$__vsc_custom" != "$PS1" ]]; then
        __vsc_original=$PS1
        __vsc_custom="\[\e]633;A\a\]$__vsc_original\[\e]633;B\a\]"
        PS1=$__vsc_custom
    fi
}
__vsc_original_command=${PROMPT_COMMAND-}
__vsc_command() { eval "$__vsc_original_command"; __vsc_prompt; }'
@test "bash: inside the shell integration of VS Code there is one segment" {
    AWS_PROFILE=prod open_terminal bash
    printf '%s\n' "$vscode" 'PROMPT_COMMAND=__vsc_command' >"$HOME/vscode"
    type_line ". $HOME/vscode; clear"
    wait_for '^\[prod 333333333333\] >'
    type_line 'aws-use dev; clear'
    wait_for '^\[dev 111111111111\] >'
    type_line 'clear; true'
    wait_for '^\[dev 111111111111\] >'
}

ctrl_c_ends_a_quiet_call() {
    printf '{"accessToken": "none", "refreshToken": "none", "clientId": "none", "clientSecret": "none", "expiresAt": "2020-01-01T00:00:00Z", "registrationExpiresAt": "2099-01-01T00:00:00Z"}' \
        >"$HOME/.aws/sso/cache/$(printf acme | sha1sum | cut -d' ' -f1).json"
    printf '#!/bin/sh\necho "$*" >>"$HOME/aws.log"\nexec sleep 20\n' >"$BATS_TEST_TMPDIR/bin/aws"
    AWS_PROFILE=dev open_terminal "$1"
    type_line 'aws-login prod'
    wait_until logged 'configure export-credentials'
    press C-c
    wait_for '^\[dev 111111111111\] >$'
    [[ $(<"$HOME/aws.log") != *'sso login'* ]]
}
logged() { grep -q "$1" "$HOME/aws.log" 2>/dev/null; }
@test "bash: Ctrl-C while a session is renewed ends it all, and changes nothing" { ctrl_c_ends_a_quiet_call bash; }
@test "zsh: Ctrl-C while a session is renewed ends it all, and changes nothing" { ctrl_c_ends_a_quiet_call zsh; }
@test "fish: Ctrl-C while a session is renewed ends it all, and changes nothing" { ctrl_c_ends_a_quiet_call fish; }
