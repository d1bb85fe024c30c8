#!/usr/bin/env python3
"""Publishes a site of N events, and says how long that took, how large its largest page is, and what was written.

`make timeline N=50000 SEED=1`. Ends with 1 when a page is larger than BOUND, when a page lists more than 200 events,
or when the calendar does not hold what the timeline says it holds.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# 200 events of about a kilobyte each, their drawing, and what stands around them.
BOUND = 400_000


def main():
    count, seed = os.environ.get("N", "50000"), os.environ.get("SEED", "1")
    dossier = os.environ.get("DOSSIER") or released()
    place = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(prefix="dossier-timeline-", dir=place) as folder:
        subprocess.run([sys.executable, HERE / "make_site.py", folder, count, seed], check=True)
        start = time.monotonic()
        built = subprocess.run([dossier, "build"], cwd=folder, capture_output=True, text=True)
        seconds = time.monotonic() - start
        if built.returncode:
            sys.exit(built.stdout[-2000:] + built.stderr)
        print(built.stderr.strip().splitlines()[-1])
        sys.exit(report(Path(folder) / "Public", int(count), seconds))


def released():
    """`make timeline` has built it."""
    command = ["swift", "build", "-c", "release", "--product", "dossier", "--show-bin-path"]
    shown = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return shown.stdout.strip() + "/dossier"


def report(site, count, seconds):
    problems = []
    pages = sorted(site.rglob("*.html"), key=lambda page: (page.stat().st_size, page), reverse=True)
    timeline = [page for page in pages if page.is_relative_to(site / "timeline")]
    print(f"{count} events in {seconds:.1f} s; {len(pages)} pages, {len(timeline)} of them of the timeline")
    for name, found in (("largest page", pages[0]), ("largest of the timeline", timeline[0])):
        size = found.stat().st_size
        print(f"{name}: {found.relative_to(site)}, {size:,} bytes")
        if size > BOUND:
            problems.append(f"{found}: more than {BOUND:,} bytes")
    listed = 0
    for page in timeline:
        text = page.read_text(encoding="utf-8")
        events = len(re.findall(r'<li id="[^"]+"(?: data-types="[^"]*")?(?: data-status="[^"]*")?>\n<p class="when">', text))
        if not page.is_relative_to(site / "timeline/type") and not page.is_relative_to(site / "timeline/status"):
            listed += events
        if events > 200:
            problems.append(f"{page}: {events} events")
    print(f"{listed} events have an entry of their own in the timeline")
    if listed != count:
        problems.append(f"{count - listed} events have no entry")
    problems += calendar(site, count)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def calendar(site, count):
    """What the file holds is what the page says."""
    text = (site / "timeline.ics").read_bytes()
    held = text.count(b"BEGIN:VEVENT\r\n")
    page = (site / "timeline/index.html").read_text(encoding="utf-8")
    said = re.search(r"For your calendar</a>: ([\d,]+) event", page)
    left = re.search(r"([\d,]+) events? (?:is|are) left out", page)
    print(f"timeline.ics: {held} events, {len(text):,} bytes; {count - held} left out")
    said, left = (int(found[1].replace(",", "")) if found else 0 for found in (said, left))
    if (held, count - held) != (said, left):
        yield "the page does not say how many events the calendar leaves out"
    uids = re.findall(rb"\r\nUID:(.*?)\r\n(?! )", text, re.DOTALL)
    if len(set(uids)) != held:
        yield f"{held - len(set(uids))} events of the calendar share an identifier"


if __name__ == "__main__":
    main()
