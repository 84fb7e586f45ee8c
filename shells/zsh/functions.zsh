# awsenv for zsh: the functions.
#
# zsh reads all of an evaluated text before it runs any of it, so that no option set here could protect this text:
# definitions are written with the keyword, and builtins as \builtin NAME, which no alias and no function replaces.

# A new terminal starts with the profile that aws-use --save wrote down. One that is there already wins, and so do keys or
# a role that would win over it. Loading again, in this shell or in another that takes its place, changes nothing.
function __awsenv_start() {
    \builtin emulate -L zsh
    \builtin local name= folder=${XDG_STATE_HOME-}
    [[ $folder == /* ]] || folder=${HOME-}/.local/state
    if [[ -z ${AWS_PROFILE+set}${AWS_DEFAULT_PROFILE+set}${AWS_ACCESS_KEY_ID-}${AWS_WEB_IDENTITY_TOKEN_FILE-} &&
        ${AWSENV_INIT-} != *" $$ "* && -f $folder/awsenv/profile && -r $folder/awsenv/profile ]]; then
        IFS= \builtin read -r name <$folder/awsenv/profile || \builtin :
        if [[ -n $name ]]; then
            \builtin export AWS_PROFILE=$name
        fi
    fi
    \builtin return 0
}

if [[ -o interactive ]]; then
    __awsenv_start
fi

# For awsenv doctor: which version this shell has loaded.
\builtin export AWSENV_INIT="$__awsenv_version $$ zsh"

# Ask awsenv for code and run it. What it prints is taken only when it succeeds, and tried in a subshell first: where
# a variable cannot be set or removed (readonly), nothing at all has changed.
function __awsenv_apply() {
    \builtin emulate -L zsh
    # A DEBUG trap of the user's may print, also into a substitution. This lasts until the function returns.
    \builtin trap - DEBUG
    \builtin local code
    if ! \builtin whence -p -- $__awsenv_program >/dev/null; then
        \builtin print -ru2 -- "awsenv: cannot find the program: $__awsenv_program is not on PATH"
        \builtin print -ru2 -- 'awsenv: hint: put it back on PATH, or remove the awsenv line from ~/.zshrc'
        \builtin return 127
    fi
    if [[ ${2-} == --help || ${2-} == -h ]]; then
        \command $__awsenv_program $1 --help
        \builtin return
    fi
    # The prompt looks again, also where this fails.
    __awsenv_for=
    code=$(AWSENV_STATE=${__awsenv_state-} \command $__awsenv_program $1 --shell zsh "${@[2,-1]}") || \builtin return
    if ! (\builtin eval $code) >/dev/null 2>&1; then
        \builtin print -ru2 -- 'awsenv: nothing was changed in this shell: a variable is read-only'
        \builtin print -ru2 -- 'awsenv: hint: typeset -r lists them'
        \builtin return 1
    fi
    \builtin eval $code
}

function aws-use() {
    __awsenv_apply use "$@"
}

function aws-login() {
    __awsenv_apply login "$@"
}

function aws-logout() {
    __awsenv_apply logout "$@"
}
