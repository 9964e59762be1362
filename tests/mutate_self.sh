#!/bin/sh
# tests/mutate.sh names what no test notices and nothing else, in a tree made for it.
# Usage: tests/mutate_self.sh
set -u
cd "$(dirname "$0")/.."
. tests/harness.sh
toy=$dir/toy
mkdir -p "$toy/base" "$toy/tests/unit/base" "$toy/tests/golden"
cp -r tests/mutate tests/mutate.sh "$toy/tests/"
cp tests/verdict.sh "$toy/tests/"
cp tests/golden/run.sh "$toy/tests/golden/"

cat >"$toy/base/cap.c" <<'C'
#include <stddef.h>

enum { GUARDED = 150, UNGUARDED = 150 };

/* mutate: equivalent, it only says how much to take at first */
enum { FIRST_ROOM = 16 };

static const char *const names[] = {"ant", "bee", "cow"};

size_t cap(size_t n)
{
    return n < GUARDED ? n : GUARDED;
}

size_t other_cap(size_t n)
{
    return n < UNGUARDED ? n : UNGUARDED;
}

const char *name(size_t i)
{
    return names[i + FIRST_ROOM - 16];
}

size_t until_zero(const int *a)
{
    for (size_t i = 0;; i++) {
        if (a[i] == 0) break;
    }
    return 0;
}
C
cat >"$toy/tests/unit/base/cap.c" <<'C'
#include <stdio.h>
#include <string.h>

size_t cap(size_t n);
size_t other_cap(size_t n);
const char *name(size_t i);
size_t until_zero(const int *a);

int main(void)
{
    int good = cap(1000) == 150 && other_cap(9) == 9 && strcmp(name(1), "bee") == 0 &&
               until_zero((int[]){1, 0}) == 0;
    return !good;
}
C
cat >"$toy/base/main.c" <<'C'
#include <stdio.h>

const char *name(size_t i);

int main(void)
{
    puts(name(2));
    return 0;
}
C
cat >"$toy/tests/unit/runner.c" <<'C'
int unit__base__cap(void);
int main(void)
{
    return unit__base__cap();
}
C
printf '"$GISA"\n' >"$toy/tests/golden/says.sh"
echo cow >"$toy/tests/golden/says.out"
cat >"$toy/Makefile" <<'MAKE'
Q := $(if $(V),,@)
build/libgisa.a: build/base/cap.o
	$(Q)ar rcs $@ $^
build/%.o: %.c
	@mkdir -p $(@D)
	$(Q)$(CC) -g -MMD -MP -c $< -o $@
build/tests/unit/base/%.o: tests/unit/base/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) -g -Dmain=unit__base__$* -MMD -MP -c $< -o $@
build/unit: build/tests/unit/base/cap.o build/tests/unit/runner.o build/libgisa.a
	$(Q)$(CC) -g -o $@ $^
build/gisa: build/base/main.o build/libgisa.a
	$(Q)$(CC) -g -o $@ $^
MAKE
git -C "$toy" init -q

(cd "$toy" && sh tests/mutate.sh build base/cap.c) >"$dir/said" 2>"$dir/log"
same 'a mutant that survives is a failure' 1 $?
same 'a constant that no test notices is named, with its place and its change' \
	'survived: base/cap.c:3: enum { GUARDED = 150, UNGUARDED = 150 }; -> enum { GUARDED = 150, UNGUARDED = 1500 };' \
	"$(grep UNGUARDED "$dir/said" | head -n 1)"
same 'a guarded one, tables and what is marked are not' 1 "$(grep -c '^survived' "$dir/said")"
same 'the last line sums up' '1 survived' "$(tail -n 1 "$dir/said" | sed 's/.*, //')"
judge "$(grep -c 'golden says' "$toy/build/mutants.tsv" | sed 's/^1$/ok/; s/^[0-9]*$/1/; s/ok/0/')" \
	'the last name is noticed by the golden case alone' "$dir/log"
ok 'the tree itself is as it was' grep -q '"ant", "bee", "cow"' "$toy/base/cap.c"

sed -i 's/other_cap(9) == 9/other_cap(900) == 150/' "$toy/tests/unit/base/cap.c"
(cd "$toy" && sh tests/mutate.sh build base/cap.c) >"$dir/said" 2>"$dir/log"
same 'once a test notices it, none survives' 0 $?
ok 'the list shows mutants and runs none' \
	sh -c 'cd "$1" && sh tests/mutate.sh --list base/cap.c | grep -q "\"bee\", \"ant\""' sh "$toy"
end
