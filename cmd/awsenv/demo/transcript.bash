# What the demo shows without a terminal: each command behind the prompt that bash would draw, then what it prints.
# shellcheck disable=SC1091 # beside this file when it runs
. "$HOME/rc.bash"
exec 2>&1
while IFS= read -r line; do
    eval "${PROMPT_COMMAND-}"
    printf '%s%s\n' "${__awsenv_segment:+[$__awsenv_segment] }\$ " "$line"
    eval "$line"
done <"$HOME/commands"
