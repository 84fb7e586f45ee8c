# awsenv for zsh: Tab.

# awsenv gets the words up to the cursor, without their quotes. Its answer is the kind of the candidates in two lines, how
# many each of three lists has, and the lists, each followed by how they are to be shown. It is only a tab and a number
# where the word belongs to a command that awsenv is to run.
function __awsenv_ask() {
    \builtin emulate -L zsh
    # As in __awsenv_apply.
    \builtin trap - DEBUG
    \builtin local answer
    answer=$(\command $__awsenv_program complete --shell zsh --columns ${COLUMNS:-80} --separator "  $1 " $begun \
        -- "${(@Q)@[2,-1]}" 2>/dev/null </dev/null) || \builtin return 1
    lines=("${(@f)answer}")
    [[ -n $answer ]]
}

# Under the completion system, which has set the options that its own functions need. It calls this once for each of
# the user's matchers; only when the last of them found nothing, what contains the word stands for what begins with it.
function __awsenv_complete() {
    \builtin local -a lines begun
    \builtin local separator tag_matcher
    \builtin local -i inner plain containing dashed failed=1
    zstyle -s ":completion:${curcontext}:profiles" list-separator separator || separator=--
    # Of thousands of names most need not be handed over, unless the user has them matched otherwise: by matchers, for all
    # tags or for this one, by another completer, or by patterns.
    zstyle -s ":completion:${curcontext}:profiles" matcher tag_matcher
    [[ -n ${_matchers[*]-}$tag_matcher$compstate[pattern_match] || $_completer != complete ]] || begun=--begun
    __awsenv_ask "$separator" "${(@)words[1,CURRENT-1]}" "$QIPREFIX$IPREFIX$PREFIX${${compstate[quote]-}#$}" || \builtin return 1
    if [[ $lines[1] == $'\t'* ]]; then
        inner=CURRENT-lines[1]-1
        \builtin shift $inner words
        (( CURRENT -= inner ))
        _normal
        \builtin return
    fi
    plain=lines[3] containing=lines[4] dashed=lines[5]
    __awsenv_add 5 $plain $lines[1] && failed=0
    [[ -z $QIPREFIX ]] && __awsenv_add $(( 5 + 2 * (plain + containing) )) $dashed profiles -P '-- ' && failed=0
    if (( failed && ${_matcher_num:-1} >= ${#_matchers} )) && __awsenv_add $(( 5 + 2 * plain )) $containing $lines[1] -U; then
        failed=0
        # The typed word stays while several are listed; the next Tab goes through them.
        if (( containing > 1 )) && [[ $compstate[insert] == *unambiguous* ]]; then
            compstate[insert]=
            [[ -z $compstate[list] ]] || compstate[list]='list force'
        fi
    fi
    \builtin return failed
}

# Add the list behind a line, of some length, under a tag, with options of compadd. That quotes the names itself, as the
# word being typed needs it. _describe would take twice the time that there is for 5,000 names.
function __awsenv_add() {
    \builtin local -a names shown show expl
    \builtin local -i before=$1 count=$2
    (( count )) || \builtin return 1
    names=("${(@)lines[before+1,before+count]}")
    if zstyle -T ":completion:${curcontext}:$3" verbose; then
        shown=("${(@)lines[before+count+1,before+2*count]}")
        # Of no name is there anything to tell: let zsh put them in columns.
        [[ "$names" == "$shown" ]] || show=(-l)
        show+=(-d shown)
    fi
    _wanted -V "$3" expl "$lines[2]" compadd "${(@)argv[4,-1]}" $show -a names
}

# The same for a shell without compinit, in its old completion system. That calls this for the names that begin with the
# word, and the next function where there are none.
function __awsenv_reply() {
    \builtin emulate -L zsh
    \builtin local -a lines words begun
    reply=() __awsenv_containing=()
    \builtin read -Ac words
    if __awsenv_ask -- "${(@)words}" && [[ $lines[1] != $'\t'* ]]; then
        \builtin local -i names=$(( 6 + 2 * lines[3] ))
        reply=("${(@)lines[6,names-1-lines[3]]}")
        __awsenv_containing=("${(@)lines[names,names-1+2*lines[4]]}")
    fi
    \builtin return 0
}

# What contains the word takes its place. Of several that system would insert the first, so they are only listed.
function __awsenv_reply_containing() {
    \builtin emulate -L zsh
    \builtin local -i count=$(( $#__awsenv_containing / 2 )) room='LINES > 4 ? LINES - 3 : 1'
    reply=()
    if (( count == 1 )); then
        reply=("$__awsenv_containing[1]")
    elif (( count > room )); then
        \builtin zle -M "${(F)__awsenv_containing[count+1,count+room]}"$'\n'"and $(( count - room )) more"
    elif (( count )); then
        \builtin zle -M "${(F)__awsenv_containing[count+1,-1]}"
    fi
    \builtin return 0
}

# compdef is there once compinit ran, which may be later than this, or never, or again, forgetting what was there: look
# before each prompt.
function __awsenv_compdef() {
    if \builtin typeset -f compdef >/dev/null; then
        [[ -n ${_comps[aws-use]-} ]] || compdef __awsenv_complete aws-use aws-login aws-logout awsenv
    elif [[ -z ${__awsenv_compctl-} ]]; then
        \builtin typeset -g __awsenv_compctl=set
        \builtin local inner='w[0,awsenv] w[1,exec] p[3,99999]' ours='w[0,aws-use],w[0,aws-login],w[0,aws-logout],w[0,awsenv]'
        # By its first word, as compctl finds no command with a dash in its name. A user's own rule of that kind stays.
        # Files join the names only behind awsenv exec, where they may be arguments of the user's command.
        [[ $(\builtin compctl -L -T) != *'compctl -T' ]] ||
            \builtin compctl -T -x "$inner" -K __awsenv_reply - "$ours" -K __awsenv_reply -tn -- \
                + -x "$inner" -k '()' - "$ours" -U -K __awsenv_reply_containing -tn
    fi
    \builtin return 0
}

if [[ -o interactive ]]; then
    \builtin autoload -Uz add-zsh-hook
    add-zsh-hook precmd __awsenv_compdef
fi
