#!/usr/bin/env python3
"""Quotes every passage in double quotation marks of an article, and has `dossier verify` look for them; then changes a
word in each. All must be found as they are, and none with a word changed, each with its place and a difference.

    mutate.py path/to/dossier

The article lies beside the repository, in shared/articles; without one nothing is done, and that is said.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = {
    "Content/site.yaml": "title: Quoted\n",
    "Content/entities/somebody.md": "---\nname: Somebody\ntype: person\n---\n",
    "Content/sources/article.md": "---\ntitle: An article\npublisher: A paper\nurl: unknown\n---\n",
}


def main():
    texts = [path for folder in list(ROOT.parents)[:2] for path in sorted(folder.glob("shared/articles/*.txt"))]
    if not texts:
        print("skipped: there is no article in ../shared/articles")
        return
    text = texts[0].read_text(encoding="utf-8")
    passages = re.findall("“([^”]*)”", text)
    with tempfile.TemporaryDirectory() as folder:
        problems = run(Path(folder), text, passages)
    print("\n".join(problems) or f"all {len(passages)} are found as they are, and none with a word changed")
    sys.exit(1 if problems else 0)


def run(folder, text, passages):
    states, output, status = verify(folder, text, passages)
    print(f"{len(passages)} passages as they are: {states.count('found')} found, exit code {status}")
    problems = [] if states == ["found"] * len(passages) and status == 0 and passages else [output]
    states, output, status = verify(folder, text, [mutated(passage) for passage in passages])
    places = re.findall(r"^Content/briefings/quoted\.md:\d+:\d+: error: .*\[quote-not-found\]$", output, re.MULTILINE)
    differences = re.findall(r"\[-.*?-\]\{\+.*?\+\}", output)
    print(f"{len(passages)} with a word changed: {len(places)} failures with a place, {len(differences)} with a difference")
    for difference in differences:
        print(f"  {difference}")
    right = len(places) == len(differences) == len(passages) and "found" not in states and status == 1
    return problems + ([] if right else [output])


def mutated(passage):
    """With another word in its middle; a word alone becomes a similar one."""
    words = passage.split(" ")
    words[len(words) // 2] = passage + "er" if len(words) == 1 else "changed"
    return " ".join(words)


def verify(folder, text, passages):
    quotations = [
        f"[“{words}”]{{.quote #q{number} speaker=somebody}} [@article].\n" for number, words in enumerate(passages)
    ]
    front = "---\ntitle: Quoted\npublished: 2025-03-05\nsummary: One.\n---\n"
    files = SITE | {"Content/briefings/quoted.md": front + "\n".join(quotations), "texts/article.txt": text}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    command = [sys.argv[1], "verify", "--root", str(folder), "--texts", str(folder / "texts"), "--color", "never"]
    result = subprocess.run(command, capture_output=True, text=True)
    states = re.findall(r"^(.*?)  .* quoted#q\d+$", result.stdout, re.MULTILINE)
    return states, result.stdout + result.stderr, result.returncode


if __name__ == "__main__":
    main()
