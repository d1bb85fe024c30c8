#!/usr/bin/env python3
"""A long session: thousands of edits to a running preview while wrk asks for pages, then every byte against a build.

    EDITS=2000 SEED=1 Tests/Preview/soak.py

Edits are rewritten paragraphs, new, moved and removed files, aliases, templates, style sheets, broken files, whole
folders. Where the system lets us, its queue of events is made so short that it runs over. At the end the content is without errors, and each file that a build from nothing publishes must be served
with the same bytes.
"""

import contextlib
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from previewed import Preview, built_command, fast_folder, say  # noqa: E402

BRIEFINGS = 300


def main():
    edits, seed = int(os.environ.get("EDITS", "2000")), int(os.environ.get("SEED", "1"))
    dossier = built_command()
    with tempfile.TemporaryDirectory(prefix="dossier-soak-", dir=fast_folder()) as folder:
        site = Site(Path(folder), random.Random(seed))
        with short_queue() as queue, Preview(dossier, site.root) as preview:
            start = preview.megabytes()
            load = start_load(preview)
            memory = [start]
            begun = time.perf_counter()
            for number in range(edits):
                site.edit(number)
                time.sleep(site.dice.choice((0, 0, 0.001, 0.01, 0.05)))
                if number % max(1, edits // 20) == 0:
                    memory.append(preview.megabytes())
                    say(f"{number} edits, {memory[-1]:.0f} MB")
            seconds = time.perf_counter() - begun
            site.settle(preview)
            errors = end_load(load)
            served, built, differing = compare(dossier, site.root, preview)
            memory.append(preview.megabytes())
            stopped = preview.stop()
    print(f"edits                       {edits} in {seconds:.0f} s, seed {seed}")
    print(f"queue of events             {queue}")
    print(f"files compared              {len(built)}")
    print(f"digest of the preview       {served}")
    print(f"digest of the build         {digest(built)}")
    print(f"memory at start, most, end  {start:.0f}, {max(memory):.0f}, {memory[-1]:.0f} MB")
    print(f"wrk, 32 connections         {errors}")
    print(f"stopped after SIGINT in     {stopped * 1000:.0f} ms")
    # A session's first tenth fills caches; after that what grows with the number of edits is never let go.
    if memory[-1] > 1.25 * memory[3] + 5:
        sys.exit("memory grows with every edit")
    if differing:
        sys.exit(f"{len(differing)} files differ: {differing[:10]}")


class Site:
    words = ["Ada Moor", "the captain", "the Line", "Island Line", "[[b-1]]", "[@notice]", "snow", "*nothing*"]

    def __init__(self, root, dice):
        self.root, self.dice, self.serial = root, dice, 0
        self.write("Content/site.yaml", "title: Desk\nlanguage: en\n")
        self.write("Content/sources/notice.md", "---\ntitle: Notice\npublisher: island-line\ntype: report\n"
                   "published: 2025-02-05\nurl: unknown\n---\nTwo pages.\n")  # fmt: skip
        self.write("Content/pages/about.md", "---\ntitle: About\nsummary: Us.\n---\nText.\n")
        self.entity("ada-moor", "Ada Moor", "person", ["the captain"])
        self.entity("island-line", "Island Line", "organization", ["the Line"])
        for number in range(BRIEFINGS):
            self.write(f"Content/briefings/b-{number}.md", self.briefing())

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def entity(self, slug, name, kind, aliases):
        self.write(f"Content/entities/{slug}.md",
                   f"---\nname: {name}\ntype: {kind}\naliases: [{', '.join(aliases)}]\nsummary: Known.\n---\nIt is.\n")  # fmt: skip

    def briefing(self):
        self.serial += 1
        said = [f"It is said that {self.dice.choice(self.words)} came." for _ in range(self.dice.randrange(1, 9))]
        body = "\n\n".join(said)
        day = self.dice.randrange(10, 28)
        return f"---\ntitle: Title {self.serial}\npublished: 2025-01-{day}\nsummary: In short.\n---\n{body}\n"

    def briefings(self):
        return sorted((self.root / "Content/briefings").rglob("b-*.md"))

    def edit(self, number):
        dice, path = self.dice, self.dice.choice(self.briefings())
        kind = dice.randrange(40)
        if kind < 20 or path.stem == "b-1":
            path.write_text(self.briefing())
        elif kind < 23:
            self.write(f"Content/briefings/b-{BRIEFINGS + number}.md", self.briefing())
        elif kind < 26:
            path.unlink()
        elif kind < 28:
            (path.parent / (path.name + "~")).write_text(self.briefing())
            os.replace(path.parent / (path.name + "~"), path)
        elif kind < 30:
            (self.root / "Content/briefings/moved").mkdir(exist_ok=True)
            path.rename(self.root / "Content/briefings/moved" / path.name)
        elif kind < 33:
            text = path.read_text()
            path.write_text(text[: dice.randrange(len(text))])
        elif kind < 35:
            self.entity("ada-moor", "Ada Moor", "person", dice.sample(["the captain", "snow", "the ship"], 2))
        elif kind == 35:
            self.write("Templates/partials/foot.mustache", f"<footer>{number}</footer>\n")
        elif kind == 36:
            self.write("Templates/assets/extra.css", f".x {{ margin: {number}px }}\n")
        elif kind == 37:
            self.write("Content/static/notes.txt", f"Number {number}\n")
        elif kind == 38:
            here, there = (self.root / "Content/briefings" / name for name in ("moved", "other"))
            if here.exists() and not there.exists():
                here.rename(there)
        else:
            for each in self.briefings()[:50]:
                each.write_text(self.briefing())

    def settle(self, preview):
        """Mends what is broken, and waits until the preview has seen it all."""
        for path in self.briefings():
            path.write_text(self.briefing())
        mark = f"settled {time.time()}"
        # A title stands on other pages, too: it is shown with the whole site, never before.
        self.write("Content/pages/about.md", f"---\ntitle: {mark}\nsummary: Us.\n---\nText.\n")
        for _ in range(600):
            if mark in preview.get("about/")[2].decode():
                return
            time.sleep(0.1)
        sys.exit("the last edit was never shown\n" + preview.told()[-2000:])


@contextlib.contextmanager
def short_queue():
    """Of 32 events while the preview starts: a bulk edit makes it run over."""
    limit = Path("/proc/sys/fs/inotify/max_queued_events")
    if not limit.exists() or not os.access(limit, os.W_OK):
        yield "as the system has it"
        return
    usual = limit.read_text()
    try:
        limit.write_text("32")
        yield "32, so that it runs over"
    except OSError:
        yield "as the system has it"
    finally:
        limit.write_text(usual)


def start_load(preview):
    if not shutil.which("wrk"):
        return None
    script = Path(tempfile.mkdtemp()) / "paths.lua"
    script.write_text(
        'local n = 0\nrequest = function()\n  n = n + 1\n  local p = {"", "briefings/", "briefings/b-1/", "about/", '
        '"entities/ada-moor/"}\n  return wrk.format("GET", "' + preview.base + '" .. p[n % 5 + 1])\nend\n')  # fmt: skip
    command = ["wrk", "-t1", "-c32", "-d24h", "-s", str(script), f"http://127.0.0.1:{preview.port}"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def end_load(load):
    if not load:
        return "not installed: left out"
    load.send_signal(2)
    shown = load.communicate()[0]
    requests = re.search(r"(\d+) requests in", shown)
    failures = re.findall(r"(Non-2xx.*|Socket errors.*)", shown)
    if failures:
        sys.exit(f"wrk met errors: {failures}")
    return f"{requests.group(1) if requests else '?'} requests, no error"


def compare(dossier, root, preview):
    """The digest of what is served, what a build publishes, and the paths that differ."""
    command = [str(dossier), "build", "--root", str(root), "--drafts", "--future", "--quiet"]
    result = subprocess.run([*command, "--output", str(root / "Public")], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"the build failed\n{result.stdout}{result.stderr}")
    built = {
        str(path.relative_to(root / "Public")): path.read_bytes()
        for path in sorted((root / "Public").rglob("*"))
        if path.is_file() and path.name != ".dossier-manifest"
    }
    served = {path: preview.published(path) for path in built}
    return digest(served), built, [path for path in built if built[path] != served[path]]


def digest(files):
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        whole.update(path.encode() + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()[:32]


if __name__ == "__main__":
    main()
