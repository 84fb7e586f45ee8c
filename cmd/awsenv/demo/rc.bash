# The rc file of the demo's bash.
PS1='\$ '
eval "$(awsenv init bash)"
