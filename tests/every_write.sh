#!/bin/sh
# tests/fault/writes.sh with every write, not some. Usage: tests/every_write.sh [BUILD]
STEP=1 exec sh "$(dirname "$0")/fault/writes.sh" "$@"
