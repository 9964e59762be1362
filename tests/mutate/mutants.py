"""The one-line mutations of a C source: slips that a hand could make and a compiler would take.

mutants(path, text) yields a Mutant for each. Left out are assertions, texts of messages, branches of
a failed allocation, lines of a log, and what a comment "mutate: equivalent, WHY" marks: its own line,
or the line or declaration after a comment that fills its line.
"""

import re
from collections import namedtuple

# edits: [(start, end, new text)] in the file; symbol: the constant or table that changes, if one does.
Mutant = namedtuple("Mutant", "path line old new edits symbol in_function")

NUMBER = r"(?:0[xX][0-9A-Fa-f]+|\d+\.\d*|\.\d+|\d+)"
SILENT = re.compile(r"\bassert\(|_Static_assert|GISA_ENOMEM|gisa_fail_mem|\bgisa_log\w*\(|gisa_mem_")
SWAPS = [(" <= ", " < "), (" >= ", " > "), (" < ", " <= "), (" > ", " >= "), (" == ", " != "),
         (" && ", " || ")]


def masked(text):
    """The same text, of the same length, with what is in comments and literals replaced by blanks."""
    def blank(match):
        found = match.group()
        if found[0] == "/":
            return re.sub(r"[^\n]", " ", found)
        return found[0] + "_" * (len(found) - 2) + found[-1]
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', blank, text,
                  flags=re.S)


def closing(code, start):
    """Where the bracket that opens at start is closed."""
    depth = 0
    for i in range(start, len(code)):
        depth += (code[i] in "([{") - (code[i] in ")]}")
        if depth == 0:
            return i
    return len(code)


def changed_number(number):
    """Another value: a fraction or a small number doubled, 150 -> 1500."""
    if number[:2] in ("0x", "0X"):
        return hex(2 * int(number, 16))
    if "." in number:
        return f"{2 * float(number):g}" if float(number) else "1.0"
    value = int(number)
    return str(10 * value if value >= 100 else 2 * value if value else 1)


class Source:
    def __init__(self, path, text):
        self.path, self.text, self.code = path, text, masked(text)
        self.starts = [0] + [m.end() for m in re.finditer("\n", text)]
        self.lines = text.split("\n")
        self.bodies = [(m.start(), self.code.find("\n}", m.start()))
                       for m in re.finditer(r"^\{", self.code, flags=re.M)]
        self.marked = set(self.marks())

    def line_of(self, at):
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= at else (low, middle)
        return low

    def marks(self):
        for m in re.finditer(r"/\*(?:(?!\*/).)*?mutate: equivalent, .*?\*/", self.text, flags=re.S):
            first, last = self.line_of(m.start()), self.line_of(m.end())
            yield from range(first, last + 1)
            alone = not self.text[self.starts[first]:m.start()].strip()
            if alone and self.text[m.end():].split("\n", 1)[0].strip() == "":
                yield last + 1
                if re.match(r"\s*(enum|static const|const)\b.*\{$", self.lines[last + 1]):
                    end = closing(self.code, self.code.index("{", m.end()))
                    yield from range(last + 1, self.line_of(end) + 1)

    def mutant(self, edits, symbol=None):
        at = edits[0][0]
        line = self.line_of(at)
        end = max(self.line_of(e[1]) for e in edits)
        if any(k in self.marked for k in range(line, end + 1)):
            return None
        start = self.starts[line]
        stop = self.starts[end] + len(self.lines[end])
        new = apply(self.text[start:stop], [(a - start, b - start, t) for a, b, t in edits])
        return Mutant(self.path, line + 1, shown(self.text[start:stop]), shown(new), edits, symbol,
                      any(a < at < b for a, b in self.bodies))


def shown(text):
    return " ".join(text.split())


def apply(text, edits):
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def constants(s):
    """Numbers with a name: #define, an enum without a name of its own, static const."""
    found = []
    for m in re.finditer(r"^[ \t]*#define[ \t]+(\w+)[ \t]+\(*(?:\(\w+\))?\(*(" + NUMBER + ")", s.code,
                         flags=re.M):
        found.append((m.group(1), m.start(2), m.group(2)))
    for block in re.finditer(r"(?<!typedef )\benum\s*\{", s.code):
        body = s.code[block.end():closing(s.code, block.end() - 1)]
        for m in re.finditer(r"(\w+) = (" + NUMBER + r")(?!\s*<<\s*\d+\s*,\s*\w+ = 1 <<)", body):
            found.append((m.group(1), block.end() + m.start(2), m.group(2)))
    for block in re.finditer(r"\bstatic const (?:unsigned )?\w+ (?=\w+ = )[^;{]*;", s.code):
        for m in re.finditer(r"(\w+) = \(?(" + NUMBER + ")", block.group()):
            found.append((m.group(1), block.start() + m.start(2), m.group(2)))
    for name, at, number in found:
        if re.match(r"\d", s.code[at - 1]):
            continue
        values = [changed_number(number)]
        if re.search("WEIGHT|BOOST", name):
            values.append("1.0" if "." in number else "1")
        for value in values:
            if value != number:
                yield s.mutant([(at, at + len(number), value)], name)


