"""Builds and tests each mutant, and names the survivors. See tests/mutate.sh for the usage.

A copy of the tree is built once. Each mutant is one object compiled anew, under the address and
undefined-behaviour sanitizers, and linked before the library. It is tried by the unit test of its
source; then by the other unit tests and the golden cases that run its line, as gcov measures once,
the quick ones first, until one fails.
"""

import argparse
import atexit
import glob
import hashlib
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from mutants import apply, mutants  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDERS = ["base", "corpus", "pipeline", "cli"]
LISTS = "corpus/lexicon/lists"
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]
LINKER = ["-fuse-ld=gold"] if shutil.which("ld.gold") else []
NOBODY = 65534
SLOWER = 10  # a test that takes so many times its time does not end


def digest(*texts):
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def digest_of(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def make_open(path):
    """A folder that the tests, which run as nobody, may write to."""
    os.makedirs(path, exist_ok=True)
    os.chmod(path, 0o777)


def sources(paths):
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard"], check=True,
                            capture_output=True, text=True).stdout.split("\n")
    listed = [f for f in listed if f and os.path.exists(os.path.join(ROOT, f))]
    lists = [f for f in listed if f.startswith(LISTS) and f.endswith(".tsv")
             and any(LISTS in p for p in paths)]  # for the issue of the layer whose words they are
    wanted = lists + [f for f in listed if f[-2:] in (".c", ".h") and not f.startswith("tests/")]
    wanted = [f for f in wanted if any(f == p or f.startswith(p.rstrip("/") + "/") for p in paths)]
    return listed, wanted


class NotBuilt(Exception):
    pass


class Tree:
    """A copy of the tree, its build, and what its makefile says of how to compile and to link."""

    def __init__(self, listed, build):
        self.dir = tempfile.mkdtemp(prefix="gisa-mutate-")
        os.chmod(self.dir, 0o755)
        atexit.register(shutil.rmtree, self.dir, ignore_errors=True)
        self.top = os.path.join(self.dir, "tree")
        self.out = os.path.join(self.dir, "mutant")
        os.makedirs(self.out)
        for f in listed:
            os.makedirs(os.path.join(self.top, os.path.dirname(f)), exist_ok=True)
            shutil.copy2(os.path.join(ROOT, f), os.path.join(self.top, f))
        if os.path.isdir(build):
            shutil.copytree(build, os.path.join(self.top, "build"), dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns("san", "clang", "held-out", "replay"))
        self.make("build/unit", "build/gisa")
        self.links = {t: self.link_line(t) for t in ("unit", "gisa")}
        self.commands = {}
        self.needs = self.dependencies()

    def make(self, *arguments):
        made = subprocess.run(["make", "--no-print-directory", "BUILD=build", *arguments],
                              cwd=self.top, capture_output=True, text=True)
        if made.returncode:
            sys.exit(f"mutate: the tree does not build:\n{made.stdout}{made.stderr}")
        return made.stdout.replace("\\\n", " ")

    def link_line(self, target):
        said = self.make("-n", "V=1", "-W", "build/libgisa.a", f"build/{target}")
        return next(l for l in said.split("\n") if f" -o build/{target} " in l).split()

    def compile_line(self, source):
        if source not in self.commands:
            target = source[:-2] + ".o" if source.startswith("build/") else f"build/{source[:-2]}.o"
            said = self.make("-n", "V=1", "-W", source, target)
            line = next(l for l in said.split("\n") if f" -c {source} " in l).split()
            self.commands[source] = [w for w in line if w not in ("-MMD", "-MP", "-Werror", "-g")]
        line = self.commands[source]
        return line[:line.index("-o")] + line[line.index("-o") + 2:]

    def write_lists(self, out):
        files = sorted(glob.glob(os.path.join(self.top, LISTS, "*.tsv")))
        with open(os.path.join(self.top, out), "w", encoding="utf-8") as f:
            subprocess.run(["sh", "corpus/wordlists.sh", *files], cwd=self.top, stdout=f, check=True)

    def dependencies(self):
        """{source: the headers it sees}, as the compiler wrote them down."""
        needs = {}
        for path in glob.glob(os.path.join(self.top, "build", "**", "*.d"), recursive=True):
            first = read(path).split("\n\n")[0].replace("\\\n", " ").split(":", 1)[1].split("\n")[0]
            words = [os.path.normpath(w) for w in first.split()]
            if words and words[0].endswith(".c") and os.path.exists(os.path.join(self.top, words[0])):
                needs[words[0]] = set(words[1:])
        return needs

    def compile(self, source, out, *flags):
        environment = dict(os.environ, CCACHE_DISABLE="1")
        made = subprocess.run(self.compile_line(source) + ["-w", *flags, "-o", out], cwd=self.top,
                              env=environment, capture_output=True, text=True)
        return made.returncode == 0

    def link(self, target, replaced, out, only=None, flags=()):
        """Links unit or gisa with other objects: {object of the build: another}. With only, the
        path of one unit test, that test alone is the program, of what it needs."""
        line = self.links[target]
        words, spare = [], []
        for w in line[:line.index("-o")] + line[line.index("-o") + 2:]:
            if w.endswith(".o") and w not in replaced and only:
                if w == f"build/tests/unit/{only}.o":
                    words.append(w)
                elif not w.startswith("build/tests/unit/"):
                    spare.append(w)
            elif w == "build/libgisa.a":
                words += [o for b, o in replaced.items() if not any(b in l for l in self.links.values())]
                words += [self.archive(spare)] if spare else []
                words.append(w)
            else:
                words.append(replaced.get(w, w))
        if only:
            words.append("-Wl,--defsym,main=unit__" + only.replace("/", "__"))
        made = subprocess.run(words + [*flags, *SANITIZE, *LINKER, "-Wl,-s", "-o", out], cwd=self.top,
                              capture_output=True, text=True)
        if made.returncode:
            raise NotBuilt(f"{target} does not link:\n{made.stderr[-2000:]}")

    def archive(self, objects):
        path = os.path.join(self.dir, f"spare-{digest(*objects)}.a")
        if not os.path.exists(path):
            subprocess.run(["ar", "rcs", path, *objects], cwd=self.top, check=True)
        return path


