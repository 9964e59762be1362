#!/bin/sh
# The golden tests under the sanitizers, after what tests/sanitize.sh runs. Usage: tests/sanitize_golden.sh [BUILD]
exec sh "$(dirname "$0")/sanitize.sh" "${1:-build}" fuzz golden
