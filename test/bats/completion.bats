#!/usr/bin/env bats
# Tab, typed into real shells in tmux: what it inserts, and what it shows.

# shellcheck disable=SC2016,SC2154 # code for other shells stands in single quotes; bats sets output, status and stderr
bats_require_minimum_version 1.5.0

setup() {
    load lib/common
    load lib/terminal
    common_setup
    cat >>"$HOME/.aws/config" <<'INI'

[sso-session "big corp"]
sso_start_url = https://big.awsapps.com/start
sso_region = eu-west-1

[profile AdministratorAccess-123456789012]
sso_session = big corp
sso_account_id = 123456789012
sso_role_name = AdministratorAccess

[profile AdministratorAccess-123456789013]
sso_session = big corp
sso_account_id = 123456789013
sso_role_name = AdministratorAccess

[profile -dash]
region = eu-west-1
INI
}

teardown() { close_terminal; }

compinit='autoload -Uz compinit; compinit -D'

# Stands in for aws-use and the others where the words that they are called with are to be seen.
show_words() {
    case $1 in
    fish) type_line 'function aws-use; printf "<%s>" $argv; echo; end; function aws-login; aws-use $argv; end; clear' ;;
    *) type_line 'function aws-use { printf "<%s>" "$@"; echo; }; function aws-login { aws-use "$@"; }; clear' ;;
    esac
    wait_for '^>$'
}

# tab_makes WORDS TYPED…: after the typed text and a Tab, Enter calls the command with exactly these words.
tab_makes() {
    type_line 'clear'
    wait_for '^>$'
    type_text "$2"
    press Tab
    sleep 0.5
    press Enter
    wait_for_text "$1"
}

# tab_leaves LINE TYPED: Tab leaves this on the line, whatever it lists.
tab_leaves() {
    clear_line
    type_text "$2"
    press Tab
    sleep 0.3
    press Tab
    sleep 0.5
    grep -qFx -- "> $1" <(screen)
}

clear_line() {
    press Escape
    sleep 0.2
    press C-e
    press C-u
    type_line 'clear'
    wait_for '^>$'
}

inserts() {
    open_terminal "$1" "${2-}"
    show_words "$1"
    inserts_by_the_beginning
    tab_makes '<chained>' 'aws-use 4444'
    tab_makes '<AdministratorAccess-123456789012>' 'aws-use 9012'
    tab_makes '<AdministratorAccess-123456789013>' "aws-use '9013"
    tab_makes '<AdministratorAccess-123456789013>' 'aws-use "ACCESS-123456789013'
}

inserts_by_the_beginning() {
    tab_makes '<--session><big corp>' 'aws-login --session b'
    tab_makes '<--region><eu-central-1>' 'aws-use --region eu-central-1'
    tab_makes '<--region><ap-northeast-3>' 'aws-use --region ap-northeast-3'
    tab_makes '<--region=il-central-1>' 'aws-use --region=il'
    tab_makes '<--unset>' 'aws-use --un'
    tab_makes '<--force>' 'aws-login --fo'
    tab_makes '<--region><eu-west-1><legacy>' 'aws-use --region eu-west-1 leg'
}
@test "bash: Tab inserts what contains the word, sessions, regions and flags" { inserts bash; }
@test "zsh: Tab inserts what contains the word, sessions, regions and flags" { inserts zsh "$compinit"; }
@test "zsh: without compinit Tab inserts what contains the word, sessions, regions and flags" { inserts zsh; }
@test "zsh: without compinit Tab inserts nothing of several flags" {
    open_terminal zsh
    type_text 'aws-use --'
    press Tab
    wait_for_text $'> aws-use --\n--forget  --help'
}
@test "zsh: without compinit a completion rule of the user's for all commands stays" {
    open_terminal zsh "compctl -T -k '(theirs)'"
    tab_leaves 'some thing theirs' 'some thing th'
    tab_leaves 'aws-use leg' 'aws-use leg'
}
@test "fish: Tab inserts what contains the word, sessions, regions and flags" { inserts fish; }

