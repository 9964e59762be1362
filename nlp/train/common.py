"""The form all training text takes: one sentence a block, one eojeol a line, a blank line between.

    eojeol <TAB> form/TAG form/TAG …

Conventions: tags of the Sejong set; MMD, MMA, MMN are MM; NNBC is NNB; symbols are SW, digits SN, Latin letters
SL, Hanja SH, whatever the corpus says; endings 아, 여, 았, 였 are written 어, 었; jamo are compatibility jamo.
"""
import re
import unicodedata

TAGS = set("NNG NNP NNB NR NP VV VA VX VCP VCN MM MAG MAJ IC JKS JKC JKG JKO JKB JKV JKQ JX JC EP EF EC ETN ETM "
           "XPN XSN XSV XSA XR SW SL SH SN".split())
SYMBOLS = {"SF", "SP", "SS", "SE", "SO", "SW", "SSO", "SSC", "SY", "SC", "SB"}
FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def jamo(form):
    out = []
    for c in unicodedata.normalize("NFC", form):
        o = ord(c)
        if 0x11A8 <= o <= 0x11C2:
            c = FINALS[o - 0x11A8]
        elif 0x1100 <= o <= 0x1112:
            c = INITIALS[o - 0x1100]
        out.append(c)
    return "".join(out)


def kind(form):
    """The tag a form has by its characters alone, or None."""
    if re.fullmatch(r"[0-9][0-9.,]*", form):
        return "SN"
    if re.fullmatch(r"[A-Za-zÀ-ɏ]+", form):
        return "SL"
    if re.fullmatch(r"[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff]+", form):
        return "SH"
    if not re.search(r"[\w\u3131-\u318e]", form):
        return "SW"
    return None


def morph(form, tag):
    """A morpheme in our conventions, or None when it has none."""
    form = jamo(form)
    tag = {"MMD": "MM", "MMA": "MM", "MMN": "MM", "NNBC": "NNB"}.get(tag, tag)
    if tag in SYMBOLS:
        tag = "SW"
    if not form or re.search(r"\s", form):
        return None
    by_form = kind(form)
    if by_form:
        tag = by_form
    elif tag in ("SW", "SN", "SH"):
        tag = "SW" if tag == "SW" else "NNG"
    elif tag == "SL":
        tag = "NNG" if re.search("[가-힣]", form) else "SL"
    if tag[0] == "E":
        form = re.sub("^[아여]", "어", form)
        form = re.sub("^[았였]", "었", form)
    return (form, tag) if tag in TAGS else None


def write(out, sentence):
    """sentence: pairs of an eojeol and its morphemes."""
    for word, morphs in sentence:
        out.write(word + "\t" + " ".join(f"{f}/{t}" for f, t in morphs) + "\n")
    out.write("\n")
