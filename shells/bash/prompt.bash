# awsenv for bash: the prompt segment.
# shellcheck disable=SC2154 # the lines that init prints before this file assign __awsenv_program and __awsenv_version
#
# PS1 is given a reference to a variable, once; what the variable holds is expanded a single time by bash and never
# read as code or as a prompt escape.

# The one place where the look is decided. The colour is a number for the terminal, from awsenv.
# shellcheck disable=SC2016 # expanded by bash when it draws the prompt
__awsenv_ps1='${__awsenv_segment:+${__awsenv_color:+\[\e[${__awsenv_color}m\]}[${__awsenv_segment}]${__awsenv_color:+\[\e[0m\]} }'

# Everything that decides which identity AWS tools use here, as one text: while it stays the same, so does the label.
# A variable counts for other programs only when it is exported, which bash can tell without a process from 4.4 on.
function __awsenv_key {
    \builtin local access=${AWS_ACCESS_KEY_ID:+1} secret=${AWS_SECRET_ACCESS_KEY:+1}
    key="${AWS_PROFILE+=}${AWS_PROFILE-}|${AWS_DEFAULT_PROFILE+=}${AWS_DEFAULT_PROFILE-}"
    key+="|${AWS_CONFIG_FILE+=}${AWS_CONFIG_FILE-}|${AWS_SHARED_CREDENTIALS_FILE+=}${AWS_SHARED_CREDENTIALS_FILE-}"
    key+="|$access|$secret|${AWS_ROLE_ARN:+1}|${AWS_WEB_IDENTITY_TOKEN_FILE:+1}|${HOME-}|${AWSENV_PROMPT_DEFAULT-}"
    if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)); then
        key+="|${AWS_PROFILE+${AWS_PROFILE@a}}|${AWS_DEFAULT_PROFILE+${AWS_DEFAULT_PROFILE@a}}"
        key+="|${AWS_ACCESS_KEY_ID+${AWS_ACCESS_KEY_ID@a}}|${AWS_SECRET_ACCESS_KEY+${AWS_SECRET_ACCESS_KEY@a}}"
        key+="|${AWS_ROLE_ARN+${AWS_ROLE_ARN@a}}|${AWS_CONFIG_FILE+${AWS_CONFIG_FILE@a}}"
    fi
}

# Ask awsenv for the label, but only when what it depends on changed or when it asked to be called again.
function __awsenv_update {
    \builtin local key now code
    __awsenv_key
    # bash 3.2 has no clock but SECONDS, which the user may set back: then ask again.
    \builtin printf -v now '%(%s)T' -1 2>/dev/null || now=$SECONDS
    if [[ $key == "${__awsenv_for-}" ]]; then
        if [[ -z ${__awsenv_refresh-} ]] ||
            ((now >= __awsenv_asked && now < __awsenv_asked + __awsenv_refresh)); then
            \builtin return 0
        fi
    fi
    __awsenv_for=$key __awsenv_asked=$now __awsenv_segment='' __awsenv_color='' __awsenv_refresh=''
    if \builtin type -P "$__awsenv_program" >/dev/null &&
        code=$(\command "$__awsenv_program" label --shell bash 2>/dev/null </dev/null); then
        \builtin eval "$code"
    fi
}

# Where another program draws this shell's prompt, ours stays out of it. Their variables are inherited by child
# shells, their functions are not.
function __awsenv_foreign_prompt {
    \builtin declare -F starship_precmd >/dev/null || \builtin declare -F _omp_hook >/dev/null
}

# Runs before each prompt, last in PROMPT_COMMAND, and hands on the status it met: in a PROMPT_COMMAND that is one
# text, what comes after sees it. Under set -e a status that is not 0 would end the shell.
function __awsenv_precmd {
    \builtin local last=$?
    if __awsenv_foreign_prompt; then
        __awsenv_segment=''
    else
        __awsenv_update
        # Another hook may have written PS1 anew.
        if [[ ${PS1-} != *__awsenv_segment* ]]; then
            PS1=$__awsenv_ps1${PS1-}
        fi
    fi
    if [[ $- == *e* ]]; then
        \builtin return 0
    fi
    \builtin return "$last"
}

if [[ $- == *i* ]]; then
    __awsenv_hook=__awsenv_precmd
    # Joined by a newline, which is right after `a`, `a;` and `a &` alike. In an array (bash 5.1) this is its first
    # element. A child shell that inherits an exported PROMPT_COMMAND has no such variable, and runs nothing.
    if [[ ${PROMPT_COMMAND[*]-} != *__awsenv_hook* ]]; then
        # shellcheck disable=SC2016,SC2128,SC2178 # element 0 is meant
        PROMPT_COMMAND=${PROMPT_COMMAND:+$PROMPT_COMMAND$'\n'}'${__awsenv_hook-}'
    fi
fi
