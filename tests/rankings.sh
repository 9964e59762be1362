#!/bin/sh
# Two thousand queries of all classes, ranked as an exhaustive scorer ranks them.
# Usage: tests/rankings.sh [BUILD]
GISA_QUERIES=2000 exec "${1:-build}/unit" index/query/match
