# awsenv for fish: Tab.

# awsenv gets the words up to the cursor, without their quotes, and prints a name and a description on each line; fish
# quotes the names itself, as the word being typed needs it. Its first line may begin with a tab and say more.
function __awsenv_complete
    builtin set -l before (builtin commandline -opc)
    builtin set -l word (builtin commandline -ct)
    if builtin set -q __awsenv_known
        __awsenv_complete_again "$word"
        and builtin return
    end
    builtin set -l answer (command $__awsenv_program complete --shell fish -- $before (__awsenv_unquote "$word") 2>/dev/null </dev/null)
    switch "$answer[1]"
        case \tknown
            __awsenv_complete_known "$word" $answer[2..]
        case \t\*
            # The word belongs to a command that awsenv is to run, with so many words before it.
            builtin set -l words (builtin string trim -- $answer[1])
            builtin set -l inner
            builtin test $words -gt 0
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

# fish drops names that have nothing of the word in them. Where the word was found only in what is told about one name,
# it is taken off the line, and fish asks again. Of several they are listed above the prompt, and the word stays. A
# command that asks for completions has no line.
function __awsenv_complete_known --argument-names word
    if builtin test -n "$(builtin status current-commandline)"
        builtin return
    end
    if builtin test (builtin count $argv) -eq 2
        and not builtin string match -qr '\s' -- "$word"
        builtin set -g __awsenv_known $argv[2] "$word"
        builtin commandline -f backward-kill-bigword complete
        builtin return
    end
    builtin printf '\n' >&2
    builtin string replace \t '  ' -- $argv[2..] >&2
    builtin commandline -f repaint
end

# With the cursor inside the word its end is still there.
function __awsenv_complete_again --argument-names word
    builtin set -l known $__awsenv_known
    builtin set -e __awsenv_known
    if builtin test -z "$word"
        builtin printf '%s\n' $known[1]
    else if builtin test (builtin string sub -s -(builtin string length -- $word) -- "$known[2]") = "$word"
        builtin set -g __awsenv_known $known[1]
        builtin commandline -f kill-bigword complete
    else
        builtin return 1
    end
end

if builtin status is-interactive
    for name in aws-use aws-login aws-logout awsenv
        builtin complete -e -c $name
        builtin complete -c $name -f -k -a '(__awsenv_complete)'
    end
end
