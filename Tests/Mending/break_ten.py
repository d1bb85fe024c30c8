#!/usr/bin/env python3
"""Breaks things in the site that `dossier init` makes, and mends each by nothing but what `dossier check` says of it.

    break_ten.py path/to/dossier

Each breakage alone, then all together: `check` must end with the exit code that fits, name the very line, and suggest what
makes `Public/` the same, byte for byte, as it was before.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BRIEFING = "Content/briefings/harbour-bridge.md"
THEME = "Templates/page.mustache"
TEMPLATE = """{{<layout}}
{{$main}}
<h1>{{title}}</h1>
<p><a href="{{root}}timeline/">When</a></p>
{{/main}}
{{/layout}}
"""
# File, what stands there, what is written instead, the exit code.
BREAKAGES = [
    (BRIEFING, "topics: [northhaven]", "topics: [northaven]", 1),
    (BRIEFING, "summary: The bridge", "sumary: The bridge", 1),
    (BRIEFING, "likelihood=unlikely", "likelihood=unlikly", 1),
    (BRIEFING, "[@port-report, p. 1]", "[@port-reprt, p. 1]", 1),
    (BRIEFING, "{.claim #bearings", "{.clam #bearings", 1),
    (BRIEFING, ".[^inspection]", ".[^inspecton]", 1),
    (BRIEFING, "not open a bridge", "not open the bridge", 1),
    (BRIEFING, "speaker=mara-lindqvist", "speaker=mara-lindqvst", 1),
    (BRIEFING, "date=2025-01-14 place", "dat=2025-01-14 place", 1),
    (BRIEFING, "## What is not", "# What is not", 0),
    (BRIEFING, "::: gap", "::: gaps", 1),
    (BRIEFING, "[[port-authority|", "[[port-authorty|", 1),
    ("Content/entities/northhaven.md", "type: place", "type: plce", 1),
    ("Content/entities/mara-lindqvist.md", "relations:", "relation:", 1),
    ("Content/entities/port-authority.md", "within: northhaven", "within: norhthaven", 1),
    ("Content/sources/port-report.md", "reliability: B", "reliabilty: B", 1),
    ("Content/site.yaml", "language: en", "langage: en", 1),
    (THEME, "{{title}}", "{{titel}}", 2),
    (THEME, "{{root}}timeline/", "{{root}}timelin/", 1),
]


def main():
    dossier = str(Path(sys.argv[1]).resolve())
    problems = []
    for number, breakages in enumerate([[breakage] for breakage in BREAKAGES] + [BREAKAGES]):
        with tempfile.TemporaryDirectory() as folder:
            name = f"all {len(BREAKAGES)}" if number == len(BREAKAGES) else repr(breakages[0][2])
            reason = tried(Site(dossier, Path(folder) / "site"), breakages)
            print(f"{name}: {reason or 'mended'}")
            problems += [reason] if reason else []
    sys.exit(1 if problems else 0)


class Site:
    def __init__(self, dossier, root):
        self.dossier, self.root = dossier, root
        subprocess.run([dossier, "init", str(root)], check=True, capture_output=True)
        (root / "Templates").mkdir(exist_ok=True)
        (root / THEME).write_text(TEMPLATE, encoding="utf-8")

    def run(self, *arguments):
        command = [self.dossier, *arguments, "--root", str(self.root), "--clock", "2025-06-01"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def published(self):
        public = self.root / "Public"
        return {path.relative_to(public): path.read_bytes() for path in public.rglob("*") if path.is_file()}

    def findings(self):
        done = self.run("check", "--format", "json")
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def tried(site, breakages):
    """Why it could not be broken and mended; None when it could."""
    if site.run("build", "--strict").returncode != 0:
        return "the fresh site does not build"
    before = site.published()
    places = {}
    for path, right, wrong, _ in breakages:
        file = site.root / path
        text = file.read_text(encoding="utf-8")
        if text.count(right) != 1:
            return f"{right!r} does not stand once in {path}"
        file.write_text(text.replace(right, wrong), encoding="utf-8")
        places[path, 1 + text[: text.index(right)].count("\n")] = wrong
    expected = max(code for _, _, _, code in breakages)
    status, findings = site.findings()
    if status != expected:
        return f"exit code {status} where {expected} fits"
    if expected and site.run("build").returncode != expected:
        return "build and check do not end alike"
    if site.published() != before:
        return "Public/ changed although the site is broken"
    if len(breakages) == 1:
        missed = set(places) - {(finding["path"], finding["line"]) for finding in findings}
        if missed:
            return f"no finding at {sorted(missed)}: {findings}"
    # What was hidden behind a mistake may show only once that is mended.
    for _ in range(len(breakages) + 1):
        if not findings:
            break
        if not mend(site, findings):
            return f"no message says what to write: {findings}"
        _, findings = site.findings()
    if findings:
        return f"left over: {findings}"
    if site.run("build", "--strict").returncode != 0:
        return "the mended site does not build"
    return None if site.published() == before else "the mended site is another one"


def mend(site, findings):
    """Takes every finding's own suggestion, from the last place of a file to the first."""
    mended = False
    for finding in sorted(findings, key=lambda finding: (finding["path"], -finding.get("offset", 0))):
        if "offset" not in finding:
            continue
        file = site.root / finding["path"]
        text = file.read_bytes()
        start, end = finding["offset"], finding["endOffset"]
        words = replacement(text[start:end].decode(), finding)
        heading = re.search(r"begin this (?:one|heading) with '(#+)'", finding["message"])
        if heading:
            start, end, words = text.rfind(b"\n", 0, start) + 1, start, heading[1] + " "
        if words is None:
            continue
        file.write_bytes(text[:start] + words.encode() + text[end:])
        mended = True
    return mended


def replacement(written, finding):
    """The first suggestion in the place of the name that is pointed at; marks around it stay."""
    if not finding["suggestions"]:
        return None
    marks = re.fullmatch(r"(-?@|\[\[|\[\^|\.)?(.*?)(\|.*|\]\]|\])?", written, re.DOTALL)
    return (marks[1] or "") + finding["suggestions"][0].lstrip(".") + (marks[3] or "")


if __name__ == "__main__":
    main()
