#!/bin/sh
# A clean copy in an empty Debian 12: `make demo` and `make test` must install what they need and do
# their work. Usage: tests/chroot.sh [BUILD]
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
tree=$dir/debian
if ! debootstrap --variant=minbase bookworm "$tree" "$mirror" >"$dir/debootstrap" 2>&1; then
	tail -n 3 "$dir/debootstrap"
	echo "skipped: no Debian from $mirror"
	end
fi
cp /etc/resolv.conf "$tree/etc/"
git clone -q . "$tree/gisa"
rm -rf "$tree/gisa/.git/hooks"
mount -t proc proc "$tree/proc" && trap 'umount "$tree/proc"; rm -rf "$dir"' EXIT

inside() { # inside COMMAND: in the chroot's copy, with no more environment than a login has
	chroot "$tree" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		sh -c "cd /gisa && git config --global safe.directory '*' 2>/dev/null; $1" 2>&1 </dev/null
}
chroot "$tree" apt-get install -y -qq --no-install-recommends make >"$dir/make" 2>&1
inside 'make demo' >"$dir/demo"
judge $? "make demo in an empty Debian 12" "$dir/demo"
inside 'make test' >"$dir/test"
judge $? "make test in an empty Debian 12" "$dir/test"
same "its last line counts no failure" "0 failed" "$(tail -n 1 "$dir/test" | sed 's/.*, //')"
end
