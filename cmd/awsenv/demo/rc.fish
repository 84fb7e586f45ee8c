# The configuration of the demo's fish.
set -g fish_greeting
function fish_prompt
    printf '> '
end
awsenv init fish | source
