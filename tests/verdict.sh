# Sourced by the programs that run suites: adds up what each printed, and shows its failures.
# Such a program sets -u, goes to the root of the project, and sources this with the build folder as "$1".
# Each suite ends with a line "# P passed, F failed"; what it could not run it says in a line
# "skipped: WHY", which counts as neither.
build=${1:-build}
LC_ALL=C.UTF-8
export LC_ALL
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0
failed=0
newline='
'

verdict() { # verdict NAME LOG CODE
	name=$1
	log=$2
	code=$3
	said=$(awk -v name="$name" '/^skipped: / { print "skipped: " name ": " substr($0, 10) }
		/^# [0-9]+ passed, [0-9]+ failed$/ { p = $2; f = $4 } END { print p " " f }' "$log")
	counts=${said##*"$newline"}
	[ "$said" = "$counts" ] || printf '%s\n' "${said%"$newline"*}"
	p=${counts% *}
	f=${counts#* }
	if [ -z "$p" ] || { [ "$code" -ne 0 ] && [ "$f" = 0 ]; }; then
		grep -av '^# ' "$log" | tail -n 40
		echo "FAIL $name: exit code $code and no failure counted"
		failed=$((failed + 1))
		return
	fi
	[ "$f" != 0 ] && grep -av '^# ' "$log"
	printf '%-44s %5d passed, %d failed\n' "$name" "$p" "$f"
	passed=$((passed + p))
	failed=$((failed + f))
}

suites() { # suites SCRIPT...: runs each with the build folder and takes its verdict
	for suite in "$@"; do
		sh "$suite" "$build" >"$logs/suite.log" 2>&1 </dev/null
		verdict "${suite#tests/}" "$logs/suite.log" $?
	done
}

suites_beside() { # suites_beside SCRIPT...: so too, side by side, for those that take one processor
	printf '%s\n' "$@" | xargs -P "$(nproc)" -I '{}' sh -c 'mkdir -p "$0/${2%/*}"
		sh "$2" "$1" >"$0/$2.log" 2>&1 </dev/null
		echo $? >"$0/$2.code"' "$logs" "$build" '{}'
	for suite in "$@"; do
		read -r code <"$logs/$suite.code"
		verdict "${suite#tests/}" "$logs/$suite.log" "$code"
	done
}

total() { # the last line, and the exit code
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}

side_by_side() { # side_by_side COMMAND NAME...: runs it with each name for {}, as many as there are processors
	each=$logs/each
	mkdir "$each"
	command=$1
	shift
	printf '%s\n' "$@" | xargs -P "$(nproc)" -I '{}' sh -c "$command"' >"$0/{}.log" 2>&1 </dev/null
		echo $? >"$0/{}.code"' "$each"
	for one in "$@"; do
		read -r code <"$each/$one.code"
		verdict "$one" "$each/$one.log" "$code" >"$each/verdict"
		grep -av ' passed, 0 failed$' "$each/verdict"
	done
	echo "# $passed passed, $failed failed"
}
