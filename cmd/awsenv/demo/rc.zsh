# The rc file of the demo's zsh.
PROMPT='%# '
autoload -Uz compinit && compinit -D
eval "$(awsenv init zsh)"
