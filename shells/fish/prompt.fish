# awsenv for fish: the prompt segment.
#
# fish_prompt is wrapped: the user's own runs first and is printed after the segment, whose text is printed raw.

# Everything that decides which identity and region AWS tools use here, as one text: while it stays the same, so does the label.
# A variable counts for other programs only when it is exported.
function __awsenv_key
    builtin set -l key "$HOME|$AWSENV_PROMPT_DEFAULT"
    for name in AWS_PROFILE AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE
        if builtin set -qx $name
            builtin set key "$key|=$$name"
        else
            builtin set key "$key|"
        end
    end
    for name in AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_ROLE_ARN AWS_WEB_IDENTITY_TOKEN_FILE
        if builtin set -qx $name; and builtin test -n "$$name"
            builtin set key "$key|1"
        else
            builtin set key "$key|"
        end
    end
    builtin string join '' -- $key
end

# Seconds since 1970, without a process: when / was changed, and how long that was ago.
function __awsenv_now
    builtin math (builtin path mtime /) + (builtin path mtime -R /)
end

# Ask awsenv for the label, but only when what it depends on changed or when it asked to be called again.
function __awsenv_update
    builtin set -l key (__awsenv_key | builtin string collect)
    # __awsenv_watch is a file that is gone after a sign-out, in whatever terminal.
    if builtin test "$key" = "$__awsenv_for"; and begin
            builtin test -z "$__awsenv_watch"; or builtin test -e "$__awsenv_watch"
        end
        if builtin test -z "$__awsenv_refresh"
            builtin return
        end
        builtin set -l now (__awsenv_now)
        if builtin test $now -ge $__awsenv_asked -a $now -lt (builtin math $__awsenv_asked + $__awsenv_refresh)
            builtin return
        end
    end
    builtin set -g __awsenv_for $key
    builtin set -g __awsenv_asked (__awsenv_now)
    builtin set -g __awsenv_segment
    builtin set -g __awsenv_color
    builtin set -g __awsenv_refresh
    builtin set -g __awsenv_watch
    if builtin command -q $__awsenv_program
        # The user's choices may be variables of this shell alone.
        builtin set -l code (AWSENV_PROMPT="$AWSENV_PROMPT" AWSENV_PROMPT_WIDTH="$AWSENV_PROMPT_WIDTH" \
            AWSENV_PRODUCTION="$AWSENV_PRODUCTION" AWSENV_PROMPT_DEFAULT="$AWSENV_PROMPT_DEFAULT" \
            command $__awsenv_program label --shell fish 2>/dev/null </dev/null)
        and builtin string join \n -- $code | builtin source
    end
end

# Where another program draws this shell's prompt, ours stays out of it. Their variables are inherited by child
# shells, their functions are not.
function __awsenv_foreign_prompt
    builtin functions -q enable_transience
    or builtin functions -q enable_poshtransientprompt
    or builtin functions -q _tide_item_aws
end

# draw POSITION: the segment, with the blank that belongs between it and the rest of a prompt.
function __awsenv_draw
    if __awsenv_foreign_prompt
        builtin return
    end
    __awsenv_update
    if builtin test -n "$__awsenv_segment"
        builtin set -l color
        builtin set -l normal
        if builtin test -n "$__awsenv_color"
            builtin set color (set_color $__awsenv_color)
            builtin set normal (set_color normal)
        end
        if builtin test "$argv[1]" = right
            builtin printf ' %s[%s]%s' "$color" "$__awsenv_segment" "$normal"
        else
            builtin printf '%s[%s]%s ' "$color" "$__awsenv_segment" "$normal"
        end
    end
end

# Where another program draws the prompt, it is not even wrapped: tide's starts a process in the background, which it
# cannot do in a substitution.
if builtin status is-interactive; and not __awsenv_foreign_prompt
    # Runs before each prompt: also puts things right after a prompt that was interrupted half-way.
    function __awsenv_precmd --on-event fish_prompt
        builtin set -g __awsenv_original __awsenv_user_prompt
    end

    # A theme's prompt that replaced our wrapper is wrapped on the next load. It may have saved our wrapper and call
    # it from inside (a virtual environment does): re-entered, the wrapper draws no second segment and calls the first
    # prompt of all, where it would otherwise call itself for ever.
    if builtin test "$AWSENV_PROMPT_POSITION" = right
        builtin functions -q fish_right_prompt
        or function fish_right_prompt
        end
        if not builtin functions fish_right_prompt | builtin string match -q '*__awsenv_draw*'
            builtin functions -e __awsenv_user_right_prompt
            builtin functions -c fish_right_prompt __awsenv_user_right_prompt
            function fish_right_prompt
                builtin set -l prompt (__awsenv_user_right_prompt $argv | builtin string collect -N)
                builtin printf '%s' "$prompt"
                __awsenv_draw right
            end
        end
    else if builtin functions -q fish_prompt; and not builtin functions fish_prompt | builtin string match -q '*__awsenv_draw*'
        builtin functions -q __awsenv_first_prompt
        or builtin functions -c fish_prompt __awsenv_first_prompt
        builtin functions -e __awsenv_user_prompt
        builtin functions -c fish_prompt __awsenv_user_prompt
        __awsenv_precmd

        # Nothing but set may run before the user's prompt: set leaves $status and $pipestatus as they are, and inside
        # the substitution they are still the user's.
        function fish_prompt
            builtin set -l original $__awsenv_original
            builtin set -g __awsenv_original __awsenv_first_prompt
            builtin set -l prompt ($original $argv | builtin string collect -N)
            builtin set -g __awsenv_original $original
            if builtin test "$original" = __awsenv_user_prompt
                __awsenv_draw
            end
            builtin printf '%s' "$prompt"
        end
    end
end
