. "$HARNESS"
# What comes first: the article whose title is the query, then those that have all the words, then by score.
corpus
cat >order.py <<'PY'
import json, re, subprocess, sys

def search(*args):
    done = subprocess.run([sys.argv[1], "search", "--json", "--fields", "rank,title,score", *args], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr

def letters(text):
    return re.sub(r"\W", "", text).lower()

def falls(scores):
    return all(a >= b for a, b in zip(scores, scores[1:]))

lower = 0
for query in sys.stdin.read().splitlines():
    hits, said = search("-n", "200", query)
    all_words = re.search(r"(\d+) articles? ha\w+ all the words", said)
    n = int(all_words[1]) if all_words else 0
    n = 0 if "no article has all" in said else n
    scores = [hit["score"] for hit in hits]
    titled = sum(letters(hit["title"]) == letters(query) for hit in hits)
    good = (all(letters(hit["title"]) == letters(query) for hit in hits[:titled])
            and all(0 <= s <= 1 for s in scores) and [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
            and falls(scores[:titled]) and falls(scores[titled:max(n, titled)]) and falls(scores[max(n, titled):]))
    first = max(n, titled)
    lower += 0 < first < len(scores) and scores[first - 1] < scores[first]
    if not good:
        print("not in order:", query, scores)
print("queries whose first articles score less than later ones:", "some" if lower else "none")
PY
# The titles of all articles, and words of theirs.
"$GISA" search --from 1900 --no-collapse -n 1000 --fields title --csv | sed 1d | sed 's/^"//; s/"$//; s/""/"/g' | sort -u >titles
wc -l <titles | awk '{ print ($1 > 40 ? "enough" : "few") " titles" }'
sed -E 's/[^ ]*["()][^ ]*//g' titles | awk '{ print $1, $NF; print $2, $3, $(NF - 1); print $1, $2, $3, $NF; print $2 }' | sort -u >words
python3 order.py "$GISA" <words
# Each title is first for itself, but for marks that mean something.
"$GISA" search --queries titles --no-collapse -n 1 --fields query,title --csv 2>said | sed 1d >first
python3 - <<'PY'
import csv, re
titles = open("titles").read().splitlines()
for number, title in csv.reader(open("first")):
    if re.sub(r"\W", "", title) != re.sub(r"\W", "", titles[int(number)]):
        print("first is", title, "for", titles[int(number)])
PY
wc -l titles first | awk 'NR == 1 { n = $1 } NR == 2 { print (n == $1 ? "each has one" : "some have none") }'
sed -n 's/.*: the /the /p' said
