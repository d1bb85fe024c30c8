#!/usr/bin/env python3
"""Reads a calendar with two libraries that know nothing of us, and prints what each understood.

    .ci/install venv:icalendar==7.3.0 venv:vobject==0.9.9
    .venv/bin/python Tests/Calendar/read_back.py Public/timeline.ics

One line of JSON for each library: `{"library": …, "errors": […], "events": [{"uid": …, "start": …, …}]}`. Before
that the lines themselves are held against RFC 5545, 3.1: CR LF, 75 octets, no character cut. Exits 1 if anything is
wrong or the libraries disagree.
"""

import json
import sys
from pathlib import Path

import icalendar
import vobject


def main():
    raw = Path(sys.argv[1]).read_bytes()
    problems = list(lines(raw))
    answers = [with_icalendar(raw), with_vobject(raw)]
    for answer in answers:
        print(json.dumps(answer, ensure_ascii=True))
        problems += [f"{answer['library']}: {error}" for error in answer["errors"]]
    if answers[0]["events"] != answers[1]["events"]:
        problems.append("the libraries disagree")
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


def lines(raw):
    if not raw.endswith(b"\r\n"):
        yield "the last line has no CR LF"
    for number, line in enumerate(raw.split(b"\r\n"), 1):
        if b"\n" in line or b"\r" in line:
            yield f"line {number}: a line break that is no CR LF"
        if len(line) > 75:
            yield f"line {number}: {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"line {number}: a character is cut"


def with_icalendar(raw):
    calendar = icalendar.Calendar.from_ical(raw)
    errors = [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]
    if "METHOD" in calendar:
        errors.append("METHOD is there")
    return {"library": "icalendar", "errors": errors, "events": [event(e) for e in calendar.walk("VEVENT")]}


def event(part):
    end = part.get("DTEND")
    duration = part.get("DURATION")
    return {
        "uid": str(part["UID"]),
        "stamp": part["DTSTAMP"].dt.isoformat(),
        "start": part["DTSTART"].dt.isoformat(),
        "end": end.dt.isoformat() if end else str(duration.dt.days) if duration else None,
        "summary": str(part["SUMMARY"]),
        "description": str(part["DESCRIPTION"]),
        "location": str(part.get("LOCATION", "")),
        "url": str(part.get("URL", "")),
    }


def with_vobject(raw):
    calendar = vobject.readOne(raw.decode("utf-8"))
    errors = []
    try:
        calendar.validate(raiseException=True)
    except vobject.base.VObjectError as error:
        errors.append(str(error))
    found = [seen(part) for part in calendar.contents.get("vevent", [])]
    return {"library": "vobject", "errors": errors, "events": found}


def seen(part):
    def text(name):
        return getattr(part, name).value if hasattr(part, name) else ""

    end = part.dtend.value.isoformat() if hasattr(part, "dtend") else None
    if hasattr(part, "duration"):
        end = str(part.duration.value.days)
    return {
        "uid": text("uid"),
        "stamp": part.dtstamp.value.isoformat(),
        "start": part.dtstart.value.isoformat(),
        "end": end,
        "summary": text("summary"),
        "description": text("description"),
        "location": text("location"),
        "url": text("url"),
    }


if __name__ == "__main__":
    main()
