# What the demo shows without a terminal: each command behind the prompt that fish would draw, then what it prints.
source $HOME/rc.fish
while read -l line
    emit fish_prompt
    fish_prompt
    printf '%s\n' $line
    eval $line 2>&1
end <$HOME/commands
