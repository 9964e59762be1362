#!/bin/sh
# make install puts the program where it runs from, and make uninstall leaves nothing of it.
# Usage: tests/install_test.sh [BUILD]
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
make --no-print-directory BUILD="$build" DESTDIR="$dir/root" PREFIX=/usr install >"$dir/log" 2>&1
judge $? "make install" "$dir/log"
same "the installed program runs" "$("$gisa" --version)" "$("$dir/root/usr/bin/gisa" --version)"
same "its manual and the completions of three shells are there" "4" \
	"$(find "$dir/root" -name gisa.1 -o -name gisa.fish -o -name _gisa -o -path '*completions/gisa' | wc -l | tr -d ' ')"
units=$dir/root/usr/lib/systemd/user
ok "its units name the installed program" sh -c "! grep -v '^ExecStart=/usr/bin/gisa ' '$units'/*.service | grep ExecStart"
if command -v systemd-analyze >/dev/null; then
	cp -r "$units" "$dir/units"
	sed -i "s|/usr/bin/gisa|$gisa|" "$dir"/units/*.service
	ok "which systemd takes as they are" systemd-analyze --man=no verify "$dir"/units/*
fi
make --no-print-directory BUILD="$build" DESTDIR="$dir/root" PREFIX=/usr uninstall >"$dir/log" 2>&1
judge $? "make uninstall" "$dir/log"
same "no file is left" "" "$(find "$dir/root" -type f)"
end