class Suite:
    """The tests: "unit NAME", "golden NAME", and "shelf", the import that golden cases share."""

    def __init__(self, tree):
        self.tree = tree
        top = os.path.join(tree.top, "tests")
        units = glob.glob(os.path.join(top, "unit", "**", "*.c"), recursive=True)
        names = sorted(os.path.relpath(u, os.path.join(top, "unit"))[:-2] for u in units)
        self.units = [f"unit {n}" for n in names if n != "runner"]
        cases = sorted(glob.glob(os.path.join(top, "golden", "*.sh")))
        self.cases = [f"golden {os.path.basename(c)[:-3]}" for c in cases
                      if os.path.basename(c) != "run.sh"]
        self.shared = {f"golden {os.path.basename(c)[:-3]}" for c in cases
                       if re.search(r"^corpus$", read(c), re.M)}
        self.shelf = os.path.join(tree.dir, "shelf")
        self.times = {}

    def all(self):
        return [*(["shelf"] if self.shared else []), *self.units, *self.cases]

    def digest(self, test):
        kind, _, name = test.partition(" ")
        files = ([f"tests/unit/{name}.c"] if kind == "unit" else ["tests/golden/harness"] if
                 kind == "shelf" else [f"tests/golden/{name}.sh", f"tests/golden/{name}.out"])
        return digest(*(digest_of(os.path.join(self.tree.top, f)) for f in files))

    def command(self, test, program):
        """program: a folder with unit and gisa in it, or one unit test's program."""
        kind, _, name = test.partition(" ")
        if kind == "unit":
            return [os.path.join(program, "unit"), name] if os.path.isdir(program) else [program]
        return ["sh", os.path.join("tests", "golden", "run.sh"), program,
                name if kind == "golden" else "--shelf"]

    def differs(self, test, scratch):
        """Whether what a golden case has said so far is wrong already: the rest need not run."""
        said = glob.glob(os.path.join(scratch, "*.out"))
        if not test.startswith("golden ") or not said:
            return False
        with open(os.path.join(self.tree.top, "tests", "golden", test[7:] + ".out"), "rb") as f:
            right = f.read()
        try:
            with open(said[0], "rb") as f:
                return not right.startswith(f.read())
        except FileNotFoundError:  # it has ended
            return False

    def run(self, test, program, shelf=None, extra=None):
        """Whether a test passes, in time."""
        seconds = self.times.get(test)
        environment = dict(os.environ, LC_ALL="C.UTF-8", SHELF=shelf or self.shelf,
                           ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=1:"
                           "intercept_memmem=0:hard_rss_limit_mb=3000", **(extra or {}))

        def limit():
            if os.getuid() == 0:  # a mutant of what replaces files must find nothing to replace
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
            if seconds is not None:
                most = int(SLOWER * seconds) + 2
                resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        scratch = tempfile.mkdtemp(dir=self.tree.dir)
        make_open(scratch)
        environment["TMPDIR"] = scratch
        child = subprocess.Popen(self.command(test, program), cwd=self.tree.top, env=environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, start_new_session=True,
                                 preexec_fn=limit)
        code = None
        while code is None:
            try:
                code = child.wait(0.2)
            except subprocess.TimeoutExpired:
                late = seconds is not None and time.monotonic() - started > SLOWER * seconds + 8
                if late or self.differs(test, scratch):
                    os.killpg(child.pid, signal.SIGKILL)
                    code = child.wait()
        shutil.rmtree(scratch, ignore_errors=True)
        if seconds is None:
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            self.times[test] = max(cpu, (time.monotonic() - started) / 4)
        return code == 0


