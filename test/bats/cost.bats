#!/usr/bin/env bats
# What awsenv costs: processes, counted by strace.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output, status and stderr
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    load lib/terminal
    common_setup
}

teardown() { close_terminal; }

# forks: the processes that the shell in the terminal has started since it was watched.
watch_forks() {
    pid=$(tmux -S "$socket" list-panes -F '#{pane_pid}')
    strace -qq -f -p "$pid" -e trace=execve,clone,clone3,fork,vfork -o "$BATS_TEST_TMPDIR/trace" 2>strace.log &
    tracer=$!
    local tries
    for tries in {1..50}; do
        if grep -q 'TracerPid:.*[1-9]' "/proc/$pid/status"; then
            return 0
        fi
        sleep 0.1
    done
    printf 'strace did not attach after %s tries: %s\n' "$tries" "$(cat strace.log)" >&2
    return 1
}

stop_watching() {
    kill "$tracer" 2>/dev/null || :
    wait "$tracer" 2>/dev/null || :
}

programs() { grep -c 'execve(.*awsenv' "$BATS_TEST_TMPDIR/trace" || :; }

# fish starts threads of its own, which are no processes.
processes() { grep -E '(clone|clone3|fork|vfork)\(' "$BATS_TEST_TMPDIR/trace" | grep -vc CLONE_THREAD || :; }

idle_prompts() {
    open_terminal "$1"
    type_line 'aws-use prod'
    wait_for '^\[prod 333333333333\] >$'
    watch_forks
    press Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter
    type_line 'true idle'
    wait_for_text 'true idle'
    sleep 0.5
    stop_watching
    [[ $(processes) == 0 ]] || { cat trace >&2 && return 1; }
}
@test "bash: an idle prompt starts no process" { idle_prompts bash; }
@test "zsh: an idle prompt starts no process" { idle_prompts zsh; }
@test "fish: an idle prompt starts no process" { idle_prompts fish; }

changed_profile() {
    open_terminal "$1"
    watch_forks
    type_line 'export AWS_PROFILE=prod'
    wait_for '^\[prod 333333333333\] >$'
    press Enter Enter
    sleep 0.5
    stop_watching
    [[ $(programs) == 1 && $(processes) == 1 ]] || { cat trace >&2 && return 1; }
}
@test "bash: a changed AWS_PROFILE starts one process" { changed_profile bash; }
@test "zsh: a changed AWS_PROFILE starts one process" { changed_profile zsh; }
@test "fish: a changed AWS_PROFILE starts one process" { changed_profile fish; }

# Loading, without the process substitution that runs awsenv itself.
loading_forks() {
    awsenv init "$1" >"$HOME/init"
    local code="source $HOME/init"
    case $1 in
    bash) strace -qq -f -o trace -e trace=clone,clone3,fork,vfork "$bash" --norc -i -c "$code" 2>/dev/null ;;
    zsh) strace -qq -f -o trace -e trace=clone,clone3,fork,vfork zsh -f -i -c "$code" 2>/dev/null ;;
    fish) strace -qq -f -o trace -e trace=clone,clone3,fork,vfork fish --no-config -i -c "$code" 2>/dev/null ;;
    esac
    [[ $(processes) == 0 ]] || { cat trace >&2 && return 1; }
}
@test "bash: loading forks nothing" { loading_forks bash; }
@test "zsh: loading forks nothing" { loading_forks zsh; }
@test "fish: loading forks nothing" { loading_forks fish; }