def entries(s, start, end):
    """The (start, end) of what commas separate between two places."""
    out, depth, first = [], 0, start
    for i in range(start, end + 1):
        c = s.code[i] if i < end else ","
        depth += (c in "([{") - (c in ")]}")
        if c == "," and depth == 0:
            piece = s.code[first:i]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                out.append((first + lead, first + lead + len(piece.strip())))
            first = i + 1
    return out


def key_of(text):
    m = re.search(r'"((?:\\.|[^"\\])*)"|' + NUMBER, text)
    if not m:
        return None
    return m.group(1).encode() if m.group(1) is not None else float(int(m.group(), 0)
                                                                   if "." not in m.group()
                                                                   else float(m.group()))


def has_order(s, name, head, rows):
    """Whether the order of a table means something: sorted, said to be, or looked up by a number."""
    above = s.text[s.text.rfind("\n\n", 0, head) + 1:s.starts[s.line_of(head)]]
    if re.search(r"/\*[^/]*\b(order|sorted|first|precedence|longest|rank)\b[^/]*\*/\s*$", above,
                 flags=re.I):
        return True
    if any(index not in ("0", "i", "j", "k") for index in re.findall(rf"\b{name}\[([^\]]+)\]", s.code[
            s.code.find("= {", head):])):
        return True
    keys = [key_of(s.text[a:b]) for a, b in rows]
    same = len({type(k) for k in keys}) == 1 and keys[0] is not None
    return len(rows) >= 3 and same and all(a <= b for a, b in zip(keys, keys[1:]))


def tables(s):
    """Entries of a table dropped, and neighbours swapped where order means something."""
    head = (r"^[ \t]*(?:static )?const (?:struct \{[^}]*\} )?[^;={}()]*?\b(\w+)((?:\[[^\]]*\])+)\s*="
            r"\s*(\{|\"|$)")
    for m in re.finditer(head, s.code, flags=re.M):
        name, first = m.group(1), re.compile(r"\S").search(s.code, m.start(3)).start()
        if s.code[first] != "{":
            yield from syllables(s, name, first)
            continue
        end = closing(s.code, first)
        rows = entries(s, first + 1, end)
        designated = any(s.code[a] == "[" for a, b in rows)
        order = not designated and has_order(s, name, m.start(1), rows)
        for i, (a, b) in enumerate(rows):
            comma = re.compile(r"\s*,").match(s.code, b)
            if len(rows) > 1 and s.text[a:b] not in ("{0}", "NULL"):
                yield s.mutant([(a, comma.end() if comma and comma.end() <= end else b, "")], name)
            if order and i + 1 < len(rows):
                c, d = rows[i + 1]
                if s.text[a:b] != s.text[c:d]:
                    yield s.mutant([(a, b, s.text[c:d]), (c, d, s.text[a:b])], name)


def syllables(s, name, first):
    """A set of syllables in a string: each may be missing."""
    literal = s.text[first:s.code.find(";", first)]
    letters = re.sub(r'"|\s', "", literal)
    if not re.fullmatch(r"[가-힣㐀-鿿]{3,}", letters):
        return
    for i, c in enumerate(literal):
        if c not in '"\n ':
            yield s.mutant([(first + i, first + i + 1, "")], name)


def blanked_messages(s, start, end):
    """A function's code without the arguments of what reports an error."""
    code = s.code[start:end]
    for m in re.finditer(r"\bgisa_fail(?:_at)?\(", code):
        stop = closing(code, m.end() - 1)
        code = code[:m.end()] + re.sub(r"[^\n]", "_", code[m.end():stop]) + code[stop:]
    return code


def is_index(code, at):
    """Whether the + at this place computes an index: in brackets, in a cut, or plus one. The size in
    a declaration is none."""
    if re.search(r"\n *(?:static |const |unsigned )*[a-z]\w* \w+\[[^\]\n]*$", code[max(0, at - 100):at]):
        return False
    if re.match(r" \+ 1\b", code[at:]):
        return True
    depth = 0
    for i in range(at - 1, max(0, at - 200), -1):
        if code[i] in ";{}":
            return False
        depth += (code[i] in ")]") - (code[i] in "([")
        if depth < 0:
            return code[i] == "[" or bool(re.search(r"_(cut|find\w*|at)$", code[:i]))
    return False


