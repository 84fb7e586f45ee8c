# awsenv for bash 3.2 and later: the functions.
# shellcheck disable=SC2154 # the lines that init prints before this file assign __awsenv_program and __awsenv_version
#
# Every builtin is called as \builtin NAME: the backslash keeps the user's aliases out, builtin their functions. Even
# local variables have awsenv's prefix: a user's readonly variable of the same name could not be covered by a local.

# A new terminal starts with the profile that aws-use --save wrote down. One that is there already wins, and so do keys or
# a role that would win over it. Loading again, in this shell or in another that takes its place, changes nothing.
function __awsenv_start {
    \builtin local __awsenv_name='' __awsenv_folder=${XDG_STATE_HOME-}
    [[ $__awsenv_folder == /* ]] || __awsenv_folder=${HOME-}/.local/state
    if [[ -z ${AWS_PROFILE+set}${AWS_DEFAULT_PROFILE+set}${AWS_ACCESS_KEY_ID-}${AWS_WEB_IDENTITY_TOKEN_FILE-} &&
        ${AWSENV_INIT-} != *" $$ "* && -f $__awsenv_folder/awsenv/profile && -r $__awsenv_folder/awsenv/profile ]]; then
        IFS= \builtin read -r __awsenv_name <"$__awsenv_folder/awsenv/profile" || \builtin :
        if [[ -n $__awsenv_name ]]; then
            \builtin export AWS_PROFILE="$__awsenv_name"
        fi
    fi
    \builtin return 0
}

if [[ $- == *i* ]]; then
    __awsenv_start
fi

# For awsenv doctor: which version this shell has loaded.
# shellcheck disable=SC2034
\builtin export AWSENV_INIT="$__awsenv_version $$ bash"

# Ask awsenv for code and run it. What it prints is taken only when it succeeds, and tried in a subshell first: where
# a variable cannot be set or removed (readonly), nothing at all has changed.
function __awsenv_apply {
    \builtin local __awsenv_code
    if ! \builtin type -P "$__awsenv_program" >/dev/null; then
        \builtin printf 'awsenv: cannot find the program: %s is not on PATH\n' "$__awsenv_program" >&2
        \builtin printf 'awsenv: hint: put it back on PATH, or remove the awsenv line from ~/.bashrc\n' >&2
        \builtin return 127
    fi
    if [[ ${2-} == --help || ${2-} == -h ]]; then
        \command "$__awsenv_program" "$1" --help
        \builtin return
    fi
    # The prompt looks again, also where this fails.
    __awsenv_for=''
    # Only awsenv writes to the code, through a descriptor of its own: under functrace a DEBUG trap of the user's runs in
    # here too, and may print; a trace may go to that descriptor.
    __awsenv_code=$(
        { \builtin set +x; } >&2
        { AWSENV_STATE=${__awsenv_state-} \builtin exec "$__awsenv_program" "$1" --shell bash "${@:2}" >&3 3>&-; } 3>&1 >&2
    ) || \builtin return
    if ! (\builtin eval "$__awsenv_code") >/dev/null 2>&1; then
        \builtin printf 'awsenv: nothing was changed in this shell: a variable is read-only\n' >&2
        \builtin printf 'awsenv: hint: readonly -p lists them\n' >&2
        \builtin return 1
    fi
    \builtin eval "$__awsenv_code"
}

# In POSIX mode a name with a dash is no function name, and the definition would end a script.
if ! \builtin shopt -qo posix; then
    function aws-use {
        __awsenv_apply use "$@"
    }

    function aws-login {
        __awsenv_apply login "$@"
    }

    function aws-logout {
        __awsenv_apply logout "$@"
    }
fi