@test "fish: several of which only the account contains the word are listed above the line, which stays" {
    add_awkward_profiles
    open_terminal fish
    type_text 'aws-use 9999'
    press Tab
    wait_for_screen $'\nteam:dev  999999999999\n(.*\n)?> aws-use 9999$'
}

@test "fish: a command that asks for completions changes no line" {
    open_terminal fish
    show_words fish
    type_line 'complete -C "aws-use 44444"; clear'
    type_text 'aws-use leg'
    press Tab
    wait_for '^> aws-use legacy$'
}

@test "fish: in the middle of a word Tab inserts what only the account contains" {
    open_terminal fish
    show_words fish
    type_text 'aws-use 44444 rest'
    press Left Left Left Left Left Left Left Tab
    sleep 0.5
    press Enter
    wait_for_text '<chained><rest>'
}

several_keep_the_word() {
    open_terminal "$1" "${2-}"
    type_text 'aws-use 345678'
    press Tab
    sleep 0.4
    if [[ $1 == bash ]]; then
        press Tab
    fi
    wait_for_text AdministratorAccess-123456789012
    wait_for_text AdministratorAccess-123456789013
    grep -qx '> aws-use 345678' <(screen)
}
@test "bash: several that contain the word are listed, and it stays" { several_keep_the_word bash; }
@test "zsh: several that contain the word are listed, and it stays" { several_keep_the_word zsh "$compinit"; }
@test "zsh: without compinit several that contain the word are listed, and it stays" { several_keep_the_word zsh; }
@test "fish: several that contain the word are listed, and it stays" { several_keep_the_word fish; }

@test "zsh: the next Tab goes through those that contain the word" {
    open_terminal zsh "$compinit"
    tab_leaves 'aws-use AdministratorAccess-123456789012' 'aws-use 345678'
}

@test "zsh: the user's matchers go first" {
    open_terminal zsh "$compinit; zstyle ':completion:*' matcher-list '' 'r:|-=* r:|=*'"
    show_words zsh
    tab_makes '<AdministratorAccess-123456789013>' 'aws-use Adm-123456789013'
    tab_makes '<AdministratorAccess-123456789013>' 'aws-use 9013'
}

@test "zsh: a matcher of the user's for one tag is heard" {
    open_terminal zsh "$compinit; zstyle ':completion:*:profiles' matcher 'r:|-=* r:|=*'"
    show_words zsh
    tab_makes '<AdministratorAccess-123456789013>' 'aws-use Adm-123456789013'
}

@test "zsh: the user's styles for headings, groups and separators apply" {
    open_terminal zsh "$compinit
zstyle ':completion:*:descriptions' format '## %d ##'
zstyle ':completion:*' group-name ''
zstyle ':completion:*' list-separator '::'"
    type_text 'aws-use Adm'
    press Tab Tab
    wait_for_text '## AWS profile ##'
    wait_for_text '12  :: 123456789012 AdministratorAccess, signed out'
}

describes() {
    open_terminal "$1" "${2-}"
    type_text 'aws-use '
    press Tab
    wait_for_screen "$3"
}
@test "zsh: account, role and session stand beside the names" {
    describes zsh "$compinit" $'\ndev +-- 111111111111 Developer, valid [0-9]+h[0-9hm]*\n(.*\n)?AdministratorAccess-123456789012 +-- 123456789012 Admin.*, signed out'
}
@test "fish: account, role and session stand beside the names" {
    describes fish '' $'\ndev +\\(111111111111 Developer, valid [0-9]+h[0-9hm]*\\)'
}

verbs_and_flags() {
    open_terminal "$1" "${2-}"
    type_line 'clear'
    tab_makes 'awsenv ' 'awsenv ver'
    tab_makes '"profile": "dev"' 'awsenv status dev --js'
    tab_makes '"profile": "legacy"' 'awsenv status --json leg'
    tab_makes 'ACCOUNT' 'awsenv list-profiles --lo'
    tab_makes '__awsenv_complete' 'awsenv init --no-prompt po'
}
@test "bash: Tab completes awsenv's verbs, flags, profiles and shells" { verbs_and_flags bash; }
@test "zsh: Tab completes awsenv's verbs, flags, profiles and shells" { verbs_and_flags zsh "$compinit"; }
@test "fish: Tab completes awsenv's verbs, flags, profiles and shells" { verbs_and_flags fish; }

