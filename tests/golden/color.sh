. "$HARNESS"
# Escape codes come when they are asked for, and NO_COLOR is kept to.
corpus
"$GISA" --color always search -q -n 1 --sort date 느티나무도서관 | sed 's/\x1b/ESC/g' | head -n 2
"$GISA" search -q -n 1 --sort date 느티나무도서관 | grep -c "$(printf '\033')"
NO_COLOR=1 "$GISA" --color auto search -q -n 1 느티나무도서관 | grep -c "$(printf '\033')"
