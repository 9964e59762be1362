#!/bin/sh
# Makes one-line mutations of the sources, builds and tests each, and names those that no unit or
# golden test notices: "survived: path:line: old -> new". docs/HACKING.md, Mutants.
# Usage: tests/mutate.sh [--list] [--tables] [--quick] [--sample N] [--seed S] [--again] [BUILD] [PATH...]
#   PATH       a source, a header or a folder; base, corpus, pipeline and cli when none is given
#   --list     only print the mutants
#   --tables   only constants and entries of tables
#   --quick    try each mutant with the unit test of its source only
#   --sample   a fixed pseudo-random sample of N mutants, another one for each --seed
#   --again    forget the results of earlier runs, which are in BUILD/mutants.tsv
# Works on a copy of the tree, as nobody when root calls it, since a mutant may well overwrite what it
# should not. Exit code 1 when a mutant survived.
set -u
exec python3 "$(dirname "$0")/mutate/trial.py" "$@"