# Behind the profile of awsenv exec the shell completes as it would the command alone.
exec_is_the_shells() {
    mkdir 'a folder'
    echo found >'a folder/some file'
    printf '#!/bin/sh\necho it runs\n' >"$BATS_TEST_TMPDIR/bin/unheard-of"
    chmod +x "$BATS_TEST_TMPDIR/bin/unheard-of"
    open_terminal "$1" "${2-}"
    tab_makes 'it runs' 'awsenv exec dev -- unheard'
    tab_makes found 'awsenv exec dev -- cat a\ folder/so'
    tab_makes found "awsenv exec --credentials dev; cat 'a folder/so"
}
@test "bash: behind awsenv exec PROFILE -- Tab is bash's own" { exec_is_the_shells bash; }
@test "zsh: behind awsenv exec PROFILE -- Tab is zsh's own" { exec_is_the_shells zsh "$compinit"; }
@test "zsh: without compinit files are completed behind awsenv exec PROFILE --" {
    touch some-file
    open_terminal zsh
    tab_leaves 'awsenv exec dev -- cat some-file' 'awsenv exec dev -- cat some-f'
    tab_leaves 'awsenv exec --credentials legacy' 'awsenv exec --credentials leg'
}
@test "fish: behind awsenv exec PROFILE -- Tab is fish's own" { exec_is_the_shells fish; }

@test "bash: behind awsenv exec PROFILE -- bash-completion is asked where it is loaded" {
    open_terminal bash '_command_offset() { COMPREPLY=("offset-$1-${COMP_WORDS[$1]}"); }'
    type_text 'awsenv exec dev -- some thing'
    press Tab
    wait_for '^> awsenv exec dev -- some offset-4-some$'
}

inserts_dashes() {
    open_terminal "$1" "${2-}"
    show_words "$1"
    tab_makes '<--><-dash>' 'aws-use -d'
    tab_makes '<--><-dash>' 'aws-use -- -d'
}
@test "bash: Tab inserts the dashes before a name that begins with one" { inserts_dashes bash; }
@test "zsh: Tab inserts the dashes before a name that begins with one" { inserts_dashes zsh "$compinit"; }
@test "fish: Tab offers the dashes before a name that begins with one" {
    open_terminal fish
    show_words fish
    tab_makes '<--><-dash>' 'aws-use -- -d'
    type_text 'aws-use -'
    press Tab
    wait_for_screen $'\n-- +\\(Before a name that begins with a dash\\.\\)'
}

@test "bash: Tab is exact inside \$'…'" {
    add_awkward_profiles
    open_terminal bash
    show_words bash
    tab_makes '<legacy>' "aws-use \$'leg"
    tab_makes "<it's>" "aws-use \$'it"
    tab_makes '<back\slash>' "aws-use \$'back"
}

@test "bash: redirections are bash's own, and no words of ours" {
    needs_bash 400 'bash 3.2 has no compopt'
    touch some-file
    open_terminal bash
    show_words bash
    tab_makes '<legacy>' 'aws-use 2>/dev/null leg'
    tab_leaves 'aws-use legacy 2>some-file' 'aws-use legacy 2>some-f'
    tab_leaves 'awsenv status >> some-file' 'awsenv status >> some-f'
}

@test "bash: menu-complete goes through those that contain the word" {
    needs_bash 400 'bash 3.2 has no COMP_TYPE'
    open_terminal bash "bind 'TAB:menu-complete'"
    type_text 'aws-use 345678'
    press Tab
    wait_for '^> aws-use AdministratorAccess-123456789012$'
    press Tab
    wait_for '^> aws-use AdministratorAccess-123456789013$'
    # What they have in common follows, which readline takes for the word that was typed.
    press Tab
    wait_for '^> aws-use AdministratorAccess-12345678901$'
}

