"""Brings the teacher's morphemes (kiwipiepy's tokens) to the conventions of KLUE, the press treebank.

Learning would bridge the two word by word; what is a rule is better given as one, for words that the treebank lacks too.
"""

VERBS = {"VV", "VA", "VX"}
SECOND = {"지", "가", "오", "보", "나", "내", "버리", "두", "놓", "대", "들", "주", "나가", "나오", "내리"}


def plain(tag):
    tag = tag.split("-")[0]
    return "SW" if tag.startswith("W_") else {"XSM": "XSN", "Z_SIOT": ""}.get(tag, tag)


class Verbs:
    """Puts compound verbs (들어가) apart (들 + 어 + 가), as the teacher does when asked for its finest analysis."""

    def __init__(self, kiwi):
        self.kiwi = kiwi
        self.known = {}

    def parts(self, form):
        """The parts as (form, tag, start), or None: the verb is one."""
        if form not in self.known:
            tokens = self.kiwi.tokenize(form + "다", split_complex=True)
            tags = [plain(t.tag) for t in tokens]
            compound = len(tags) == 4 and tags[0] in VERBS and tags[1] == "EC" and tags[2] in VERBS and tags[3] == "EF"
            self.known[form] = None
            if compound:
                second = "VX" if tokens[2].form in SECOND else tags[2]
                self.known[form] = [(t.form, tag, t.start) for t, tag in zip(tokens, [tags[0], "EC", second])]
        return self.known[form]

def is_bieup(token):
    """An irregular stem in ㅂ, whose ㅂ the ending turns into ㅜ: 가깝 + ㄴ = 가까운."""
    return token.tag.endswith("-I") and "가" <= token.form[-1] <= "힣" and (ord(token.form[-1]) - 0xAC00) % 28 == 17


# A noun and its verb are two morphemes to the treebank: 맛 + 있다.
NOUN_VERBS = set("맛있 맛없 멋있 멋없 재미있 재미없 상관없 관계없 힘들 잠들 빛나 화나 힘쓰 애쓰 손꼽 본받 맛보".split())
NOUN_VERBS_LONG = {"선보이", "불태우"}  # the noun is the first syllable

# What belongs to a name before it.
OF_NAME = set("역 시 주 동 구 읍 산 강 공원 공항 국제공항 경찰서 광장 나들목 휴게소 미술관 항공 대학교 병원 로터리 지구".split())


def noun_verb(form, tag, start):
    """The two parts of a verb that is a noun and a verb, or the verb alone."""
    if tag not in ("VV", "VA") or not (form in NOUN_VERBS or form in NOUN_VERBS_LONG):
        return [(form, tag, start)]
    at = 1 if form in NOUN_VERBS_LONG else len(form) - 1
    return [(form[:at], "NNG", start), (form[at:], tag, start + at)]


def joined(before, form, tag):
    """The tag that a morpheme has together with the one before it, or None: they stay two."""
    if before[1] == "XR" and (form, tag) == ("하", "XSA"):
        return "VA"
    if before[1] == "XR" and form == "히":
        return "MAG"
    return "NNP" if before[1] == "NNP" and tag == "NNG" and form in OF_NAME else None


def to_press(tokens, verbs):
    """tokens: the teacher's. Returns: (form, tag, start) each."""
    out = []
    before = None
    end = -1
    for token in tokens:
        form, tag = token.form, plain(token.tag)
        if tag == "ETM" and form in ("은", "을") and before is not None and is_bieup(before):
            form = {"은": "ㄴ", "을": "ㄹ"}[form]
        one = joined(out[-1], form, tag) if out and token.start == end else None
        parts = verbs.parts(form) if tag in VERBS and len(form) > 1 else None
        if one:
            out[-1] = (out[-1][0] + form, one, out[-1][2])
        elif (form, tag) == ("못하", "VX"):
            out += [("못", "MAG", token.start), ("하", "XSV", token.start + 1)]
        elif (form, tag) == ("이날", "NNG"):
            out += [("이", "MM", token.start), ("날", "NNG", token.start + 1)]
        elif parts:
            out += [(f, t, token.start + at) for f, t, at in parts]
        else:
            out += noun_verb(form, tag, token.start)
        before = token
        end = token.start + token.len
    return [(form, "NNG" if tag == "XR" else tag, start) for form, tag, start in out]
