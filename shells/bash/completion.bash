# awsenv for bash: Tab.
# shellcheck disable=SC2154 # the lines that init prints before this file assign __awsenv_program and __awsenv_version

# The typed line goes to awsenv as it is, with the piece of it that readline is going to replace ($2); what comes back
# is ready to be inserted. Names are never expanded here: no compgen -W, no splitting but at line ends, no globbing.
function __awsenv_complete {
    \builtin local IFS=$'\n' __awsenv_line __awsenv_answer
    COMPREPLY=()
    if ((BASH_VERSINFO[0] < 4)); then
        # COMP_POINT counts bytes there.
        \builtin local LC_ALL=C
    fi
    __awsenv_line=${COMP_LINE:0:COMP_POINT}
    __awsenv_answer=$(\command "$__awsenv_program" complete --shell bash -- "$1" "$__awsenv_line" "$2" 2>/dev/null </dev/null) &&
        [[ -n $__awsenv_answer ]] || \builtin return 0
    # Not mapfile, which 3.2 has not; not <(…), which POSIX mode has not. read ends with 1 at the end of the text.
    \builtin read -r -d '' -a COMPREPLY <<<"$__awsenv_answer" || \builtin return 0
}

if [[ $- == *i* ]]; then
    # nosort came with bash 4.4. Without it the names are sorted, no more.
    \builtin complete -o nosort -F __awsenv_complete aws-use aws-login aws-logout awsenv 2>/dev/null ||
        \builtin complete -F __awsenv_complete aws-use aws-login aws-logout awsenv
fi
