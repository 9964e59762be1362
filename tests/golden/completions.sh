. "$HARNESS"
# The scripts that let a shell complete, made from the tables of commands and options.
run completions bash
run completions zsh
run completions fish
run completions
run completions tcsh
"$GISA" completions bash >/dev/full
echo "exit $?"
