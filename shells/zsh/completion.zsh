# awsenv for zsh: Tab.

# awsenv gets the words before the cursor's, without their quotes, and prints a name and a description on each line.
function __awsenv_candidates() {
    \builtin local answer line
    answer=$(\command $__awsenv_program complete --shell zsh -- "${(@Q)@}" 2>/dev/null </dev/null) || \builtin return 1
    for line in ${(f)answer}; do
        names+=("${line%%$'\t'*}")
        descriptions+=("${line/$'\t'/  }")
    done
    (( ${#names} ))
}

# compadd quotes the names itself, as the word being typed needs it.
function __awsenv_complete() {
    \builtin emulate -L zsh
    \builtin local -a names descriptions
    __awsenv_candidates "${(@)words[1,CURRENT-1]}" || \builtin return 1
    \builtin compadd -V awsenv -l -d descriptions -a names
}

# The same for a shell without compinit. Its old completion system asks this for every command, since it cannot find
# one with a dash in its name, and goes on to its own rules where reply stays empty.
function __awsenv_reply() {
    \builtin emulate -L zsh
    \builtin local -a words names descriptions
    \builtin read -Ac words
    reply=()
    case ${words[1]-} in
        (aws-use|aws-login|aws-logout|awsenv) ;;
        (*) \builtin return 0 ;;
    esac
    __awsenv_candidates "${(@)words[1,-2]}"
    reply=("${(@)names}")
}

# compdef is there once compinit ran, which may be later than this, or never, or again, forgetting what was there: look
# before each prompt.
function __awsenv_compdef() {
    if \builtin typeset -f compdef >/dev/null; then
        [[ -n ${_comps[aws-use]-} ]] || compdef __awsenv_complete aws-use aws-login aws-logout awsenv
    elif [[ -z ${__awsenv_compctl-} ]]; then
        __awsenv_compctl=set
        \builtin compctl -T -K __awsenv_reply
    fi
    \builtin return 0
}

if [[ -o interactive ]]; then
    \builtin autoload -Uz add-zsh-hook
    add-zsh-hook precmd __awsenv_compdef
fi
