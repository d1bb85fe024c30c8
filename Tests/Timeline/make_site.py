#!/usr/bin/env python3
"""Makes a site whose briefings tell N events of every form of date: make_site.py FOLDER N [SEED]."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

PER_BRIEFING = 40
# A paper is cited in a few briefings.
PER_SOURCE = 5 * PER_BRIEFING
TYPES = ["person", "organization", "place", "agreement"]
VERBS = "met offered refused signed denied announced shelled left joined asked".split()


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    for kind in ("briefings", "entities", "sources"):
        (folder / "Content" / kind).mkdir(parents=True, exist_ok=True)
    write(folder, "site.yaml", "title: The Desk\nbase-url: https://desk.example/\n")
    for start in range(0, count, PER_SOURCE):
        record = f"---\ntitle: Paper {start}\npublisher: Paper\npublished: 2026\nurl: unknown\n---\nA paper.\n"
        write(folder, f"sources/paper{start}.md", record)
    for number in range(60):
        kind = TYPES[number % len(TYPES)]
        write(folder, f"entities/n{number}.md", f"---\nname: Name {number}\ntype: {kind}\n---\n")
    for start in range(0, count, PER_BRIEFING):
        briefing(folder, dice, start, min(count, start + PER_BRIEFING), count)


def briefing(folder, dice, start, end, count):
    day = date(2026, 1, 1) + timedelta(days=start // PER_BRIEFING % 300)
    lines = ["---", f"title: Briefing {start}", f"published: {day}", "summary: What happened.", "events:"]
    for number in range(start, end):
        lines.append(f"  - id: e{number}")
        lines.append(f'    date: "{some_date(dice, count)}"')
        verb = dice.choice(VERBS)
        lines.append(f"    title: Name {dice.randrange(60)} {verb} event {number}, of which more is known")
        lines.append(f"    place: n{dice.randrange(15) * 4 + 2}")
        lines.append(f"    who: [n{dice.randrange(15) * 4}, n{dice.randrange(15) * 4 + 1}]")
        lines.append(f"    sources: [paper{number // PER_SOURCE * PER_SOURCE}]")
        if dice.random() < 0.1:
            lines.append(f"    status: {dice.choice(['disputed', 'scheduled'])}")
    write(folder, f"briefings/b{start}.md", "\n".join(lines) + "\n---\nText.\n")


def some_date(dice, count):
    """Three years hold a dozen events, twelve years hold more; the last years are the busiest."""
    years = 3 if count <= 50 else 12
    first = date(2026 - years, 1, 1)
    day = first + timedelta(days=int(365 * years * dice.random() ** 0.5))
    form = dice.random()
    if form < 0.62:
        return f"{day}"
    later = day + timedelta(days=dice.randrange(2, 200))
    return dice.choice([
        f"{day:%Y-%m}", f"{day:%Y-%m}~", f"{day:%Y}-{dice.choice([21, 22, 23])}", f"{day}?", f"{day:%Y-%m}%",
        f"{day}/{later}", f"{day:%Y-%m}/..", f"{day:%Y-%m-%d}/", f"/{day:%Y-%m}", f"../{day:%Y-%m}", f"{day:%Y}",
        f"[{day},{day + timedelta(days=1)}]", f"{day}T12:30:00Z", f"{day:%Y-%m}-XX", f"{day:%Y}~",
    ])  # fmt: skip


def write(folder, path, text):
    (folder / "Content" / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
