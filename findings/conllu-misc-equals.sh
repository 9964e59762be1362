#!/bin/sh
# conllu cuts a MISC value at its second "=" and writes the rest away.
#
# Expected: the column as it was. CoNLL-U (universaldependencies.org/format.html): MISC holds "any other
#           annotation", items separated by "|"; nothing forbids a second "=". The address of a Korean
#           article often ends "?idxno=12".
# Seen:     parse and serialize lose "=12". pyconll keeps it.
# Versions: conllu 6.0.0, pyconll 3.3.1
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{ python3 -m venv "$dir" && "$dir/bin/pip" install -q conllu==6.0.0 pyconll==3.3.1; } >&2 || {
	echo 'skipped: the packages cannot be installed'
	exit 77
}
seen=$("$dir/bin/python" - <<'END'
import conllu, pyconll

text = "# sent_id = 1\n# text = 비\n1\t비\t비\tNOUN\tNNG\t_\t0\troot\t_\tRef=/view?idxno=12\n\n"
misc = lambda written: written.strip().split("\t")[-1]
ours = misc(conllu.parse(text)[0].serialize())
peer = misc(pyconll.load_from_string(text).conll())
print("conllu %s; pyconll %s" % (ours, peer))
END
)
printf 'seen: %s\n' "$seen"
[ "$seen" = "conllu Ref=/view?idxno; pyconll Ref=/view?idxno=12" ] || exit 1
