# awsenv for zsh: what awsenv doctor asks a new shell.
#
# One line for each of our commands: what it is here, and where it was defined; and one for Tab.

() {
    emulate -L zsh
    zmodload zsh/parameter
    local name kind place
    for name in aws-use aws-login aws-logout; do
        place=
        if (( ${+aliases[$name]} || ${+galiases[$name]} )); then
            kind=alias
        elif (( ! ${+functions[$name]} )); then
            kind=missing
        elif [[ ${functions[$name]} == *__awsenv_apply* ]]; then
            kind=ours
        else
            kind=function place=${functions_source[$name]-}
        fi
        \builtin printf 'awsenv-doctor\t%s\t%s\t%s\t\n' $name $kind $place
    done
    # A shell that draws no prompt has not run the hook that registers it.
    if (( ${+functions[__awsenv_compdef]} )); then
        __awsenv_compdef
        if (( ${+functions[compdef]} )) && [[ ${_comps[aws-use]-} != __awsenv_complete ]]; then
            \builtin printf 'awsenv-doctor\tcompletion\tmissing\n'
        fi
    fi
}
