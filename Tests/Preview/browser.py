#!/usr/bin/env python3
"""What a reader's browser does while a writer works: headless Chromium against a running preview.

An edit loads the page again and keeps the scroll position; a style sheet is exchanged without loading; a broken file
covers the page with the finding, whose place is marked, and uncovers it when it is mended. The corner of a page lists what
was found in its text, says why names are linked, and opens the editor.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

sys.path.insert(0, str(Path(__file__).resolve().parent))
from previewed import Preview, built_command, fast_folder  # noqa: E402

BRIEFING = "Content/briefings/voyage.md"
TEXT = """---
title: The voyage
published: 2025-01-01
summary: A ship sailed.
---
The first paragraph.

{filler}

The last paragraph.
"""


def main():
    dossier = built_command()
    with tempfile.TemporaryDirectory(prefix="dossier-browser-", dir=fast_folder()) as folder:
        site = Path(folder)
        make_site(site)
        with Preview(dossier, site) as preview, browser() as driver:
            for check in CHECKS:
                check(driver, preview, site)
                print(f"ok  {check.__name__.replace('_', ' ')}")
            told = [each for each in driver.get_log("browser") if each["level"] == "SEVERE"]
            assert not told, told
            print("ok  nothing was said on the console")


def make_site(site):
    for folder in ("Content/briefings", "Content/entities", "Content/pages", "Templates/assets"):
        (site / folder).mkdir(parents=True)
    (site / "Content/site.yaml").write_text("title: Desk\nlanguage: en\n")
    (site / "Content/pages/about.md").write_text("---\ntitle: About\nsummary: Us.\n---\nWe write.\n")
    write(site, "The first paragraph.")
    person = "---\nname: Ada Moor\ntype: person\nsummary: A captain.\n---\nShe sails.\n"
    (site / "Content/entities/ada-moor.md").write_text(person)
    style = Path(__file__).resolve().parent.parent.parent / "Templates/assets/style.css"
    shutil.copy(style, site / "Templates/assets/style.css")


def write(site, first):
    filler = "\n\n".join(f"Paragraph {number} says nothing new." for number in range(200))
    (site / BRIEFING).write_text(TEXT.format(filler=filler).replace("The first paragraph.", first))


def browser():
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1000,800"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def until(driver, script, what, seconds=30):
    """Waits until the script gives something true; the page may be loading meanwhile."""
    deadline = time.time() + seconds
    while time.time() < deadline:
        try:
            if result := driver.execute_script(script):
                return result
        except Exception as error:  # The page went while it was asked.
            last = error
        time.sleep(0.02)
    sys.exit(f"not seen: {what}\n{driver.execute_script('return document.body.innerText')[:500]}")


def visit(driver, preview, path):
    driver.get(preview.address + path)
    until(driver, LISTENS, "the page listens")
    driver.execute_script("window.mark = 1")


LISTENS = "return document.querySelector('dossier-preview')?.shadowRoot.querySelector('.badge').hidden === false"
COVER = "const c = document.querySelector('dossier-preview')?.shadowRoot.querySelector('.cover');"


def loads_again(driver, preview, site):
    visit(driver, preview, "briefings/voyage/")
    write(site, "Words that nobody wrote before.")
    until(driver, "return document.body.innerText.includes('Words that nobody wrote before.')", "the edit")
    assert driver.execute_script("return window.mark === undefined"), "the page was loaded again"


def keeps_the_place(driver, preview, site):
    visit(driver, preview, "briefings/voyage/")
    driver.execute_script("scrollTo({ top: 2345, behavior: 'instant' })")
    write(site, "Other words.")
    until(driver, "return document.body.innerText.includes('Other words.')", "the edit")
    until(driver, "return Math.abs(scrollY - 2345) < 2", "the place that was kept")


def exchanges_styles(driver, preview, site):
    visit(driver, preview, "briefings/voyage/")
    style = site / "Templates/assets/style.css"
    style.write_text(style.read_text() + "\nh1 { letter-spacing: 7px !important }\n")
    until(
        driver, "return getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'", "the new style sheet")
    assert driver.execute_script("return window.mark === 1"), "the page was not loaded again"
    until(driver, "return document.querySelectorAll('link[rel~=stylesheet]').length === 1", "one style sheet only")


def covers_errors(driver, preview, site):
    visit(driver, preview, "briefings/voyage/")
    write(site, "A claim [@nobody].")
    text = until(driver, COVER + "return c && !c.hidden && c.innerText", "the cover")
    for part in ("no source 'nobody'", "[unknown-source]", "Content/briefings/voyage.md:6:10", "^~~~~~"):
        assert part in text, f"'{part}' is not in\n{text}"
    driver.get(preview.address + "about/")
    until(driver, COVER + "return c && !c.hidden && c.innerText.includes('nobody')", "the cover on another page")
    assert "We write." in driver.execute_script("return document.querySelector('main').innerText"), "the last good page"
    driver.execute_script("window.mark = 2")
    write(site, "A claim.")
    until(driver, COVER + "return c && c.hidden", "the cover is gone")
    assert driver.execute_script("return window.mark === 2"), "a page that stayed the same was not loaded again"


def leaves_other_pages(driver, preview, site):
    visit(driver, preview, "about/")
    write(site, "Something for other readers.")
    time.sleep(1)
    assert driver.execute_script("return window.mark === 1"), "a page that stays the same is not loaded again"


PANEL = "const r = document.querySelector('dossier-preview')?.shadowRoot, p = r?.querySelector('.panel');"


def tells_the_writer(driver, preview, site):
    write(site, "So said Ada Moor.\n\n[^n]: A note that nothing refers to.")
    visit(driver, preview, "briefings/voyage/")
    until(driver, PANEL + "return r.querySelector('.badge').textContent === '1 finding'", "the number of findings")
    driver.execute_script(PANEL + "r.querySelector('.badge').click()")
    text = until(driver, PANEL + "return !p.hidden && p.innerText", "the panel")
    for part in (BRIEFING + ":8:1", "[unused-note]", "open in the editor"):
        assert part in text, f"'{part}' is not in\n{text}"
    editors = driver.execute_script(PANEL + "return [...p.querySelectorAll('a')].map((a) => a.href)")
    assert any(each.endswith(f"{BRIEFING}:8:1") and each.startswith("vscode://file/") for each in editors), editors
    driver.execute_script(PANEL + "[...p.querySelectorAll('button')].find((b) => b.innerText.includes('why')).click()")
    until(driver, PANEL + "return p.innerText.includes(\"6: 'Ada Moor' leads to ada-moor\")", "why the name is linked")


CHECKS = (loads_again, keeps_the_place, exchanges_styles, covers_errors, leaves_other_pages, tells_the_writer)

if __name__ == "__main__":
    main()
