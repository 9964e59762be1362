"""Compares what `gisa extract` makes of the sample's pages with corpus/sample/gold.jsonl.

    gisa extract FILE... | python3 tests/sample.py corpus/sample/gold.jsonl

One check an article and field. Prints each difference and a last line "# P passed, F failed".
"""

import json
import sys

FIELDS = ["title", "subtitle", "authors", "published", "published_precision", "body", "rights",
          "outlet_name", "via", "captions"]


def shown(value):
    return json.dumps(value, ensure_ascii=False)


def differ(got, want):
    """The first place where two values differ, short enough to read."""
    if not isinstance(got, str) or not isinstance(want, str):
        return f"got  {shown(got)}\n     want {shown(want)}"
    at = next((i for i, (a, b) in enumerate(zip(got, want)) if a != b), min(len(got), len(want)))
    cut = slice(max(0, at - 30), at + 60)
    return f"at {at}: got  {shown(got[cut])}\n     want {shown(want[cut])}"


def main():
    gold = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    lines = [json.loads(line) for line in sys.stdin]
    found = {line["file"].split("corpus/sample/", 1)[-1]: line for line in lines}
    passed, failures = 0, []
    for want in gold:
        got = found.get(want["file"], {"reason": "there is no line for this file"})
        if "reason" in got:
            failures.append(f"{want['file']}: no article: {got['reason']}")
            continue
        for field in FIELDS:
            if got.get(field) == want[field]:
                passed += 1
                continue
            failures.append(f"{want['file']}: {field}\n     {differ(got.get(field), want[field])}")
    for text in failures:
        print("FAIL", text)
    print(f"# {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
