#!/bin/sh
# Fuzzes one target with clang's libFuzzer. Usage: tests/fuzz/fuzz.sh TARGET [SECONDS] [BUILD]
# New inputs go to BUILD/fuzz/TARGET; a crash is written to the current folder.
set -eu
cd "$(dirname "$0")/../.."
target=$1
seconds=${2:-60}
build=${3:-build}
make --no-print-directory -j"$(nproc)" BUILD="$build/fuzz" CC="${CC:-clang}" \
	OPT='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined' libgisa
mkdir -p "$build/fuzz/$target"
parts=
quiet=
if [ "$target" = options ]; then # which are the program's, and it says what it refuses
	parts=$(ls cli/*.c | grep -v '^cli/main.c$')
	quiet=-close_fd_mask=3
fi
# shellcheck disable=SC2086
${CC:-clang} -std=c11 -D_GNU_SOURCE -O1 -g -fsanitize=fuzzer,address,undefined -I. -Iinclude \
	$(pkg-config --cflags libxml-2.0 icu-uc) "tests/fuzz/fuzz_$target.c" $parts "$build/fuzz/libgisa.a" \
	$(pkg-config --libs libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto) \
	-lm -lpthread -o "$build/fuzz/fuzz_$target"
exec "$build/fuzz/fuzz_$target" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=20 $quiet \
	"$build/fuzz/$target" "tests/fuzz/corpus/$target"
