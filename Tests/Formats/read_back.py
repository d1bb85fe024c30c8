#!/usr/bin/env python3
"""Reads what `dossier check` printed in three formats, with nothing of ours, and holds it against the files.

    .ci/install venv:jsonschema==4.25.1
    .venv/bin/python Tests/Formats/read_back.py SITE PREFIX FINDINGS.jsonl FINDINGS.sarif COMMANDS SCHEMA

PREFIX is the site's folder below the top that SARIF and GitHub count paths from, or '.'. The lines and columns of each
finding are counted anew from its offsets; the SARIF log is validated, and its fixes are tried. Prints how many findings
were compared. Exits 1 if anything is wrong.
"""

import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin

import jsonschema

LINE_END = re.compile("\r\n|\n|\r")
COMMAND = re.compile(r"^::(error|warning|notice) ([^\n]*?)::([^\n]*)$")
GITHUB = {"error": "error", "warning": "warning", "note": "notice"}

problems = []


def expect(wanted, found, what):
    if wanted != found:
        problems.append(f"{what}: {wanted!r} expected, {found!r} found")


def main():
    site, prefix, *files, schema = sys.argv[1:]
    findings = [json.loads(line) for line in Path(files[0]).read_text("utf-8").split("\n") if line]
    log = json.loads(Path(files[1]).read_text("utf-8"))
    commands = Path(files[2]).read_text("utf-8").split("\n")[:-1]
    for error in jsonschema.Draft7Validator(json.loads(Path(schema).read_text("utf-8"))).iter_errors(log):
        problems.append(f"SARIF: {error.message} at {list(error.absolute_path)}")
    run = log["runs"][0]
    expect("unicodeCodePoints", run["columnKind"], "columnKind")
    expect(len(findings), len(run["results"]), "number of results")
    expect(len(findings), len(commands), "number of commands")
    for finding, result, command in zip(findings, run["results"], commands):
        places(finding, Path(site))
        hold_result(finding, result, run, Path(site), prefix)
        hold_command(finding, command, Path(site), prefix)
    keys = [(f["path"], f.get("offset", -1), f["code"]) for f in findings]
    expect(sorted(keys, key=lambda k: (k[0].encode(), *k[1:])), keys, "order")
    expect(len(findings), len({(f["path"], f["fingerprint"]) for f in findings}), "fingerprints that differ")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(len(findings))
    sys.exit(1 if problems else 0)


def position(site, path, offset, utf16=False):
    """Line and column, from 1."""
    text = (site / path).read_bytes()[:offset].decode("utf-8")
    lines = LINE_END.split(text)
    last = lines[-1].removeprefix("\ufeff") if len(lines) == 1 else lines[-1]
    return len(lines), (len(last.encode("utf-16-le")) // 2 if utf16 else len(last)) + 1


def places(finding, site):
    for place in [finding] + finding["notes"]:
        if "offset" not in place:
            continue
        start = position(site, place["path"], place["offset"])
        end = position(site, place["path"], place["endOffset"])
        expect(start, (place["line"], place["column"]), f"{place['path']} {place['message']}: start")
        expect(end, (place["endLine"], place["endColumn"]), f"{place['path']} {place['message']}: end")


def region(place):
    if "line" not in place:
        return None
    return {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["endLine"],
        "endColumn": place["endColumn"],
    }


def hold_result(finding, result, run, site, prefix):
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    expect(finding["code"], rule["id"], "rule by index")
    expect(finding["code"], result["ruleId"], "rule")
    expect(finding["severity"], result["level"], "level")
    expect(True, shown(result["message"]).startswith(finding["message"]), "message")
    notes = [shown(location["message"]) for location in result.get("relatedLocations", [])]
    expect([note["message"] for note in finding["notes"]], notes, "messages of notes")
    expect([finding["fingerprint"]], list(result["partialFingerprints"].values()), "fingerprint")
    pairs = zip([finding] + finding["notes"], result["locations"] + result.get("relatedLocations", []), strict=True)
    for place, location in pairs:
        physical = location["physicalLocation"]
        expect(region(place), physical.get("region"), f"{place['path']}: region")
        artifact = physical["artifactLocation"]
        base = run["originalUriBaseIds"][artifact["uriBaseId"]]["uri"]
        address = urljoin(base, artifact["uri"])
        expect((site / place["path"]).as_posix(), unquote(address.removeprefix("file://")), "address")
        expect(str(Path(prefix) / place["path"]), unquote(artifact["uri"]), "relative address")
    expect(finding["isFixCertain"], "fixes" in result, "fix")
    for fix in result.get("fixes", []):
        hold_fix(fix, finding, site)


def shown(message):
    """As a viewer by the standard shows it: no placeholder, no link, escapes taken away."""
    text = message["text"]
    if re.search(r"[{}]", re.sub(r"{{|}}", "", text)) or re.search(r"(?<!\\)\]\(", text):
        problems.append(f"SARIF: a placeholder or a link in {text!r}")
    return text.replace("{{", "{").replace("}}", "}").replace("\\](", "](")


def hold_fix(fix, finding, site):
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    deleted = replacement["deletedRegion"]
    lines = LINE_END.split((site / finding["path"]).read_bytes().decode("utf-8"))
    line = lines[deleted["startLine"] - 1].removeprefix("\ufeff")
    words = line[deleted["startColumn"] - 1 : deleted["endColumn"] - 1]
    expect(deleted["startLine"], deleted["endLine"], "a fix on one line")
    expect(True, words != "" and words in finding["message"], f"what the fix takes away: {words!r}")
    expect(finding["suggestions"], [replacement["insertedContent"]["text"]], "what the fix writes")


def hold_command(finding, command, site, prefix):
    match = COMMAND.match(command)
    if not match:
        problems.append(f"no workflow command: {command!r}")
        return
    name, written, data = match.groups()
    properties = dict(pair.split("=", 1) for pair in written.split(","))
    properties = {key: unescaped(value, ":,") for key, value in properties.items()}
    expect(GITHUB[finding["severity"]], name, "command")
    expect(str(Path(prefix) / finding["path"]), properties["file"], "file")
    expect(finding["code"], properties["title"], "title")
    lines = unescaped(data, "").split("\n")
    expect(f"{finding['message']} [{finding['code']}]", lines[0], "message")
    expect(len(finding["notes"]) + (1 if finding["suggestions"] else 0), len(lines) - 1, "further lines")
    if "offset" in finding:
        start = position(site, finding["path"], finding["offset"], utf16=True)
        end = position(site, finding["path"], finding["endOffset"], utf16=True)
        found = [int(properties[key]) for key in ("line", "col", "endLine", "endColumn")]
        expect([*start, *end], found, "UTF-16 place")
    else:
        expect(False, "line" in properties, "a line of a whole file")


def unescaped(text, more):
    """As the runner does: the percent sign last."""
    for character in "\r\n" + more:
        text = text.replace(f"%{ord(character):02X}", character)
    return text.replace("%25", "%")


if __name__ == "__main__":
    main()
