"""The HTML page: complete, linked, escaped, readable without a script; and how it behaves in a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from lxml import html

from framecheck.locate import locate
from framecheck.records.finding import Role, Severity
from framecheck.report.formats import Format
from framecheck.report.page.columns import pieces
from framecheck.report.safe import safe
from framecheck.text import Span
from tests.report.stories import small_report
from tests.report.test_formats import hostile, rendered, result

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CSS = Path(__file__).parents[2] / "framecheck" / "report" / "page" / "page.css"


def page(*stories, command="compare"):
    return html.document_fromstring(rendered(Format.HTML, *stories, command=command))


def marked_up():
    """The hostile story with a report, so that articles are shown too."""
    report = small_report()
    documents = report.alignment.story.documents
    odd = replace(
        documents[0].article, outlet="<img src=x onerror=alert(1)>", headline="</style><script>alert(1)</script>"
    )
    story = replace(report.alignment.story, documents=(replace(documents[0], article=odd), *documents[1:]))
    report = replace(report, alignment=replace(report.alignment, story=story))
    located = locate(report, keep=True)
    findings = tuple(replace(f, message="<script>alert(1)</script>") for f in located.findings)
    return replace(located, findings=findings)


def test_snapshot(snapshot):
    text = rendered(Format.HTML, result())
    snapshot("page.html", re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL))


@pytest.mark.parametrize("stories", [(result(),), (hostile(), result()), (marked_up(),), ()])
def test_it_is_self_contained(stories):
    document = page(*stories)
    assert not document.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base")
    assert not document.xpath("//@style | //@src | //@*[starts-with(name(), 'on')]")
    assert all(link.startswith("#") for link in document.xpath("//@href"))
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(CSS.read_bytes()).digest()).decode()
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}'" in policy
    assert document.xpath("//style")[0].text == CSS.read_text("utf-8")
    assert "url(" not in CSS.read_text("utf-8")


@pytest.mark.parametrize("stories", [(result(),), (result(), result()), (marked_up(), result())])
def test_ids_are_unique_and_links_lead_somewhere(stories):
    document = page(*stories)
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in document.xpath("//@href")} <= set(ids)


def test_every_sentence_of_every_article_is_there_word_for_word():
    report = small_report()
    document = page(locate(report, keep=True))
    for number, told in enumerate(report.alignment.story.documents):
        for sentence in told.sentences:
            (found,) = document.xpath(f"//*[@id='s1-a{number}-{sentence.span.start}']")
            for number_behind in found.xpath(".//sup"):
                number_behind.drop_tree()
            assert "".join(found.itertext()) == safe(told.words(sentence.span))


def test_every_finding_has_a_card_and_its_words_lead_to_it():
    report = small_report()
    document = page(locate(report, keep=True))
    for number, finding in enumerate(report.findings, 1):
        (card,) = document.xpath(f"//li[@id='s1-f{number}']")
        assert finding.code in card.text_content()
        assert finding.message in card.text_content()
        words = {
            safe(s.span.of(report.alignment.story.documents[s.document].article.text))
            for s in finding.sides
            if s.role is not Role.MISSING and s.span
        }
        assert {mark.text_content() for mark in card.xpath(".//mark")} <= words
        assert document.xpath(f"//article//a[@href='#s1-f{number}']")


def test_suppressed_findings_are_counted_not_shown():
    document = page(result())
    shown = len([f for f in result().findings if not f.suppressed])
    assert len(document.xpath("//li[contains(@class, 'card')]")) == shown
    assert "2 suppressed." in document.text_content()


def test_a_story_without_its_report_lists_its_findings():
    document = page(replace(result(), report=None), command="lint")
    assert document.xpath("//li[contains(@class, 'card')]")
    assert not document.xpath("//article")


def test_pieces_are_the_words_cut_at_marks():
    text = "Five officials told the paper on Monday."
    marks = [
        (Span(0, 14), Severity.WARNING, 2),
        (Span(0, 4), Severity.ERROR, 1),
        (Span(33, 60), Severity.NOTE, 3),  # runs on into the next sentence
    ]
    found = list(pieces(text, Span(0, 40), marks))
    assert "".join(piece.text for piece in found) == text
    told = [(piece.text, piece.severity, piece.number, piece.ends) for piece in found if piece.severity]
    assert told == [("Five", "error", 1, (1,)), (" officials", "warning", 2, (2,)), ("Monday.", "note", 3, (3,))]


def _themes():
    css = CSS.read_text("utf-8")
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", css[: css.index("@media")]))
    dark = light | dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", css[css.index("@media") :]))
    return {"light": light, "dark": dark}


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_the_contrast_that_wcag_asks_for(theme):
    colours = _themes()[theme]
    grounds = ("ground", "panel", "target")
    texts = chain(
        ((text, ground) for text in ("text", "dim", "link") for ground in grounds),
        ((level, "panel") for level in ("error", "warning", "note")),
        (("text", f"{level}-ground") for level in ("error", "warning", "note")),
    )
    for text, ground in texts:
        high, low = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, (text, ground)


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens stories as a page; afterwards nothing may have been logged or fetched but the page."""
    contexts, told, fetched = [], [], []

    def open_page(*stories, **options):
        file = tmp_path / "report.html"
        file.write_text(rendered(Format.HTML, *stories), encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        shown = context.new_page()
        shown.on("console", lambda message: told.append(message.text))
        shown.on("pageerror", lambda error: told.append(str(error)))
        shown.on("dialog", lambda dialog: told.append(dialog.message))
        shown.on("request", lambda request: fetched.append(request.url))
        shown.goto(file.as_uri())
        return shown

    yield open_page
    for context in contexts:
        context.close()
    assert told == []
    assert all(url.startswith("file://") and url.split("#")[0].endswith("report.html") for url in fetched)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_browser_clicks_lead_to_the_card_and_back(opened, scheme):
    shown = opened(result(), color_scheme=scheme, java_script_enabled=True)
    link = shown.locator("article a.differs").first
    target = link.get_attribute("href")
    link.click()
    assert shown.url.endswith(target)
    card = shown.locator(target)
    assert card.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }")
    back = card.locator("dd a").first
    place = back.get_attribute("href")
    back.click()
    assert shown.url.endswith(place)
    ground = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") is (scheme == "light")


def test_browser_reads_without_script_and_by_keyboard(opened):
    shown = opened(result(), java_script_enabled=False)
    shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/*#main")  # the browser gets there in its own time
    for label in ("Discrepancies", "Articles side by side", "Who is called what"):
        assert shown.get_by_role("heading", name=label).count() == 1
    assert shown.get_by_role("region", name="Articles side by side").count() == 1


def test_browser_runs_nothing_that_an_article_brings(opened):
    shown = opened(marked_up(), hostile())
    assert shown.locator("script").count() == 0
    assert shown.locator("img").count() == 0
    assert "<img src=x" in shown.locator("body").inner_text()


def test_browser_prints_and_fits_a_narrow_window(opened):
    shown = opened(result(), viewport={"width": 480, "height": 800})
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown.emulate_media(media="print")
    assert shown.locator("nav").first.is_hidden()
    assert shown.locator(".columns").evaluate("e => getComputedStyle(e).display") == "block"
