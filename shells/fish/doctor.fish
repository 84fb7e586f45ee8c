# awsenv for fish: what awsenv doctor asks a new shell.
#
# One line for each of our commands: what it is here, and where it was defined; and one for Tab. An alias is a function
# to fish.

for name in aws-use aws-login aws-logout
    set -l place '' '' '' ''
    if abbr -q $name
        set -f kind abbreviation
    else if not builtin functions -q $name
        set -f kind missing
    else if builtin string match -q '*__awsenv_apply*' (builtin functions $name)
        set -f kind ours
    else
        set -f kind function
        set place (builtin functions --details --verbose $name)
    end
    builtin printf 'awsenv-doctor\t%s\t%s\t%s\t%s\n' $name $kind "$place[1]" "$place[3]"
end
if builtin functions -q __awsenv_complete; and builtin test -z (builtin complete -c aws-use | builtin string join '')
    builtin printf 'awsenv-doctor\tcompletion\tmissing\n'
end
