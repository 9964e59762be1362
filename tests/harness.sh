# Sourced by the shell tests: where things are, a scratch folder, two checks and the last line.
# A test sets -u, goes to the root of the project, and sources this with the build folder as "$1".
root=$PWD
build=${1:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
gisa=$build/gisa
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
unset GISA_DB
suite=$(basename "$0" .sh)
passed=0
failed=0

ok() { # ok NAME COMMAND...: the command succeeds
	name=$1
	shift
	if "$@" >"$dir/ok.log" 2>&1; then
		passed=$((passed + 1))
	else
		echo "FAIL $suite: $name"
		tail -n 5 "$dir/ok.log"
		failed=$((failed + 1))
	fi
}

same() { # same NAME WANTED GOT
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		printf 'FAIL %s: %s\n     want [%s]\n     got  [%s]\n' "$suite" "$1" "$2" "$3"
		failed=$((failed + 1))
	fi
}

end() { # the last line, and the exit code
	echo "# $passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
