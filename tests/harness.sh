# Sourced by the shell tests: where things are, a scratch folder, two checks and the last line.
# A test sets -u, goes to the root of the project, and sources this with the build folder as "$1".
root=$PWD
build=${1:-build}
case $build in /*) ;; *) build=$root/$build ;; esac
gisa=$build/gisa
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
unset GISA_DB
export XDG_CONFIG_HOME=/nonexistent
suite=$(basename "$0" .sh)
passed=0
failed=0

judge() { # judge CODE NAME [LOG...]: one check, good when CODE is 0; else its name and its logs are shown
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
		return
	fi
	failed=$((failed + 1))
	echo "FAIL $suite: $2"
	shift 2
	[ $# -eq 0 ] || tail -n 8 "$@"
}

ok() { # ok NAME COMMAND...: the command succeeds
	name=$1
	shift
	"$@" >"$dir/ok.log" 2>&1
	judge $? "$name" "$dir/ok.log"
}

same() { # same NAME WANTED GOT
	[ "$2" = "$3" ]
	judge $? "$1
     want [$2]
     got  [$3]"
}

end() { # the last line, and the exit code
	echo "# $passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
