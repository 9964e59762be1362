. "$HARNESS"
# What is too large is named with its limit.
corpus
truncate -s 268435457 large
run extract large
run search -q --count --queries large
run --threads 257 rebuild
run --threads 256 rebuild now
