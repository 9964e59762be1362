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

verdict() { # verdict NAME LOG CODE
	name=$1
	log=$2
	code=$3
	line=$(grep -a '^# [0-9]* passed, [0-9]* failed$' "$log" | tail -n 1)
	p=$(echo "$line" | cut -d' ' -f2)
	f=$(echo "$line" | cut -d' ' -f4)
	grep -a '^skipped: ' "$log" | sed "s|^skipped: |skipped: $name: |"
	if [ -z "$line" ] || { [ "$code" -ne 0 ] && [ "$f" = 0 ]; }; then
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
		verdict "$one" "$each/$one.log" "$(cat "$each/$one.code")" >"$each/verdict"
		grep -av ' passed, 0 failed$' "$each/verdict"
	done
	echo "# $passed passed, $failed failed"
}
