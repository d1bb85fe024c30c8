#!/usr/bin/env python3
"""How fast a preview follows an edit, what it keeps in memory, and how many pages it serves beside Hugo's server.

    N=10000 SEED=1 EDITS=30 Tests/Benchmark/serve.py

An edit's time is from before the file is written to the event that a client receives who shows the page: the one that
makes it load again, and the one that says that the whole site has followed. Requests are counted by wrk, the servers
taking turns.
"""

import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Preview")]

import measure  # noqa: E402
from previewed import Listener, Preview, say  # noqa: E402

SECONDS = 4


def main():
    count, seed, edits = (int(os.environ.get(*each)) for each in (("N", "10000"), ("SEED", "1"), ("EDITS", "30")))
    random.seed(seed)
    tools = measure.build_tools()
    with tempfile.TemporaryDirectory(prefix="dossier-serve-", dir=measure.fast_folder(count)) as folder:
        site = Path(folder)
        say(f"generating {count:,} briefings with seed {seed}")
        measure.run(tools["corpus"], count, seed, site)
        shutil.copytree(HERE / "Hugo", site / "hugo", dirs_exist_ok=True)
        rows = []
        with Preview(tools["dossier"], site / "dossier") as preview:
            rows.append(("first build and listening", f"{preview.seconds_to_start:.2f} s"))
            time.sleep(2)
            rows.append(("memory at rest", f"{preview.megabytes():.0f} MB"))
            rows += edited("a paragraph edited", preview, site / "dossier", edits, paragraph)
            rows += edited("an entity's alias changed", preview, site / "dossier", max(5, edits // 3), alias)
            time.sleep(2)
            rows.append(("memory after the edits", f"{preview.megabytes():.0f} MB"))
        rows += requests(tools, site)
    print(f"\n{count:,} briefings, seed {seed}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    for name, value in rows:
        print(f"{name:<52} {value:>14}")


def paragraph(briefing, entity, number):
    text = briefing.read_text()
    head, mark, _ = text.partition("\n<!-- edit -->\n")
    return briefing, head + "\n<!-- edit -->\n\nThis is edit %d.\n" % number


def alias(briefing, entity, number):
    """Two words of the briefing become a name of the entity."""
    text = re.sub(r"\naliases:.*", "", entity.read_text())
    body = briefing.read_text().split("\n---\n", 1)[1]
    words = re.search(r"^[A-Z][a-z]+ [a-z]+ [a-z]+ ([a-z]{4,} [a-z]{4,})", body, re.M)
    return entity, text.replace("\n---\n", f"\naliases: [{words.group(1)}]\n---\n", 1)


def edited(name, preview, site, edits, edit):
    briefings = sorted((site / "Content" / "briefings").rglob("*.md"))
    entities = sorted((site / "Content" / "entities").rglob("*.md"))
    entity = entities[0]
    seen, followed = [], []
    for number in range(edits):
        briefing = random.choice(briefings)
        path, text = edit(briefing, entity, number)
        listener = Listener(preview, f"briefings/{briefing.stem}/")
        mark = listener.mark()
        start = time.perf_counter()
        path.write_text(text)
        seen.append((listener.wait("reload", mark) - start) * 1000)
        # The page comes first, with what was found last; then the whole site, with what is found now.
        followed.append((listener.wait("report", mark, number=2) - start) * 1000)
        listener.socket.close()
        time.sleep(0.05)
    return spread(f"{name}: the page", seen) + spread(f"{name}: the whole site", followed)


def spread(name, times):
    times = sorted(times)
    if not times:
        return []
    return [
        (f"{name}, median", f"{statistics.median(times):.1f} ms"),
        (f"{name}, 95 %", f"{times[min(len(times) - 1, int(len(times) * 0.95))]:.1f} ms"),
    ]


def requests(tools, site):
    """Pages a second of one briefing, in turns."""
    if not shutil.which("wrk"):
        return [("requests", "wrk is missing")]
    briefing = sorted((site / "dossier" / "Content" / "briefings").rglob("*.md"))[0].stem
    rates = {"dossier": [], "hugo": []}
    with Preview(tools["dossier"], site / "dossier") as preview:
        hugo = start_hugo(tools, site)
        for _ in range(3):
            rates["dossier"].append(rate(f"http://127.0.0.1:{preview.port}{preview.base}briefings/{briefing}/"))
            if hugo:
                rates["hugo"].append(rate(f"http://127.0.0.1:{hugo[1]}{hugo[2]}"))
        if hugo:
            hugo[0].terminate()
            hugo[0].wait()
    ours = statistics.median(rates["dossier"])
    rows = [("pages a second", f"{ours:,.0f}")]
    if hugo:
        theirs = statistics.median(rates["hugo"])
        rows += [("pages a second, hugo server", f"{theirs:,.0f}"), ("ratio", f"{ours / theirs:.2f}")]
    return rows


def start_hugo(tools, site):
    if "hugo" not in tools:
        return None
    port = 18_000 + os.getpid() % 2000
    log = open(site / "hugo.log", "w+")
    process = subprocess.Popen(
        [tools["hugo"], "server", "--source", site / "hugo", "--port", str(port), "--noBuildLock", "--renderToMemory",
         "--cacheDir", site / "cache", "--bind", "127.0.0.1", "--baseURL", f"http://localhost:{port}/"],
        stdout=log, stderr=log)  # fmt: skip
    for _ in range(1200):
        log.seek(0)
        if "Web Server is available" in log.read():
            break
        if process.poll() is not None:
            say("hugo server did not start: left out")
            return None
        time.sleep(0.5)
    page = sorted((site / "hugo" / "content").rglob("*.md"))
    listed = [each for each in page if "briefings" in each.parts and not each.stem.startswith("_")]
    path = "/" + "/".join(listed[0].relative_to(site / "hugo" / "content").with_suffix("").parts).lower() + "/"
    return process, port, hugo_address(port, path)


def hugo_address(port, path):
    """The path that answers: the theme may put briefings elsewhere than their folders do."""
    import urllib.error
    import urllib.request

    for candidate in (path, "/briefings/" + path.rsplit("/", 2)[1] + "/"):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{candidate}").read()
            return candidate
        except urllib.error.HTTPError:
            continue
    sys.exit("no briefing of Hugo's site was found")


def rate(url):
    shown = subprocess.run(
        ["wrk", "-t2", "-c32", f"-d{SECONDS}s", url], capture_output=True, text=True, check=True).stdout  # fmt: skip
    if "Non-2xx" in shown:
        sys.exit(f"{url} answered with errors\n{shown}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", shown).group(1))


if __name__ == "__main__":
    main()
