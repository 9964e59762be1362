#!/bin/sh
# A clean copy in empty Debians. In Debian 12 `make demo` and `make test` must install what they need
# and do their work; in each release gcc and clang must build the program without a warning, and the
# golden tests must pass.
# Usage: tests/chroot.sh [BUILD]   RELEASES="bookworm trixie sid" and COMPILERS="gcc clang" for fewer
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
for need in debootstrap git; do
	command -v $need >/dev/null && continue
	echo "skipped: $need is not installed"
	end
done
if [ "$(id -u)" != 0 ]; then
	echo "skipped: a chroot takes root"
	end
fi
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
mounted=
leave() {
	for point in $mounted; do umount "$point"; done
	mounted=
	rm -rf "$tree"
}
tree=
trap 'leave; rm -rf "$dir"' EXIT

enter() { # enter RELEASE: a chroot with a copy of what is committed
	tree=$dir/$1
	if ! debootstrap --variant=minbase "$1" "$tree" "$mirror" >"$dir/debootstrap" 2>&1; then
		tail -n 3 "$dir/debootstrap"
		echo "skipped: no Debian $1 from $mirror"
		return 1
	fi
	cp /etc/resolv.conf "$tree/etc/"
	# A mirror that somebody keeps may be older than its release lists say they hold.
	echo 'Acquire::Check-Valid-Until "false";' >"$tree/etc/apt/apt.conf.d/99old"
	git clone -q . "$tree/gisa"
	rm -rf "$tree/gisa/.git/hooks"
	mount -t proc proc "$tree/proc" && mounted="$tree/proc"
	# Tests of what a terminal shows want one.
	mkdir -p "$tree/dev/pts"
	mount -t devpts -o newinstance,ptmxmode=0666 devpts "$tree/dev/pts" && mounted="$mounted $tree/dev/pts"
	ln -sf pts/ptmx "$tree/dev/ptmx"
}

inside() { # inside COMMAND: in the chroot's copy, with no more environment than a login has
	chroot "$tree" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		sh -c "cd /gisa && git config --global safe.directory '*' 2>/dev/null; $1" 2>&1 </dev/null
}
packages() { # packages NAME...
	chroot "$tree" apt-get install -y -qq --no-install-recommends "$@" >"$dir/packages" 2>&1
}

whole_test() {
	packages make
	inside 'make demo' >"$dir/demo"
	judge $? "make demo in an empty $1" "$dir/demo"
	inside 'make test' >"$dir/test"
	judge $? "make test in an empty $1" "$dir/test"
	same "its last line counts no failure" "0 failed" "$(tail -n 1 "$dir/test" | sed 's/.*, //')"
}

golden_tests() { # golden_tests RELEASE COMPILER
	inside "DEV=1 make -j$(nproc) CC=$2 BUILD=build/$2" >"$dir/build"
	judge $? "$1: a build with $2, without a warning" "$dir/build"
	inside "sh tests/golden/run.sh build/$2" >"$dir/golden"
	judge $? "$1: the golden tests with $2" "$dir/golden"
	inside "build/$2/gisa doctor; $2 --version" | sed -n "s/^libraries */$1 $2: /p; s/^[a-zD].*\(gcc\|clang\).* \([0-9.]*\).*/$1: $2 \2/p"
}

for release in ${RELEASES:-bookworm trixie sid}; do
	enter "$release" || continue
	[ "$release" != bookworm ] || whole_test "$release"
	packages make
	inside 'sh tests/install.sh demo' >"$dir/install"
	packages clang python3 sqlite3 procps
	judge $? "$release: what the golden tests want is installed" "$dir/packages"
	for compiler in ${COMPILERS:-gcc clang}; do golden_tests "$release" "$compiler"; done
	leave
done
end
