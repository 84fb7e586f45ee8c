# awsenv for bash: Tab.
# shellcheck disable=SC2154 # the lines that init prints before this file assign __awsenv_program and __awsenv_version

# The typed line goes to awsenv as it is, with the piece of it that readline is going to replace ($2); what comes back
# is ready to be inserted. Names are never expanded here: no compgen -W, no splitting but at line ends, no globbing.
function __awsenv_complete {
    \builtin local __awsenv_line __awsenv_answer
    COMPREPLY=()
    if ((BASH_VERSINFO[0] < 4)); then
        # COMP_POINT counts bytes there.
        \builtin local LC_ALL=C
    fi
    __awsenv_line=${COMP_LINE:0:COMP_POINT}
    # Only awsenv writes to the answer, as in __awsenv_apply.
    __awsenv_answer=$(
        { \builtin set +x; } >/dev/null 2>&1
        {
            \builtin exec "$__awsenv_program" complete --shell bash -- "$1" "$__awsenv_line" "$2" "${COMP_TYPE-}" >&3 3>&-
        } 3>&1 >/dev/null 2>&1 </dev/null
    ) &&
        [[ -n $__awsenv_answer ]] || \builtin return 0
    if [[ $__awsenv_answer == $'\t'* ]]; then
        __awsenv_complete_inner "${__awsenv_answer#?}" "$2"
    else
        __awsenv_reply "$__awsenv_answer"
    fi
    \builtin return 0
}

# Not mapfile, which 3.2 has not; not <(…), which POSIX mode has not; not read, which is slow before bash 5. Globbing has
# to be off for the words that this splits.
function __awsenv_reply {
    \builtin local IFS=$'\n' __awsenv_options=$-
    \builtin set -f
    # shellcheck disable=SC2206 # to split at the ends of lines is what is wanted
    COMPREPLY=($1)
    if [[ $__awsenv_options != *f* ]]; then
        \builtin set +f
    fi
}

# The word $2 belongs to the command that awsenv is to run, of which $1 words stand before it. Where bash-completion is
# loaded, it knows what that command takes; else bash has its commands, and readline its files.
function __awsenv_complete_inner {
    \builtin local __awsenv_word
    if (($1 < 0)); then
        # A redirection leads there.
        \builtin compopt -o default 2>/dev/null
        \builtin return 0
    fi
    if \builtin declare -F _command_offset >/dev/null; then
        for ((__awsenv_word = 1; __awsenv_word < COMP_CWORD; __awsenv_word++)); do
            if [[ ${COMP_WORDS[__awsenv_word]} == -- ]]; then
                _command_offset "$((__awsenv_word + 1))"
                \builtin return 0
            fi
        done
    fi
    if (($1 == 0)) && [[ $2 != */* ]]; then
        __awsenv_reply "$(
            { \builtin set +x; } >/dev/null 2>&1
            { \builtin compgen -A command -- "$2" >&3 3>&-; } 3>&1 >/dev/null 2>&1
        )"
    else
        # 3.2 has no compopt; there awsenv completes files whenever it has nothing else.
        \builtin compopt -o default 2>/dev/null || \builtin return 0
    fi
}

# A restricted shell redirects nothing.
if [[ $- == *i* && $- != *r* ]]; then
    # nosort came with bash 4.4. Without it the names are sorted, no more.
    \builtin complete -o nosort -F __awsenv_complete aws-use aws-login aws-logout awsenv 2>/dev/null ||
        \builtin complete -F __awsenv_complete aws-use aws-login aws-logout awsenv
    if ((BASH_VERSINFO[0] < 4)); then
        \builtin complete -o default -F __awsenv_complete awsenv
    fi
fi