class Coverage:
    """Which tests run which lines of some sources: measured, or read from the file that the last
    measurement left, if half of the sources are the same. What new tests and changed golden cases run is
    not known, so they always run."""

    def __init__(self, tree, suite, wanted, path):
        self.lines = {}  # path: {line: tests}, every line that has code
        self.changed = set()
        self.measured = {f for f in wanted if f.endswith(".c") and f in tree.needs}
        now = {"sources": {f: digest_of(os.path.join(tree.top, f)) for f in sorted(self.measured)},
               "tests": {t: suite.digest(t) for t in suite.all()}}
        make_open(suite.shelf)
        if os.path.exists(path) and self.load(json.loads(read(path)), now, tree):
            suite.times.update(self.times)
            suite.run("shelf", os.path.join(tree.top, "build"))
            return
        print("mutate: measuring which test runs which line", file=sys.stderr)
        self.measure_all(tree, suite)
        rows = {f: {n: sorted(t) for n, t in lines.items()} for f, lines in self.lines.items()}
        with open(path, "w", encoding="utf-8") as f:
            json.dump({**now, "lines": rows, "times": suite.times, "broken": self.broken}, f)

    def load(self, was, now, tree):
        same = {f for f, d in was["sources"].items()
                if f in tree.needs and digest_of(os.path.join(tree.top, f)) == d}
        if 2 * len(same) < len(was["sources"]):
            return False
        self.measured = same  # for the few others, the tests of any line they had
        self.lines = {f: {int(n): set(t) for n, t in rows.items()}
                      for f, rows in was["lines"].items()}
        self.changed = {t for t, d in now["tests"].items() if was["tests"].get(t) != d
                        and (t.startswith("golden") or t not in was["tests"])}
        self.broken = [t for t in was["broken"] if t not in self.changed]
        self.times = {t: s for t, s in was["times"].items() if t not in self.changed}
        return True

    def measure_all(self, tree, suite):
        self.dir = os.path.join(tree.dir, "coverage")
        make_open(self.dir)
        objects = {}
        for f in sorted(self.measured):
            out = os.path.join(self.dir, f.replace("/", "@")[:-2] + ".o")
            if not tree.compile(f, out, "--coverage", "-fprofile-update=atomic", "-O0", *SANITIZE):
                sys.exit(f"mutate: {f} does not compile")
            objects[f"build/{f[:-2]}.o"] = out
        try:
            for target in ("unit", "gisa"):
                tree.link(target, objects, os.path.join(self.dir, target), flags=["--coverage"])
        except NotBuilt as why:
            sys.exit(f"mutate: {why}")
        self.broken = [t for t in suite.all() if not self.measure(suite, t)]

    def measure(self, suite, test):
        good = suite.run(test, self.dir, None, {"GCOV_PREFIX": self.dir, "GCOV_PREFIX_STRIP": "99"})
        data = glob.glob(os.path.join(self.dir, "*.gcda"))
        if data:
            found = subprocess.run(["gcov", "-j", "-t", *data], cwd=self.dir, capture_output=True,
                                   text=True).stdout
            for report in found.split("\n"):
                for file in json.loads(report)["files"] if report else []:
                    path = os.path.normpath(file["file"])
                    lines = self.lines.setdefault(path, {})
                    for line in file["lines"]:
                        tests = lines.setdefault(line["line_number"], set())
                        if line["count"]:
                            tests.add(test)
            for path in data:
                os.remove(path)
        return good

    def at(self, path, number):
        """The tests that run a line; for one without code of its own, those of its neighbours."""
        lines = self.lines.get(path, {})
        if number in lines:
            return lines[number]
        before = max((k for k in lines if k < number), default=None)
        after = min((k for k in lines if k > number), default=None)
        return lines.get(before, set()) | lines.get(after, set())

    def anywhere(self, path):
        return set().union(*self.lines.get(path, {}).values())