def leaves_loop(lines, at):
    """Whether a break on a line leaves a loop, not a switch: by the heads above it."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    if re.match(r"\s*(for|while) \(", lines[at]):
        return True
    for line in reversed(lines[:at]):
        depth = len(line) - len(line.lstrip())
        if not line.strip() or depth >= indent:
            continue
        indent = depth
        if re.match(r"\s*(case |default:|switch )", line):
            return False
        if re.match(r"\s*(for|while|do)\b", line):
            return True
    return False


def is_choice(code, at, old):
    """Whether a comparison picks the smaller, takes a distance, sets a bound or orders what is known
    to differ: of two equals either will do."""
    line = code[code.rfind("\n", 0, at) + 1:at]
    bound = re.search(r"if \(([^()]+|\w+\([^()]*\))$", line)
    rest = code[at + len(old):]
    if bound and re.match(r"([^;]+)\) " + re.escape(bound.group(1)) + r" = \1;", rest):
        return True
    lower = re.match(r"([^;()]+)\)\s*\1 = ([\w.>\[\]-]+);", rest)
    if lower and re.search(r"(^|[\s(])" + re.escape(lower.group(2)) + "$", line):
        return True
    differ = re.search(r"if \((\S+) != (\S+)\) return (\S+)$", line)
    if differ and differ.group(3) == differ.group(1) and rest.startswith(differ.group(2) + " ? "):
        return True
    plain = re.sub(r"\((?:size_t|int|unsigned|u?int\d+_t|double)\)", "", rest.split(";")[0])
    m = re.match(r"([^?;]+?) \? ([^?;:]+?) : ([^;:,)]+)", plain)
    left = code[:at]
    return bool(m) and any(pair == {m.group(2), m.group(3)}
                           for a in re.findall(r"[\w.>\-\[\]]+$", left) for b in [m.group(1)]
                           for pair in ({a, b}, {f"{a} - {b}", f"{b} - {a}"}, {a, f"-{a}"} if b == "0" else 0))


def operators(s):
    for start, end in s.bodies:
        code = blanked_messages(s, start, end)
        for old, new in SWAPS:
            for m in re.finditer(re.escape(old), code):
                if is_choice(code, m.start(), old):
                    continue
                yield s.mutant([(start + m.start(), start + m.end(), new)])
        for m in re.finditer(r" \+ ", code):
            if is_index(code, m.start()):
                yield s.mutant([(start + m.start(), start + m.end(), " - ")])
        for m in re.finditer(r"(?<=[(\s])(true|false)(?=[,)}])", code):
            new = "false" if m.group() == "true" else "true"
            yield s.mutant([(start + m.start(), start + m.end(), new)])
        for m in re.finditer(r"\breturn (GISA_SKIP|GISA_END);", code):
            yield s.mutant([(start + m.start(1), start + m.end(1), "GISA_OK")])
        for m in re.finditer(r"\b(continue|break);", code):
            line = s.line_of(start + m.start())
            before = s.lines[line][:start + m.start() - s.starts[line]]
            empty = re.search(r"\b(for|while) \(.*\)\s*$", before or s.lines[line - 1])
            if not before.strip():
                empty = re.match(r"\s*(for|while) \(.*\)$", s.lines[line - 1])
            if not empty and leaves_loop(s.lines, line):
                new = "break" if m.group(1) == "continue" else "continue"
                yield s.mutant([(start + m.start(1), start + m.end(1), new)])


def word_list(path, text):
    """A table in a file of its own: an entry dropped, or swapped with the next in a sorted one."""
    rows = [m.span() for m in re.finditer(r"^[^#\n][^\n]*\n", text, flags=re.M)]
    name = "gisa_list_" + re.sub(r".*/|\.tsv$", "", path)
    texts = [text[a:b] for a, b in rows]
    for i, (a, b) in enumerate(rows):
        line = text.count("\n", 0, a) + 1
        yield Mutant(path, line, shown(texts[i]), "", [(a, b, "")], name, False)
        if i + 1 < len(rows) and texts == sorted(texts, key=str.encode):
            yield Mutant(path, line, shown(texts[i] + texts[i + 1]), shown(texts[i + 1] + texts[i]),
                         [(a, rows[i + 1][1], texts[i + 1] + texts[i])], name, False)


def mutants(path, text):
    if path.endswith(".tsv"):
        return list(word_list(path, text))
    s = Source(path, text)
    found = [m for make in (constants, tables, operators) for m in make(s) if m]
    return sorted((m for m in found if not SILENT.search(s.lines[m.line - 1])),
                  key=lambda m: m.edits[0][0])
