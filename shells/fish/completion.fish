# awsenv for fish: Tab.

# awsenv gets the words up to the cursor, without their quotes, and prints a name and a description on each line; fish
# quotes the names itself, as the word being typed needs it. Its first line may begin with a tab and say more.
function __awsenv_complete
    builtin set -l before (builtin commandline -opc)
    builtin set -l word (builtin commandline -ct)
    builtin set -l answer (command $__awsenv_program complete --shell fish -- $before (__awsenv_unquote "$word") 2>/dev/null </dev/null)
    switch "$answer[1]"
        case \tknown
            __awsenv_complete_known $answer[2..]
        case \t\*
            # The word belongs to a command that awsenv is to run, with so many words before it.
            builtin set -l words (builtin string trim -- $answer[1])
            builtin set -l inner
            test $words -gt 0
            and builtin set inner (builtin string escape -- $before[(builtin math 0 - $words)..-1])
            builtin complete --do-complete=(builtin string join ' ' -- $inner "$word")
        case '*'
            builtin printf '%s\n' $answer
    end
end

# A word may still lack its closing quote.
function __awsenv_unquote
    for close in '' \' \"
        builtin string unescape -- "$argv$close" 2>/dev/null
        and builtin return
    end
    builtin printf '%s\n' "$argv"
end

# fish drops names that have nothing of the word in them, and a completion cannot change the line. So where the word was
# found only in what is told about them, they are listed above the prompt, and the word stays.
function __awsenv_complete_known
    builtin printf '\n' >&2
    builtin string replace \t '  ' -- $argv >&2
    builtin commandline -f repaint
end

if builtin status is-interactive
    for name in aws-use aws-login aws-logout awsenv
        builtin complete -e -c $name
        builtin complete -c $name -f -k -a '(__awsenv_complete)'
    end
end