@test "bash: with completion-ignore-case a beginning is one whatever its case" {
    open_terminal bash "bind 'set completion-ignore-case on'"
    tab_leaves 'aws-use AdministratorAccess-12345678901' 'aws-use adm'
}

@test "bash: Tab is exact without a colon among the word breaks" {
    add_awkward_profiles
    open_terminal bash 'COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}'
    show_words bash
    tab_makes '<team:dev>' 'aws-use team:d'
    tab_makes '<team:dev>' 'aws-use am:d'
    tab_makes '<my prod>' 'aws-use y\ p'
}

quoted_at_the_end() {
    open_terminal "$1" "${2-}"
    show_words "$1"
    tab_makes '<say "hi">' 'aws-use "say \"h'
    tab_makes '<say "hi">' "aws-use 'ay \"h"
}
@test "bash: a quote at the end of a name does not close the user's" {
    add_awkward_profiles
    quoted_at_the_end bash
}
@test "zsh: a quote at the end of a name does not close the user's" {
    add_awkward_profiles
    quoted_at_the_end zsh "$compinit"
}
@test "fish: a quote at the end of a name does not close the user's" {
    add_awkward_profiles
    quoted_at_the_end fish
}

nothing_runs() {
    add_awkward_profiles
    open_terminal "$1" "${2-}"
    type_text 'aws-use '
    press Tab
    sleep 0.4
    press Tab
    sleep 0.4
    clear_line
    type_text 'aws-use pwne'
    press Tab
    sleep 0.4
    press Tab
    sleep 0.4
    [[ ! -e pwned && ! -e $HOME/pwned ]]
}
@test "bash: Tab runs nothing that stands in a name" { nothing_runs bash; }
@test "zsh: Tab runs nothing that stands in a name" { nothing_runs zsh "$compinit"; }
@test "zsh: without compinit Tab runs nothing that stands in a name" { nothing_runs zsh; }
@test "fish: Tab runs nothing that stands in a name" { nothing_runs fish; }

under_options() {
    open_terminal "$1" "$2"
    show_words "$1"
    tab_makes '<AdministratorAccess-123456789012>' "aws-use ${3-9012}"
    tab_makes '<legacy>' 'aws-use leg'
}
@test "bash: Tab works under set -u, another IFS and without globbing" {
    under_options bash 'set -u; IFS=:; set -f; alias local=false builtin=false read=false'
}
@test "bash: Tab works in POSIX mode" {
    open_terminal bash 'set -o posix'
    type_text 'awsenv status --json leg'
    press Tab
    sleep 0.5
    press Enter
    wait_for_text '"profile": "legacy"'
}
@test "zsh: Tab works under the user's options" {
    under_options zsh "$compinit; setopt ksh_arrays no_unset sh_word_split no_glob; IFS=:; alias local=false builtin=false"
}
@test "zsh: without compinit Tab works under the user's options" {
    under_options zsh 'setopt ksh_arrays no_unset sh_word_split no_glob; IFS=:; alias local=false builtin=false' \
        AdministratorAccess-123456789012
}
@test "zsh: Tab works where compinit runs a second time" {
    open_terminal zsh "$compinit"
    type_line "$compinit; clear"
    show_words zsh
    tab_makes '<legacy>' 'aws-use leg'
}

many_profiles() {
    local i
    for ((i = 0; i < 5000; i++)); do
        printf '[profile many-%d]\nsso_session = acme\nsso_account_id = %012d\nsso_role_name = Reader\n' "$i" "$i"
    done >>"$HOME/.aws/config"
    open_terminal "$1" "${2-}"
    show_words "$1"
    tab_makes '<many-4321>' 'aws-use many-4321'
    tab_makes '<many-4999>' 'aws-use y-4999'
}
@test "bash: Tab finds one of 5,000 profiles" { many_profiles bash; }
@test "zsh: Tab finds one of 5,000 profiles" { many_profiles zsh "$compinit"; }
@test "fish: Tab finds one of 5,000 profiles" { many_profiles fish; }
