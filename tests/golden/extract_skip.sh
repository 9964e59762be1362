. "$HARNESS"
printf '\377\330\377\340\0\020JFIF\0\001' >photo.jpg
: >empty.html
run extract photo.jpg
run extract empty.html
run extract missing.html
run extract "$SAMPLE/sites/byeolbit-times/private/preview.html"
