# awsenv for zsh: the prompt segment.
#
# PROMPT is given references to elements of psvar, once; zsh expands their text neither for % nor for $, whatever
# prompt_subst says, and shows control characters as ^[.

# One element for each colour, since a colour cannot be a reference: the text goes to the element of its colour, the
# others are empty. The numbers are high because themes use the low ones.
__awsenv_ps1='%(42V.%42v .)%(43V.%F{red}%43v%f .)%(44V.%F{yellow}%44v%f .)%(45V.%F{cyan}%45v%f .)%(46V.%F{8}%46v%f .)'

# Everything that decides which identity and region AWS tools use here, as one text: while it stays the same, so does the label.
# A variable counts for other programs only when it is exported, so its type is part of it.
function __awsenv_key() {
    \builtin local name
    key="${HOME-}|${AWSENV_PROMPT_DEFAULT-}"
    for name in AWS_PROFILE AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE; do
        key+="|${(Pt)name}=${(P)name}"
    done
    for name in AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_ROLE_ARN AWS_WEB_IDENTITY_TOKEN_FILE; do
        key+="|${(Pt)name}${${(P)name}:+1}"
    done
}

# Ask awsenv for the label, but only when what it depends on changed or when it asked to be called again.
function __awsenv_update() {
    \builtin local key now code clock='%D{%s}'
    __awsenv_key
    # Needs no module, unlike EPOCHSECONDS. Not as one expansion, which an rc file that emulates sh would have zsh read
    # up to the first brace.
    now=${(%)clock}
    # __awsenv_watch is a file that is gone after a sign-out, in whatever terminal.
    if [[ $key == "${__awsenv_for-}" && ( -z ${__awsenv_watch-} || -e $__awsenv_watch ) ]]; then
        if [[ -z ${__awsenv_refresh-} ]] ||
            (( now >= __awsenv_asked && now < __awsenv_asked + __awsenv_refresh )); then
            \builtin return 0
        fi
    fi
    __awsenv_for=$key __awsenv_asked=$now __awsenv_segment= __awsenv_color= __awsenv_refresh= __awsenv_watch=
    # The user's choices may be variables of this shell alone.
    if \builtin whence -p -- $__awsenv_program >/dev/null &&
        code=$(
            AWSENV_PROMPT=${AWSENV_PROMPT-} AWSENV_PROMPT_WIDTH=${AWSENV_PROMPT_WIDTH-} AWSENV_PRODUCTION=${AWSENV_PRODUCTION-} \
                AWSENV_PROMPT_DEFAULT=${AWSENV_PROMPT_DEFAULT-} \command $__awsenv_program label --shell zsh 2>/dev/null </dev/null
        ); then
        \builtin eval $code
    fi
}

# Where another program draws this shell's prompt, ours stays out of it. Their variables are inherited by child
# shells, their functions are not.
function __awsenv_foreign_prompt() {
    \builtin typeset -f prompt_starship_precmd >/dev/null || \builtin typeset -f _omp_precmd >/dev/null ||
        \builtin typeset -f _p9k_precmd >/dev/null || \builtin typeset -f starship_precmd >/dev/null
}

# Runs before each prompt. zsh gives every such function the user's status, and restores it afterwards; under err_exit
# a status that is not 0 would end the shell.
function __awsenv_precmd() {
    \builtin local escapes=on
    [[ -o prompt_percent ]] || escapes=
    \builtin emulate -L zsh
    # As in __awsenv_apply.
    \builtin trap - DEBUG
    \builtin local right=${__awsenv_ps1// .)/.)}
    psvar[41,46]=('' '' '' '' '' '')
    if __awsenv_foreign_prompt; then
        \builtin return 0
    fi
    __awsenv_update
    # Without prompt_percent zsh would show the references themselves.
    if [[ -z $escapes ]]; then
        PROMPT=${PROMPT/"$__awsenv_ps1"} RPROMPT=${${RPROMPT/" $right"}/"$right"}
        \builtin return 0
    fi
    if [[ -n ${__awsenv_segment-} ]]; then
        psvar[41]=$__awsenv_segment psvar[__awsenv_color]="[$__awsenv_segment]"
    fi
    # A theme may have written them anew. A user may have placed the text by hand, as element 41.
    if [[ ${PROMPT-}${RPROMPT-} == *%41v* ]]; then
        \builtin return 0
    elif [[ ${AWSENV_PROMPT_POSITION-} == right ]]; then
        [[ ${RPROMPT-} == *'%(42V.'* ]] || RPROMPT="${RPROMPT:+$RPROMPT }$right"
    elif [[ ${PROMPT-} != *'%(42V.'* ]]; then
        PROMPT=$__awsenv_ps1${PROMPT-}
    fi
    \builtin return 0
}

if [[ -o interactive ]]; then
    \builtin autoload -Uz add-zsh-hook
    add-zsh-hook precmd __awsenv_precmd
fi
