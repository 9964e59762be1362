"""What the benches of names and facts share: gisa_annotate over texts, as JSON objects."""
import json
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def build(out):
    packages = "libcurl libxml-2.0 icu-uc icu-i18n libpcre2-8 sqlite3 jansson zlib libbrotlidec libcrypto"
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs"] + packages.split(), text=True)
    library = os.environ.get("GISA_LIBRARY", os.path.join(ROOT, "build/libgisa.a"))
    subprocess.check_call(["cc", "-O2", "-D_GNU_SOURCE", "-I" + ROOT, "-I" + ROOT + "/include", "-o", out,
                           os.path.join(ROOT, "tests/bench/facts_dump.c"), library] + flags.split() +
                          ["-lm", "-lpthread"])


def run(texts, args=(), how=()):
    """texts: {"title", "body", "published"}. Returns a list of what facts_dump.c prints, or its text with args.
    how: ["--import"], for words read as an import does."""
    with tempfile.TemporaryDirectory() as folder:
        tool = os.path.join(folder, "dump")
        build(tool)
        lines = "".join(json.dumps(t, ensure_ascii=False) + "\n" for t in texts)
        out = subprocess.run([tool, *how, *args], input=lines, capture_output=True, text=True, check=True)
    return out.stdout if args else [json.loads(line) for line in out.stdout.splitlines()]
