. "$HARNESS"
corpus
top 0 trend --by month --svg chart.svg 가온-1
head -c 60 chart.svg
echo
grep -c '<script' chart.svg
top 0 trend --svg folder/chart.svg 가온-1
# A gap, an outlet that joins, a burst, an interval that goes beyond the plot, and a narrow screen.
cat >articles.py <<'PY'
import json
n = 0
for day in range(1, 29):
    for k in range((0 if day in (9, 10) else 12) + (10 if day > 14 else 0)):
        n += 1
        outlet = "naru" if k < 12 else "dari"
        text = "등대가 켜졌다" if outlet == "naru" and k % 2 else "배추가 나왔다"
        print(json.dumps({"url": f"http://{outlet}.example/{n}", "outlet": outlet, "published": f"2025-02-{day:02}",
                          "title": f"소식 {n}호", "body": f"{n * 37}번지에서 {text}. {n * 11 + 5}명이 {n * 7}원을 냈다."},
                         ensure_ascii=False))
PY
python3 articles.py >in.jsonl
"$GISA" --db t.db import -q --format jsonl in.jsonl
for width in 760 390; do
	top 0 --db t.db trend --by day --svg wide.svg --width $width 등대
	for kind in gap hatch clip event burst band; do
		echo "$kind $(grep -c "class=\"gc-$kind" wide.svg)"
	done
	grep -o 'gc-\(said\|sub\|note\)"[^<]*' wide.svg
	# No text begins or ends outside.
	python3 - $width <<'PY'
import re, sys
wide = int(sys.argv[1])
texts = re.findall(r'<text class="gc-(?:title|sub|note|said)" x="([0-9.]+)"[^>]*>([^<]*)', open("wide.svg").read())
print(all(float(x) + len(t.encode("euc-kr", "replace")) * 11 * .53 <= wide for x, t in texts))
PY
done
run trend --svg chart.svg --width 100 가온-1