class Trial:
    def __init__(self, listed, wanted, given):
        self.tree = Tree(listed, given.build)
        self.suite = Suite(self.tree)
        self.wanted, self.measured, self.quick = wanted, None, given.quick
        self.stored = os.path.join(given.build, "mutants.json")
        self.texts = {f: read(os.path.join(self.tree.top, f)) for f in self.tree.needs}
        self.own = {}
        self.kills = {}  # how many mutants of a source a test noticed: it may notice the next

    @property
    def coverage(self):
        if not self.measured:
            self.measured = Coverage(self.tree, self.suite, self.wanted, self.stored)
            if self.measured.broken:
                print("mutate: left out, as they fail without a mutation: "
                      + ", ".join(self.measured.broken), file=sys.stderr)
        return self.measured

    def own_test(self, m):
        """The unit test of a mutant's source and its object under the sanitizers, once it passed
        without a mutation; None when there is none."""
        name = m.path[:-2]
        if f"unit {name}" not in self.suite.units:
            return None
        if name not in self.own:
            objects = {}
            for source in (f"tests/unit/{name}.c", m.path):
                if source.endswith(".h"):
                    continue
                out = os.path.join(self.tree.dir, source.replace("/", "@")[:-2] + ".o")
                if not self.tree.compile(source, out, "-O0", *SANITIZE):
                    return None
                objects[f"build/{source[:-2]}.o"] = out
            program = os.path.join(self.tree.out, "own")
            self.tree.link("unit", objects, program, name)
            good = self.suite.run(f"unit {name}", program)
            self.own[name] = {f"build/tests/unit/{name}.o": out
                              for b, out in objects.items() if "/tests/" in b} if good else None
            if not good:
                print(f"mutate: left out, as it fails without a mutation: unit {name}",
                      file=sys.stderr)
        return self.own[name]

    def tests_of(self, m):
        """The other tests that may notice a mutant, in the order to run them."""
        if m.in_function and not m.symbol and m.path in self.coverage.measured:
            tests = self.coverage.at(m.path, m.line)
        else:
            tests = self.tests_of_symbol(m)
        tests = (set(tests) | self.coverage.changed) - set(self.coverage.broken)
        if "shelf" in tests:
            tests |= self.suite.shared
        rank = {"unit": 1, "shelf": 2, "golden": 3}
        near = re.sub(r".*/(cmd_)?|\.[ch]$", "", m.path)
        return sorted(tests - {f"unit {m.path[:-2]}"},
                      key=lambda t: (-self.kills.get((m.path, t), 0), near not in t,
                                     rank[t.split()[0]], self.suite.times.get(t, 0), t))

    def tests_of_symbol(self, m):
        if m.path.endswith(".h") and not m.symbol:
            return set(self.suite.all())
        tests, word = set(), re.compile(rf"\b{m.symbol}\b")
        for path, text in self.texts.items():
            seen = path == m.path or m.path in self.tree.needs[path] or m.path.endswith(".tsv")
            if path.startswith("tests/") or not seen:
                continue
            uses = [i for i, l in enumerate(text.split("\n"), 1) if word.search(l)]
            if uses and path not in self.coverage.measured:
                tests |= self.coverage.anywhere(path) or set(self.suite.all())
                continue
            for number in uses:
                if number != m.line or path != m.path:
                    tests |= self.coverage.at(path, number)
        if not m.path.endswith(".c"):
            return tests or set(self.suite.all())
        return tests or self.coverage.anywhere(m.path) or set(self.suite.all())

    def changed_sources(self, m):
        """What must be compiled anew: the source, or all that see the header and use its name."""
        if m.path.endswith(".tsv"):
            return ["build/wordlists.c"]
        if m.path.endswith(".c"):
            return [m.path]
        seen = [f for f, needs in self.tree.needs.items() if m.path in needs]
        text = read(os.path.join(self.tree.top, m.path))
        symbol = m.symbol or self.function_at(text, m.line)
        headers = set().union(*(self.tree.needs[f] for f in seen))
        headers = {h for h in headers if os.path.exists(os.path.join(self.tree.top, h))}
        word = re.compile(rf"\b{symbol}\b")
        others = {h for h in headers if len(word.findall(read(os.path.join(self.tree.top, h))))
                  > (1 if h == m.path else 0)}
        if self.quick:
            seen = [f for f in seen if f in (m.path[:-2] + ".c", f"tests/unit/{m.path[:-2]}.c")]
        return [f for f in seen if word.search(self.texts[f]) or others & self.tree.needs[f]]

    @staticmethod
    def function_at(text, line):
        for l in reversed(text.split("\n")[:line]):
            found = re.match(r"[a-z].*?\b(\w+)\(", l)
            if found:
                return found.group(1)
        return ""

    def objects(self, m):
        """The mutant's objects, {object of the build: this one}; None when it does not compile, and
        {} when nothing changed."""
        changed, same = {}, True
        path = os.path.join(self.tree.top, m.path)
        original = read(path)
        sources = self.changed_sources(m)
        flags = ["-O0", *(SANITIZE if len(sources) < 8 else [])]
        with open(path, "w", encoding="utf-8") as f:
            f.write(apply(original, m.edits))
        try:
            for source in sources:
                if source == "build/wordlists.c":
                    self.tree.write_lists(source)
                out = os.path.join(self.tree.out, source.replace("/", "@")[:-2] + ".o")
                if not self.tree.compile(source, out, *flags):
                    return None
                changed[f"build/{source[:-2]}.o"] = out
        finally:
            with open(path, "w", encoding="utf-8") as f:
                f.write(original)
            if m.path.endswith(".tsv"):
                self.tree.write_lists("build/wordlists.c")
        return changed

    def same_code(self, m):
        """Whether the optimizer makes the same of a mutant as of the source."""
        if not m.path.endswith(".c"):
            return False
        path, out = os.path.join(self.tree.top, m.path), os.path.join(self.tree.out, "code.o")
        found = []
        original = read(path)
        for text in (original, apply(original, m.edits)):
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
            self.tree.compile(m.path, out, "-O2", "-DNDEBUG")
            with open(out, "rb") as f:
                found.append(f.read())
        with open(path, "w", encoding="utf-8") as f:
            f.write(original)
        return found[0] == found[1]

    def killer(self, m):
        """The test that notices a mutant; "" when none does, None when it is no mutant."""
        try:
            return self.first_to_fail(m)
        except NotBuilt:
            return None

    def first_to_fail(self, m):
        objects = self.objects(m)
        if not objects:
            return None
        out, linked, shelf = self.tree.out, set(), None
        own = self.own_test(m)
        if own is not None:
            program = os.path.join(out, "own")
            self.tree.link("unit", {**own, **objects}, program, m.path[:-2])
            if not self.suite.run(f"unit {m.path[:-2]}", program):
                return f"unit {m.path[:-2]}"
        for test in self.tests_of(m) if not self.quick else []:
            kind = test.split()[0]
            target = "unit" if kind == "unit" else "gisa"
            if target not in linked:
                self.tree.link(target, objects, os.path.join(out, target))
                linked.add(target)
            if kind == "shelf":
                shelf = os.path.join(out, "shelf")
                shutil.rmtree(shelf, ignore_errors=True)
                make_open(shelf)
            if not self.suite.run(test, out, shelf):
                self.kills[m.path, test] = self.kills.get((m.path, test), 0) + 1
                return test
        return None if self.same_code(m) else ""


