. "$HARNESS"
run analyze <<'T'
도서관은 문을 열었다.

T
run analyze --entities <<'T'
딥시크는 3일 100만원을 냈다.
T
run analyze extra
