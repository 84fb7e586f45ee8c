# awsenv for fish: the functions.
#
# Builtins are called as builtin NAME, so that a function of the user's does not stand in for them.

# A new terminal starts with the profile that aws-use --save wrote down. One that is there already wins, and so do keys or
# a role that would win over it. Loading again, in this shell or in another that takes its place, changes nothing.
function __awsenv_start
    builtin set -l folder $XDG_STATE_HOME
    builtin string match -q '/*' -- "$folder"
    or builtin set folder $HOME/.local/state
    if not builtin set -q AWS_PROFILE; and not builtin set -q AWS_DEFAULT_PROFILE
        and builtin test -z "$AWS_ACCESS_KEY_ID$AWS_WEB_IDENTITY_TOKEN_FILE"
        and not builtin string match -q "* $fish_pid *" -- "$AWSENV_INIT"
        and builtin test -f $folder/awsenv/profile
        and builtin test -r $folder/awsenv/profile
        builtin set -l IFS
        builtin read -l name <$folder/awsenv/profile
        if builtin test -n "$name"
            builtin set -gx AWS_PROFILE $name
        end
    end
    builtin return 0
end

if builtin status is-interactive
    __awsenv_start
end

# For awsenv doctor: which version this shell has loaded.
builtin set -gx AWSENV_INIT "$__awsenv_version $fish_pid fish"

# Remove variables from this shell. A universal variable of that name shows through, whatever stands before it, and is
# not ours to change for every session: say so.
function __awsenv_unset
    for name in $argv
        builtin set -eg $name
        if builtin set -qUx $name
            builtin printf 'awsenv: %s is a universal variable: it still reaches every program\n' $name >&2
            builtin printf 'awsenv: hint: set -eU %s\n' $name >&2
        end
    end
end

# Ask awsenv for code and run it. What it prints is taken only when it succeeds.
function __awsenv_apply
    if not builtin command -q $__awsenv_program
        builtin printf 'awsenv: cannot find the program: %s is not on PATH\n' $__awsenv_program >&2
        builtin printf 'awsenv: hint: put it back on PATH, or remove the awsenv line from ~/.config/fish/config.fish\n' >&2
        builtin return 127
    end
    if builtin contains -- "$argv[2]" --help -h
        command $__awsenv_program $argv[1] --help
        builtin return
    end
    # The prompt looks again, also where this fails.
    builtin set -g __awsenv_for
    builtin set -l code (AWSENV_STATE="$__awsenv_state" command $__awsenv_program $argv[1] --shell fish $argv[2..])
    or builtin return
    builtin string join \n -- $code | builtin source
    or builtin return 1
    builtin return 0
end

function aws-use --description 'Switch this shell to an AWS profile'
    __awsenv_apply use $argv
end

function aws-login --description 'Sign in to an AWS profile and switch to it'
    __awsenv_apply login $argv
end

function aws-logout --description 'Sign out of all AWS sessions'
    __awsenv_apply logout $argv
end
