#!/usr/bin/env python3
"""What a reader's browser makes of a timeline: the accessibility tree, the drawing at four widths, the filters.

Run by `make browser`, headless Chromium, for sites of 12, 300 and 3,000 events.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Preview"))
from previewed import built_command, fast_folder  # noqa: E402

WIDTHS = (1440, 768, 390, 320)


def main():
    dossier = built_command()
    with tempfile.TemporaryDirectory(prefix="dossier-timeline-", dir=fast_folder()) as folder, browser() as driver:
        for count in (12, 300, 3000):
            site = Path(folder) / str(count)
            subprocess.run([sys.executable, HERE / "make_site.py", site, str(count)], check=True)
            subprocess.run([dossier, "build", "-q"], cwd=site, check=True, stdout=subprocess.DEVNULL)
            for page in pages(site / "Public"):
                driver.get(f"file://{page}")
                names_and_order(driver, page)
                nothing_touches(driver, page)
            print(f"ok  {count} events: names, order, nothing touches at {', '.join(map(str, WIDTHS))} pixels")
        driver.get(f"file://{folder}/300/Public/timeline/2025/index.html")
        narrows(driver)
        print("ok  filters narrow the page at once")


def browser():
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--allow-file-access-from-files"):
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def pages(public):
    """The overview, the last year, a busy month, a type, a briefing and an entity."""
    found = [public / "timeline/index.html", public / "timeline/2025/index.html"]
    found += sorted(public.glob("timeline/2025/*/index.html"))[:1] + sorted(public.glob("timeline/status/*/index.html"))[:1]
    return found + [public / "briefings/b0/index.html", next(iter(sorted(public.glob("entities/n*/index.html"))))]


# MARK: Accessibility


def names_and_order(driver, page):
    """Every sign is a link named by its date and event, in the order of the list below; the list has the rest."""
    nodes = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    # The tree is given level by level, and read branch by branch.
    shown = [node for node in (nodes[0], *below(nodes[0], by_id)) if not node.get("ignored")]
    drawing = [n for n in shown if role(n) == "group" and "list below says the same" in name(n)]
    text = page.read_text(encoding="utf-8")
    assert len(drawing) == text.count('<div class="plot'), (page, "the drawing is no named group")
    for group in drawing:
        links = [n for n in below(group, by_id) if role(n) == "link" and not n.get("ignored")]
        markup = text[text.index('<div class="plot') :]
        expected = [unescaped(t) for t in re.findall(r"<title>(.*?)</title>", markup[: markup.index("</div>")])]
        assert [name(link) for link in links] == expected and all(expected), page
    entries = [unescaped(entry) for entry in re.findall(r'<p class="when">\s*<(?:time|span)[^>]*>(.*?)</', text)]
    spoken = iter(name(n) for n in shown if role(n) == "StaticText")
    for entry in entries:
        assert any(said.casefold() == entry.casefold() for said in spoken), (page, entry, "not read, or not in order")
    assert sum(role(n) == "heading" and level(n) == 1 for n in shown) == 1, page


def below(node, by_id):
    for child in node.get("childIds", []):
        if child in by_id:
            yield by_id[child]
            yield from below(by_id[child], by_id)


def role(node):
    return node.get("role", {}).get("value", "")


def name(node):
    return re.sub(r"\s+", " ", node.get("name", {}).get("value", "")).strip()


def level(node):
    return next((p["value"]["value"] for p in node.get("properties", []) if p["name"] == "level"), None)


def unescaped(text):
    import html

    return re.sub(r"\s+", " ", html.unescape(text)).strip()


# MARK: Geometry

BOXES = """
return [...document.querySelectorAll('.plot .base > a')].map((sign) => {
  const parts = [...sign.querySelectorAll('circle, rect, path, text')].map((part) => part.getBoundingClientRect());
  return [Math.min(...parts.map((p) => p.left)), Math.max(...parts.map((p) => p.right)),
          Math.min(...parts.map((p) => p.top)), Math.max(...parts.map((p) => p.bottom))];
})"""
LABELS = """
return [...document.querySelectorAll('.plot g text')].map((text) => text.getBoundingClientRect())
  .filter((box) => box.width > 0).map((box) => [box.left, box.right, box.top, box.bottom])"""


def nothing_touches(driver, page):
    for width in WIDTHS:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                               {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})  # fmt: skip
        for what, script in (("signs", BOXES), ("labels", LABELS)):
            boxes = driver.execute_script(script)
            for index, a in enumerate(boxes):
                for b in boxes[index + 1 :]:
                    touches = a[0] < b[1] - 0.1 and b[0] < a[1] - 0.1 and a[2] < b[3] - 0.1 and b[2] < a[3] - 0.1
                    assert not touches, (page, width, what, a, b)
            assert all(box[0] >= 0 and box[1] <= width for box in boxes), (page, width, what, "outside of the page")
        overflow = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, (page, width, "the page scrolls sideways")


# MARK: Filters


def narrows(driver):
    script = """
    document.querySelector('details.narrow').open = true;
    const link = document.querySelector('.narrow .filters a[data-' + arguments[0] + ']');
    link.click();
    const shown = [...document.querySelectorAll('ol.events > li')].filter((event) => !event.hidden);
    const status = document.querySelector('.narrow [role="status"]').textContent;
    const result = [shown.length, status, location.hash,
      arguments[0] === 'status' ? shown.every((event) => event.dataset.status === link.dataset.status) : true,
      [...document.querySelectorAll('.plot a')].filter((sign) => sign.style.display !== 'none').length];
    link.click();
    return [...result, [...document.querySelectorAll('ol.events > li')].some((event) => event.hidden)]"""
    total = driver.execute_script("return document.querySelectorAll('ol.events > li').length")
    for kind in ("status", "entity"):
        shown, status, fragment, is_right, signs, still = driver.execute_script(script, kind)
        assert 0 < shown < total and is_right and fragment == "" and not still, (kind, shown, total)
        assert signs == shown and status.startswith(f"{shown} of {total} events on this page."), (status, signs)


if __name__ == "__main__":
    main()