class Results:
    """What earlier runs found. A kill holds while its file is the same, a survival while all is."""

    def __init__(self, path, everything, again):
        self.path, self.everything, self.known = path, everything, {}
        if again or not os.path.exists(path):
            return
        for line in read(path).split("\n"):
            if line.count("\t") == 3:
                key, file, whole, killer = line.split("\t")
                self.known[key] = (file, whole, killer)

    def find(self, key, file):
        was = self.known.get(key)
        if was and was[0] == file and (was[2] or was[1] == self.everything):
            return was[2]
        return None

    def put(self, key, file, killer):
        self.known[key] = (file, self.everything, killer)
        with open(self.path, "a", encoding="utf-8") as f:
            f.write("\t".join((key, file, self.everything, killer)) + "\n")


def options():
    parser = argparse.ArgumentParser(prog="tests/mutate.sh")
    parser.add_argument("--list", action="store_true", help="only print the mutants")
    parser.add_argument("--sample", type=int, help="a fixed pseudo-random sample of so many")
    parser.add_argument("--seed", type=int, default=1, help="another sample")
    parser.add_argument("--again", action="store_true", help="forget the results of earlier runs")
    parser.add_argument("--tables", action="store_true", help="only constants and tables")
    parser.add_argument("--quick", action="store_true", help="only the unit test of each source")
    parser.add_argument("paths", nargs="*", help="the build folder, then sources and folders")
    given = parser.parse_args()
    given.build = "build"
    if given.paths and not os.path.exists(os.path.join(ROOT, given.paths[0])) \
            or given.paths and os.path.basename(given.paths[0]) == "build":
        given.build = given.paths.pop(0)
    given.build = os.path.join(ROOT, given.build)
    return given


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    given = options()
    listed, wanted = sources(given.paths or FOLDERS)
    texts = {f: read(os.path.join(ROOT, f)) for f in wanted}
    chosen = [m for f in wanted for m in mutants(f, texts[f])]
    if given.tables:
        chosen = [m for m in chosen if m.symbol]
    if given.sample is not None:
        picked = random.Random(given.seed).sample(range(len(chosen)), min(given.sample, len(chosen)))
        chosen = [chosen[i] for i in sorted(picked)]
    if given.list:
        for m in chosen:
            print(f"{m.path}:{m.line}: {m.old} -> {m.new}")
        return 0
    whole = digest(*(f + digest_of(os.path.join(ROOT, f)) for f in listed))
    os.makedirs(given.build, exist_ok=True)
    results = Results(os.path.join(given.build, "mutants.tsv"), whole, given.again)
    return report(given, chosen, texts, results, lambda: Trial(listed, wanted, given))


def report(given, chosen, texts, results, new_trial):
    """Tries what is not known yet; prints the survivors and the sums."""
    trial, killed, survived = None, 0, 0
    for i, m in enumerate(chosen):
        key = digest(m.path, m.new, *(f"{a}-{b}:{t}" for a, b, t in m.edits))
        file = digest(texts[m.path])
        killer = results.find(key, file)
        if killer is None:
            trial = trial or new_trial()
            killer = trial.killer(m)
            killer = "none" if killer is None else killer
            if killer or not given.quick:
                results.put(key, file, killer)
        if sys.stderr.isatty():
            print(f"\r{i + 1} of {len(chosen)}, {survived} survived", end="", file=sys.stderr)
        if killer == "":
            survived += 1
            print(f"survived: {m.path}:{m.line}: {m.old} -> {m.new}", flush=True)
        elif killer != "none":
            killed += 1
    print(f"{killed + survived} mutants, {killed} killed, {survived} survived")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
