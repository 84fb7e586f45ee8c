# awsenv for bash: the prompt segment.
# shellcheck disable=SC2154 # the lines that init prints before this file assign __awsenv_program and __awsenv_version
#
# PS1 is given a reference to a variable, once; what the variable holds is expanded a single time by bash and never
# read as code or as a prompt escape.

# The one place where the look is decided. The colour is a number for the terminal, from awsenv.
# shellcheck disable=SC2016 # expanded by bash when it draws the prompt
__awsenv_ps1='${__awsenv_segment:+${__awsenv_color:+\[\e[${__awsenv_color}m\]}[${__awsenv_segment}]${__awsenv_color:+\[\e[0m\]} }'

# Everything that decides which identity and region AWS tools use here, as one text: while it stays the same, so does the label.
# A variable counts for other programs only when it is exported, which bash can tell without a process from 4.4 on.
function __awsenv_key {
    \builtin local __awsenv_access=${AWS_ACCESS_KEY_ID:+1} __awsenv_secret=${AWS_SECRET_ACCESS_KEY:+1}
    __awsenv_current="${AWS_PROFILE+=}${AWS_PROFILE-}|${AWS_DEFAULT_PROFILE+=}${AWS_DEFAULT_PROFILE-}"
    __awsenv_current+="|${AWS_CONFIG_FILE+=}${AWS_CONFIG_FILE-}|${AWS_SHARED_CREDENTIALS_FILE+=}${AWS_SHARED_CREDENTIALS_FILE-}"
    __awsenv_current+="|${AWS_REGION-}|${AWS_DEFAULT_REGION-}"
    __awsenv_current+="|$__awsenv_access|$__awsenv_secret|${AWS_ROLE_ARN:+1}|${AWS_WEB_IDENTITY_TOKEN_FILE:+1}"
    __awsenv_current+="|${HOME-}|${AWSENV_PROMPT_DEFAULT-}"
    if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)); then
        __awsenv_current+="|${AWS_PROFILE+${AWS_PROFILE@a}}|${AWS_DEFAULT_PROFILE+${AWS_DEFAULT_PROFILE@a}}"
        __awsenv_current+="|${AWS_ACCESS_KEY_ID+${AWS_ACCESS_KEY_ID@a}}|${AWS_SECRET_ACCESS_KEY+${AWS_SECRET_ACCESS_KEY@a}}"
        __awsenv_current+="|${AWS_REGION+${AWS_REGION@a}}|${AWS_DEFAULT_REGION+${AWS_DEFAULT_REGION@a}}"
        __awsenv_current+="|${AWS_ROLE_ARN+${AWS_ROLE_ARN@a}}"
        __awsenv_current+="|${AWS_WEB_IDENTITY_TOKEN_FILE+${AWS_WEB_IDENTITY_TOKEN_FILE@a}}"
        __awsenv_current+="|${AWS_CONFIG_FILE+${AWS_CONFIG_FILE@a}}"
        __awsenv_current+="|${AWS_SHARED_CREDENTIALS_FILE+${AWS_SHARED_CREDENTIALS_FILE@a}}"
    fi
}

# Ask awsenv for the label, but only when what it depends on changed or when it asked to be called again.
function __awsenv_update {
    \builtin local __awsenv_current __awsenv_now __awsenv_code
    __awsenv_key
    # bash 3.2 has no clock but SECONDS, which the user may set back: then ask again.
    \builtin printf -v __awsenv_now '%(%s)T' -1 2>/dev/null || __awsenv_now=$SECONDS
    # __awsenv_watch is a file that is gone after a sign-out, in whatever terminal.
    if [[ $__awsenv_current == "${__awsenv_for-}" && (-z ${__awsenv_watch-} || -e $__awsenv_watch) ]]; then
        if [[ -z ${__awsenv_refresh-} ]] ||
            ((__awsenv_now >= __awsenv_asked && __awsenv_now < __awsenv_asked + __awsenv_refresh)); then
            \builtin return 0
        fi
    fi
    __awsenv_for=$__awsenv_current __awsenv_asked=$__awsenv_now __awsenv_segment='' __awsenv_color=''
    __awsenv_refresh='' __awsenv_watch=''
    # The user's choices may be variables of this shell alone. Only awsenv writes to the answer, as in __awsenv_apply.
    if \builtin type -P "$__awsenv_program" >/dev/null &&
        __awsenv_code=$(
            { \builtin set +x; } >/dev/null 2>&1
            {
                AWSENV_PROMPT=${AWSENV_PROMPT-} AWSENV_PROMPT_WIDTH=${AWSENV_PROMPT_WIDTH-} \
                    AWSENV_PRODUCTION=${AWSENV_PRODUCTION-} AWSENV_PROMPT_DEFAULT=${AWSENV_PROMPT_DEFAULT-} \
                    \builtin exec "$__awsenv_program" label --shell bash >&3 3>&-
            } 3>&1 >/dev/null 2>&1 </dev/null
        ); then
        \builtin eval "$__awsenv_code"
    fi
}

# Where another program draws this shell's prompt, ours stays out of it. Their variables are inherited by child
# shells, their functions are not.
function __awsenv_foreign_prompt {
    \builtin declare -F starship_precmd >/dev/null || \builtin declare -F _omp_hook >/dev/null
}

# Runs before each prompt. bash itself restores the user's status, and one that is not 0 would end the shell under set -e,
# and run the user's ERR trap once more. Only what stands behind this in one text is handed it.
function __awsenv_precmd {
    \builtin local __awsenv_last=$?
    if __awsenv_foreign_prompt; then
        __awsenv_segment=''
    else
        __awsenv_update
        # Another hook may have written PS1 anew. Without promptvars bash would show the reference itself.
        if ! \builtin shopt -q promptvars; then
            PS1=${PS1/"$__awsenv_ps1"/}
        elif [[ ${PS1-} != *__awsenv_segment* ]]; then
            PS1=$__awsenv_ps1${PS1-}
        fi
    fi
    # shellcheck disable=SC2016 # as it stands in PROMPT_COMMAND
    if [[ $- != *e* && ${PROMPT_COMMAND-} == *'${__awsenv_hook-}'?* ]]; then
        \builtin return "$__awsenv_last"
    fi
    \builtin return 0
}

# A restricted shell redirects nothing.
if [[ $- == *i* && $- != *r* ]]; then
    __awsenv_hook=__awsenv_precmd
    # A child shell that inherits an exported PROMPT_COMMAND has no such variable, and runs nothing. Behind something,
    # from bash 5.1 on, it is an element of its own: the others see status and PIPESTATUS as the user's command left them,
    # and whoever sets PROMPT_COMMAND anew sets only the first. But bash exports no array. Else it is joined by a newline,
    # which is right after `a`, `a;` and `a &` alike.
    # shellcheck disable=SC2016,SC2128,SC2178 # expanded for each prompt; element 0 is meant
    if [[ ${PROMPT_COMMAND[*]-} != *'${__awsenv_hook-}'* ]]; then
        if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)) &&
            [[ -n ${PROMPT_COMMAND-} && ${PROMPT_COMMAND@a} != *x* ]]; then
            PROMPT_COMMAND+=('${__awsenv_hook-}')
        else
            PROMPT_COMMAND=${PROMPT_COMMAND:+$PROMPT_COMMAND$'\n'}'${__awsenv_hook-}'
        fi
    fi
fi
