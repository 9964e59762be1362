#!/bin/sh
# The completions that gisa writes: bash completes by them; zsh and fish can read them.
# Usage: tests/completions.sh [BUILD]
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
for shell in bash zsh fish; do "$gisa" completions $shell >"$dir/$shell" || echo "FAIL no completions for $shell"; done
cat >"$dir/ask" <<'EOF'
# ask SCRIPT WORD...: what bash offers for the last word, in one line
. "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_gisa 2>&1
printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' '
EOF
offers() { # offers NAME WANTED WORD...
	name=$1 wanted=$2
	shift 2
	same "$name" "$wanted" "$(cd "$dir/files" && bash "$dir/ask" "$dir/bash" "$@" | sed 's/ $//')"
}
mkdir "$dir/files" && : >"$dir/files/a page.html" && : >"$dir/files/b.txt"
offers 'a command by its beginning' 'export extract' gisa ex
offers 'a command behind global options' 'digest doctor' gisa --db x.db -q d
offers 'the options of a command' '--keep-duplicates' gisa import --k
offers 'global options as well' '--threads' gisa import --th
offers 'global options before a command' '--color' gisa --c
offers 'files for a command that takes some' 'a page.html b.txt' gisa import ''
offers 'files for an option that takes one' 'b.txt' gisa --db b
offers 'files behind an equals sign' 'b.txt' gisa search --queries = b
offers 'nothing for a query' '' gisa search ''
offers 'nothing for a number' '' gisa search --limit ''
offers 'commands for help' 'show' gisa help sh
ok 'bash registers them' bash -c '. "$0" && complete -p gisa' "$dir/bash"
for c in $("$gisa" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
	for option in $("$gisa" "$c" --help | sed -n '/^Options:/,/^$/s/^  .. *--\([a-z-]*\).*/\1/p'); do
		bash "$dir/ask" "$dir/bash" gisa "$c" "--$option" | grep -q -e "--$option"
		judge $? "gisa $c --$option is completed"
	done
done
for shell in zsh fish; do
	if command -v $shell >/dev/null; then
		ok "$shell can read them" $shell -n "$dir/$shell"
	else
		echo "skipped: $shell is not installed"
	fi
done
end
