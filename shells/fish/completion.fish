# awsenv for fish: Tab.

# awsenv gets the words before the cursor's, without their quotes, and prints a name and a description on each line;
# fish quotes the names itself, as the word being typed needs it.
function __awsenv_complete
    command $__awsenv_program complete --shell fish -- (builtin commandline -opc) 2>/dev/null </dev/null
end

if builtin status is-interactive
    for name in aws-use aws-login aws-logout awsenv
        builtin complete -e -c $name
        builtin complete -c $name -f -k -a '(__awsenv_complete)'
    end
end
