#!/usr/bin/env python3
"""Runs libFuzzer with the address sanitizer on the dialect and on dates, the time shared between them.

    Tests/Fuzz/run.py SECONDS

The corpus stays in .build/fuzz-corpus. What crashes is kept in .build/fuzz-crashes; make a test of it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SUITES = ROOT.parent / "shared" / "suites"


def main():
    seconds = int(sys.argv[1])
    build = ["swift", "build", "-c", "release", "--package-path", HERE, "--scratch-path", ROOT / ".build" / "fuzz"]
    subprocess.run(build, check=True)
    folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    failed = [name for name, share in (("markdown-fuzz", 9), ("edtf-fuzz", 1)) if not fuzz(folder, name, seconds * share // 10)]
    sys.exit(f"crashed: {', '.join(failed)}; see .build/fuzz-crashes" if failed else 0)


def fuzz(folder, name, seconds):
    corpus = ROOT / ".build" / "fuzz-corpus" / name
    crashes = ROOT / ".build" / "fuzz-crashes"
    corpus.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_text(text, encoding="utf-8")
    # The runtime's own caches look like leaks after each input; the one check at the end is enough.
    options = [f"-max_total_time={max(1, seconds)}", "-detect_leaks=0", "-timeout=20", "-print_final_stats=1"]
    # Swift's own backtrace starts a program in the crashed process, which then waits for ever.
    quiet = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    command = [f"{folder}/{name}", *options, f"-artifact_prefix={crashes}/", corpus]
    return subprocess.run(command, env=quiet).returncode == 0


def seeds(name):
    if name == "edtf-fuzz":
        return ["2024-03-05", "1984~/2004-06", "20XX", "[1667,1668..1670]", "Y-170000002", "2001-21", "../1985"]
    suite = SUITES / "commonmark-0.30.json"
    examples = [each["markdown"] for each in json.loads(suite.read_text(encoding="utf-8"))] if suite.exists() else []
    return examples + ["::: {.a #b k=v}\n[x]{.y}[^1] [@k, p. 3]\n:::\n\n[^1]: n\n", "| a |\n|--|\n| [[b|c]] |\n", "> x *y\n> | a* | `b |\n> |--|:-:|\n> | [c][d] | e` | \\| |\n> : f {#g}\n\n[d]: /h\n", "> [!NOTE]\n> a\n"]


if __name__ == "__main__":
    main()
