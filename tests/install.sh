#!/bin/sh
# Installs the Debian packages that are missing. Usage: tests/install.sh build|demo|test
set -eu
build="gcc make libc6-dev pkg-config libcurl4-openssl-dev libxml2-dev libicu-dev libpcre2-dev libsqlite3-dev libjansson-dev zlib1g-dev libbrotli-dev libssl-dev"
demo="$build nginx-light curl"
# The sanitizers' and the fuzzer's library bears the number of the compiler.
clang=$(apt-cache depends clang 2>/dev/null | sed -n 's/^ *Depends: clang-\([0-9]*\)$/\1/p' | head -n 1)
test="$demo g++ clang clang-format clang-tidy valgrind libclang-rt-${clang:-14}-dev python3 sqlite3 mandoc git openssl procps"
wanted=$build
[ "${1:-build}" = demo ] && wanted=$demo
[ "${1:-build}" = test ] && wanted=$test
missing=
for p in $wanted; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $p"
done
[ -z "$missing" ] && exit 0
sudo=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || {
		echo "missing packages, and no sudo; as root run: apt-get install$missing" >&2
		exit 1
	}
	sudo=sudo
fi
echo "installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
# A web server that a package starts by itself would hold port 80 and serve nothing of ours.
$sudo env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
