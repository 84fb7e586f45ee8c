# What the demo shows without a terminal: each command behind the prompt that zsh would draw, then what it prints.
. $HOME/.zshrc
exec 2>&1
while IFS= read -r line; do
    for hook in $precmd_functions; do $hook; done
    print -rn -- ${(%)PROMPT}
    print -r -- $line
    eval $line
done <$HOME/commands
