# awsenv for bash: what awsenv doctor asks a new shell.
#
# One line for each of our commands: what it is here, and where it was defined; and one for Tab.

for name in aws-use aws-login aws-logout; do
    place=''
    if [[ $(\builtin type -t "$name") == alias ]]; then
        kind='alias'
    elif ! definition=$(\builtin declare -f "$name"); then
        kind=missing
    elif [[ $definition == *__awsenv_apply* ]]; then
        kind=ours
    else
        kind=function
        place=$(\builtin shopt -s extdebug && \builtin declare -F "$name")
        place=${place#"$name "}
    fi
    \builtin printf 'awsenv-doctor\t%s\t%s\t%s\t%s\n' "$name" "$kind" "${place#* }" "${place%% *}"
done
if \builtin declare -F __awsenv_complete >/dev/null && ! \builtin complete -p aws-use >/dev/null 2>&1; then
    \builtin printf 'awsenv-doctor\tcompletion\tmissing\n'
fi
