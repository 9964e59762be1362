"""Brings the teacher's morphemes (kiwipiepy's tokens) to the conventions of KLUE, the press treebank.

Learning would bridge the two word by word; what is a rule is better given as one, for words that the treebank lacks too.
"""

VERBS = {"VV", "VA", "VX"}
SECOND = {"지", "가", "오", "보", "나", "내", "버리", "두", "놓", "대", "들", "주", "나가", "나오", "내리"}


def plain(tag):
    tag = tag.split("-")[0]
    return "SW" if tag.startswith("W_") else {"XSM": "XSN", "Z_SIOT": ""}.get(tag, tag)


# Compound verbs that the teacher leaves whole even so.
COMPOUND_VERBS = {
    "갈아입": "갈 VV 입 VV", "걸어가": "걷 VV 가 VV", "걸어오": "걷 VV 오 VV", "내걸": "내 VV 걸 VV", "내놓": "내 VV 놓 VV",
    "내밀": "내 VV 밀 VV", "내보내": "내 VV 보내 VV", "내세우": "내 VV 세우 VV", "내주": "내 VV 주 VX", "넘어서": "넘 VV 서 VV",
    "늘어나": "늘 VV 나 VX", "달아오르": "달 VV 오르 VV", "돌아가": "돌 VV 가 VX", "돌아다니": "돌 VV 다니 VV",
    "돌아보": "돌 VV 보 VX", "돌아오": "돌 VV 오 VX", "들어서": "들 VV 서 VV", "떠오르": "뜨 VV 오르 VV", "묻어나": "묻 VV 나 VX",
    "받아들이": "받 VV 들이 VV", "벗어나": "벗 VV 나 VX", "불러들이": "부르 VV 들이 VV", "불러일으키": "부르 VV 일으키 VV",
    "얼어붙": "얼 VV 붙 VV", "일어나": "일 VV 나 VX", "일어서": "일 VV 서 VV", "자아내": "자 VV 내 VX", "커지": "크 VA 지 VX",
}


class Verbs:
    """Puts compound verbs (들어가) apart (들 + 어 + 가), as the teacher does when asked for its finest analysis."""

    def __init__(self, kiwi):
        self.kiwi = kiwi
        self.known = {}

    def parts(self, form):
        """The parts as (form, tag, start), or None: the verb is one."""
        if form in COMPOUND_VERBS:
            first, tag, second, second_tag = COMPOUND_VERBS[form].split()
            return [(first, tag, 0), ("어", "EC", 0), (second, second_tag, len(form) - 1)]
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


# Words of one class alone in their eojeol, whatever the teacher takes them for.
ALONE = dict.fromkeys("결국 내일 사실 어제 오늘 요즘 원래 최근".split(), "NNG") | dict.fromkeys("가장 모두 현재".split(), "MAG")
# Nouns that are two, and names that are none.
TWO_NOUNS = {"지하철역": 3, "기차역": 2, "현관문": 2, "집주인": 1}
NO_NAMES = set("영어 한국어 중국어 일본어 독일어 프랑스어 러시아어 스페인어 아랍어 와이파이 조식 메리트 체크아웃".split())


def is_jamo(form):
    return "\u11a8" <= form[0] <= "\u11c2"


def single(form, tag, before):
    """A morpheme by itself as the treebank has it: pairs of form and tag."""
    before_tag = before[1] if before else None
    if tag == "EF" and form in ("음", "\u11b7"):
        return [(form, "ETN")]
    if tag in ("EF", "EC") and form in ("세요", "으세요"):
        return [(form[:-2] + "시", "EP"), ("어요", "EF")]
    if (form, tag) == ("받", "XSV"):
        return [(form, "VV")]
    if (form, tag) == ("시간", "NNB") or form in NO_NAMES and tag == "NNP" or (form, tag) == ("강추", "IC"):
        return [(form, "NNG")]
    if (form, tag) == ("부", "NNG") and before_tag == "SN":
        return [(form, "NNB")]
    if (form, tag) == ("호선", "NNB"):
        return [("호", "NNB"), ("선", "NNG")]
    if (form, tag) == ("간", "NNG") and before_tag == "NNB":
        return [(form, "XSN")]
    if tag == "NNG" and form in TWO_NOUNS:
        return [(form[:TWO_NOUNS[form]], tag), (form[TWO_NOUNS[form]:], tag)]
    return [(form, tag)]


def alone(out, ends, i):
    """Whether a morpheme is the whole of what stands between spaces and marks."""
    before = i == 0 or ends[i - 1] != out[i][2] or out[i - 1][1][0] == "S"
    return before and (i + 1 == len(out) or out[i + 1][2] != ends[i] or out[i + 1][1][0] == "S")


def noun_verb(form, tag, start):
    """The two parts of a verb that is a noun and a verb, or the verb alone."""
    if tag not in ("VV", "VA") or not (form in NOUN_VERBS or form in NOUN_VERBS_LONG):
        return [(form, tag, start)]
    at = 1 if form in NOUN_VERBS_LONG else len(form) - 1
    return [(form[:at], "NNG", start), (form[at:], tag, start + at)]


def joined(before, form, tag):
    """The tag that a morpheme has together with the one before it, or None: they stay two."""
    if before[0] == "비롯" and form == "하":
        return "VV"
    if before[1] == "XR" and (form, tag) == ("하", "XSA"):
        return "VA"
    if before[1] == "XR" and form == "히":
        return "MAG"
    return "NNP" if before[1] == "NNP" and tag == "NNG" and form in OF_NAME else None


def to_press(tokens, verbs):
    """tokens: the teacher's. Returns: (form, tag, start) each."""
    out, ends = [], []
    before = None
    for token in tokens:
        form, tag = token.form, plain(token.tag)
        if tag == "ETM" and form in ("은", "을") and before is not None and is_bieup(before):
            form = {"은": "ㄴ", "을": "ㄹ"}[form]
        near = out and token.start == ends[-1]
        one = joined(out[-1], form, tag) if near else None
        parts = verbs.parts(form) if tag in VERBS and len(form) > 1 else None
        if near and out[-1][:2] == ("저", "NP") and (form, tag) == ("가", "JKS"):
            out[-1] = ("제", "NP", out[-1][2])
        if out and out[-1][:2] == ("거", "NNB") and is_jamo(form):
            out[-1] = ("것", "NNB", out[-1][2])
        if one:
            out[-1] = (out[-1][0] + form, one, out[-1][2])
        elif (form, tag) == ("못하", "VX"):
            out += [("못", "MAG", token.start), ("하", "XSV", token.start + 1)]
        elif (form, tag) == ("이날", "NNG"):
            out += [("이", "MM", token.start), ("날", "NNG", token.start + 1)]
        elif parts:
            out += [(f, t, token.start + at) for f, t, at in parts]
        else:
            for f, t in single(form, tag, out[-1] if near else None):
                out += noun_verb(f, t, token.start)
        before = token
        ends += [token.start] * (len(out) - len(ends))
        ends[-1] = token.start + token.len
    for i, (form, tag, start) in enumerate(out):
        if form in ALONE and tag in ("MAG", "NNG") and alone(out, ends, i):
            out[i] = (form, ALONE[form], start)
    return [(form, "NNG" if tag == "XR" else tag, start) for form, tag, start in out]
