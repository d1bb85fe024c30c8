#!/usr/bin/env python3
"""Builds the same generated site with dossier, Hugo and plain libcmark, in one run, and prints what each took.

    N=10000 SEED=1 RUNS=5 CONTENDERS="dossier hugo" Tests/Benchmark/measure.py

The floor (libcmark on the same files, and nothing else) always runs: the ratios need it.
Contenders take turns, so that a busy moment of the machine meets all of them. The median run is shown.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / ".build" / "benchmark"


def main():
    count, seed, runs = (int(os.environ.get(*each)) for each in (("N", "10000"), ("SEED", "1"), ("RUNS", "5")))
    if count < 1 or runs < 1:
        sys.exit("N and RUNS are at least 1")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    tools = build_tools()
    with tempfile.TemporaryDirectory(prefix="dossier-bench-", dir=fast_folder(count)) as folder:
        site = Path(folder)
        say(f"generating {count:,} briefings with seed {seed} in {site}")
        run(tools["corpus"], count, seed, site)
        shutil.copytree(HERE / "Hugo", site / "hugo", dirs_exist_ok=True)
        results = measure(contenders(tools, site), tools["timed"], site, runs)
        dialect = run(tools["dialect"], site / "dossier" / "Content" / "briefings", stdout=subprocess.PIPE)
    print_table(results, count, seed, runs)
    print("\nThe dialect alone, best of 5 turns, CPU time:\n" + dialect, end="")


def say(line):
    print(line, file=sys.stderr, flush=True)


def run(*command, **options):
    """Runs a tool of the benchmark's own; its failure ends the benchmark."""
    result = subprocess.run([str(part) for part in command], text=True, **options)
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed with {result.returncode}\n{result.stdout or ''}{result.stderr or ''}")
    return result.stdout


# --- What is measured


def build_tools():
    """Paths by name; `hugo` only where it is installed."""
    say("building")
    BUILD.mkdir(parents=True, exist_ok=True)
    wanted = os.environ.get("CONTENDERS", "dossier hugo").split()
    own = ["--package-path", HERE, "--scratch-path", BUILD]
    tools = {name: swift_build(name, [*own, "--product", name]) for name in ("corpus", "dialect")}
    if "dossier" in wanted:
        tools["dossier"] = swift_build("dossier", ["--package-path", ROOT, "--product", "dossier"])
    flags = ["-lcmark"]
    if shutil.which("pkg-config"):
        flags = run("pkg-config", "--cflags", "--libs", "libcmark", stdout=subprocess.PIPE).split()
    for name, more in (("floor", flags), ("timed", [])):
        tools[name] = BUILD / name
        run(os.environ.get("CC", "cc"), "-O2", "-o", tools[name], HERE / "C" / f"{name}.c", *more)
    # The Python package's own command starts an interpreter first, which is no part of Hugo's time.
    packaged = sorted(ROOT.glob(".venv/lib/python*/site-packages/hugo/binaries/hugo*"))
    hugo = packaged[0] if packaged else shutil.which("hugo")
    if hugo and "hugo" in wanted:
        tools["hugo"] = hugo
    elif "hugo" in wanted:
        say("hugo is not installed: left out")
    return tools


def swift_build(product, arguments):
    command = ["swift", "build", "-c", "release", *arguments]
    if sys.platform == "linux":
        command += ["--static-swift-stdlib", "-Xlinker", "-s"]
    run(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return Path(run(*command, "--show-bin-path", stdout=subprocess.PIPE).strip()) / product


def contenders(tools, site):
    """Name, command, output folder and what to remove before each run."""
    public, rendered = site / "dossier" / "Public", site / "rendered"
    cache = site / "dossier" / ".dossier"
    rows = [
        ("floor (libcmark, 1 thread)", [tools["floor"], site / "dossier" / "Content", rendered], rendered, [rendered])
    ]
    if "hugo" in tools:
        output = site / "hugo" / "public"
        command = [tools["hugo"], "--quiet", "--noBuildLock", "--source", site / "hugo", "--cacheDir", site / "cache"]
        rows.append(("hugo", command, output, [output, site / "hugo" / "resources", site / "cache"]))
    if "dossier" in tools:
        root = ["--root", site / "dossier"]
        rows += [
            ("dossier build", [tools["dossier"], "build", *root], public, [public, site / "dossier" / ".dossier"]),
            ("dossier build, unchanged", [tools["dossier"], "build", *root], public, []),
            ("dossier check", [tools["dossier"], "check", *root], None, []),
        ]
    return rows


def fast_folder(count):
    """A memory file system with room for all sites, else the system's temporary folder."""
    needed = count * 200_000 + 50_000_000
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > needed:
        return memory
    say("no memory file system with enough room: the numbers include the disk")
    return None


# --- How


def measure(rows, timed, site, runs):
    """Measurements by contender. One that fails is reported and ends the benchmark with an error."""
    results = {name: [] for name, *_ in rows}
    environment = {**os.environ, "NO_COLOR": "1"}
    for number in range(runs):
        say(f"run {number + 1} of {runs}")
        for name, command, output, remove in rows:
            for path in remove:
                shutil.rmtree(path, ignore_errors=True)
            report = site / "report"
            with open(site / "log", "w+", encoding="utf-8", errors="replace") as log:
                subprocess.run([timed, report, *command], stdout=log, stderr=log, env=environment, check=True)
                code, wall, cpu, peak = (float(part) for part in report.read_text().split())
                if code != 0:
                    log.seek(0)
                    sys.exit(f"{name} failed with {code:.0f}:\n" + "".join(log.readlines()[-20:]))
            written = pages(output)
            if output and not written:
                sys.exit(f"{name} wrote no page")
            results[name].append((wall, cpu, peak, written))
    return results


def pages(output):
    if output is None:
        return 0
    return sum(name.endswith((".html", ".ht")) for _, _, names in os.walk(output) for name in names)


# --- The table


def print_table(results, count, seed, runs):
    columns = {name: [statistics.median(each) for each in zip(*taken)] for name, taken in results.items()}
    floor = next(iter(columns.values()))
    hugo = columns.get("hugo")
    head = ("", "wall s", "(slowest)", "CPU s", "peak MB", "pages", "wall/hugo", "CPU/hugo", "mem/hugo", "CPU/floor")
    table = [head]
    for name, (wall, cpu, peak, written) in columns.items():
        slowest = max(taken[0] for taken in results[name])
        ratios = [f"{a / b:.2f}" for a, b in zip((wall, cpu, peak), hugo)] if hugo else ["-"] * 3
        cells = [f"{wall:.2f}", f"{slowest:.2f}", f"{cpu:.2f}", f"{peak / 1e6:.0f}", f"{written:,.0f}" if written else "-"]
        table.append((name, *cells, *ratios, f"{cpu / floor[1]:.1f}"))
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    print(f"{count:,} briefings, seed {seed}, median of {runs} runs, {os.cpu_count()} cores")
    for row in table:
        print("  ".join([row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]))
    check, build = columns.get("dossier check"), columns.get("dossier build")
    if check and build:
        print(f"dossier check costs {check[0] / build[0]:.2f} of dossier build's wall, {check[1] / build[1]:.2f} of its CPU")


if __name__ == "__main__":
    main()
