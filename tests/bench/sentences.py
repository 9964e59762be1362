#!/usr/bin/env python3
"""Scores sentence boundaries beside Kiwi and a rule of full stops: sentences.py GISA DATA [--errors N]

DATA is the data folder. Single sentences of its treebanks are joined by a space, ten a text, so that every boundary is known:
press (KLUE's newspaper half, KAIST), web (KLUE's reviews, GSD's blogs), learner (KSL). web is also asked without its final marks
(bare), with ㅋㅋ, ㅠㅠ, ~~, !! and the like for them (smile), with half of them as they are, a quarter so and a quarter so (mixed), and in
quotation marks of a sentence around it, two at a time (quoted). With --tune the web is GSD's training part, to tune on, and there are
no others. F1 is over boundaries inside the texts, counted in characters other than white space; the last column over whole sentences.
The rule: a sentence ends at . ? ! … before a space. Kiwi is PyPI kiwipiepy, split_into_sents.
"""
import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

SMILES = ["ㅋㅋ", " ㅋㅋㅋ", "ㅠㅠ", " ㅠㅠ", "~~", "!!", " ^^", "~", "...", ";;", " :)", "ㅎㅎ", "", "??", "!"]
GROUP = 10
QUOTED = ["그는 “{} {}”라고 말했다.", "그는 \"{} {}\"고 말했다.", "그는 ‘{}’라고 생각했다.", "\"{}\"라며 웃었다.",
          "“{}” 하고 그가 말했다."]


def conllu(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [line[9:].strip() for line in f if line.startswith("# text = ")]


def klue(path, half):
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("##") and half in line.split("\t")[0]:
                out.append(line.rstrip("\n").split("\t", 1)[1].strip())
    return out


def dress(web):
    """The web's sets: as it is, bare, with smiles, mixed, and quoted."""
    # a line of the treebank that holds two sentences would count against who splits it
    web = [s for s in web if not re.search(r"[.?!]\s+\S", s)]
    bare = [re.sub(r"[\s.?!~^;ㅋㅎㅠㅜ]+$", "", s) or s for s in web]
    smile = [s + SMILES[i * 7 % len(SMILES)] for i, s in enumerate(bare)]
    mixed = [[web, bare, web, smile][i * 7 % 11 % 4][i] for i in range(len(web))]
    plain = [s for s in web if not re.search("[\"“”‘’']", s)]
    quoted = [QUOTED[i % len(QUOTED)].format(*plain[2 * i:2 * i + 2]) for i in range(len(plain) // 2)]
    return {"web": web, "bare": bare, "smile": smile, "mixed": mixed, "quoted": quoted}


def sets(folder, tune):
    morph = folder / "morph"
    dp = morph / "klue-dp-tune.tsv.gz"
    if tune:
        return dress(conllu(morph / "gsd-train.conllu.gz"))
    return {
        "press": klue(dp, "wikitree") + conllu(morph / "kaist-dev.conllu.gz")[:1000],
        **dress(klue(dp, "airbnb") + conllu(morph / "gsd-dev.conllu.gz")),
        "learner": conllu(morph / "ksl-dev.conllu.gz")[:500],
    }


def pieces(bounds):
    ends = sorted(bounds | {0, 1 << 30})
    return set(zip(ends, ends[1:]))


def boundaries(sentences):
    """How many characters that are no white space stand before the end of each sentence but the last."""
    out, n = set(), 0
    for s in sentences:
        n += len(re.sub(r"\s", "", s))
        out.add(n)
    out.discard(n)
    return out


def run_gisa(program, texts):
    data = "".join(t + "\n" for t in texts).encode()
    done = subprocess.run([program, "analyze"], input=data, stdout=subprocess.PIPE, check=True)
    out = []
    for line in done.stdout.decode().splitlines():
        d = json.loads(line)
        out.append([d["text"][s["start"]:s["end"]] for s in d["sentences"]])
    return out


def run_kiwi(texts):
    import kiwipiepy
    kiwi = kiwipiepy.Kiwi(num_workers=1)
    return [[s.text for s in kiwi.split_into_sents(t)] for t in texts]


def run_rule(texts):
    return [re.split(r"(?<=[.?!…])\s+", t) for t in texts]


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    show = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    systems = {"gisa": lambda t: run_gisa(program, t), "rule": run_rule}
    if "--alone" not in sys.argv:
        systems["kiwi"] = run_kiwi
    total = {}
    print(f"{'set':8} {'system':6} {'sents':>6} {'P':>6} {'R':>6} {'F1':>6} {'whole':>6}")
    for name, sentences in sets(folder, "--tune" in sys.argv).items():
        groups = [sentences[i:i + GROUP] for i in range(0, len(sentences), GROUP)]
        texts = [" ".join(g) for g in groups]
        for system, run in systems.items():
            good = n_gold = n_found = whole = n_whole = 0
            for group, text, found in zip(groups, texts, run(texts)):
                gold, got = boundaries(group), boundaries(found)
                good += len(gold & got)
                n_gold += len(gold)
                n_found += len(got)
                whole += len(pieces(gold) & pieces(got))
                n_whole += len(pieces(gold)) + len(pieces(got))
                if show and system == "gisa":
                    flat = re.sub(r"\s", "", text)
                    for kind, at in [("missed", gold - got), ("false", got - gold)]:
                        for k in sorted(at):
                            print(f"  {name} {kind}: {flat[max(0, k - 14):k]} | {flat[k:k + 14]}")
            t = total.setdefault(system, [0] * 5)
            for i, n in enumerate((good, n_gold, n_found, whole, n_whole)):
                t[i] += n
            print(f"{name:8} {system:6} {len(sentences):6} {good / max(n_found, 1):6.4f} {good / n_gold:6.4f} "
                  f"{2 * good / (n_gold + n_found):6.4f} {2 * whole / n_whole:6.4f}", flush=True)
    for system, (good, n_gold, n_found, whole, n_whole) in total.items():
        print(f"{'all':8} {system:6} {'':6} {good / max(n_found, 1):6.4f} {good / n_gold:6.4f} "
              f"{2 * good / (n_gold + n_found):6.4f} {2 * whole / n_whole:6.4f}")


if __name__ == "__main__":
    main()
