"""The inspection of pages finds what it is for, also on a page of a kind that was judged as sound a moment ago."""

import pytest

from . import inspection
from .inspection import WATCH_SHIFTS, inspect, walk_by_keys
from .visitor import Visitor

pytestmark = pytest.mark.journey
SITE = "http://inspected.test"
PAGE = """<!doctype html><html lang="en"><head><title>Sound</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #111; background: #fff; font: 16px sans-serif }} .pale {{ color: #999 }} .part {{ color: #333 }}
a, button, label {{ display: inline-block; min-height: 2rem }}</style>{head}</head>
<body><a class="skip" href="#main">Skip to the content</a><main id="main" tabindex="-1"><h1>Sound</h1>
<p class="part">Words that can be read.</p><form><label>Name <input name="n"></label><button>Send</button></form>{body}
</main></body></html>"""
IMAGE = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
FAULTS = {
    "a button without a name": ("<button></button>", "button-name"),
    "a field without a label": ('<input name="other">', "label"),
    "an emptied label": ('<label> <input name="other"></label>', "label"),
    "a picture without words": (f'<img src="{IMAGE}">', "image-alt"),
    "a link without words": ('<a href="/somewhere"> </a>', "link-name"),
    "pale text": ('<p class="pale">Words that can hardly be read.</p>', "color-contrast"),
    "pale text on another ground": ('<div style="background: #444"><p class="part">Dark</p></div>', "color-contrast"),
    "an id that stands twice": ('<p id="main">Again</p>', "ids stand twice"),
    "a role that is none": ('<p role="headline">Words</p>', "aria-roles"),
    "a list with something else in it": ("<ul><p>Words</p></ul>", "list"),
    "too wide for a phone": ('<p style="width: 500px">Words</p>', "px too wide"),
    "what is unfolded": ("<details><summary>More</summary><button></button></details>", "button-name"),
}


@pytest.fixture
def visitor(browser, monkeypatch):
    """Somebody for whom every page of the site is the one that `show` was given last."""
    monkeypatch.setattr(inspection, "judged", set())
    visitor = Visitor(browser, SITE, reduced_motion="reduce")
    visitor.context.add_init_script(WATCH_SHIFTS)
    yield visitor
    visitor.leave(quietly=True)


def show(visitor: Visitor, body: str = "", head: str = "", status: int = 200) -> None:
    visitor.page.unroute_all()
    content = PAGE.format(body=body, head=head)
    visitor.page.route("**/*", lambda route: route.fulfill(body=content, content_type="text/html", status=status))


def test_a_sound_page_has_no_fault(visitor):
    show(visitor)
    assert inspect(visitor, "kind", "/page") == []
    assert walk_by_keys(visitor, "/page") == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_on_a_page_of_a_known_kind_is_found(fault, visitor):
    body, said = FAULTS[fault]
    show(visitor)
    assert inspect(visitor, "kind", "/page") == []
    show(visitor, body)
    found = inspect(visitor, "kind", "/page")
    assert any(said in one for one in found), found
    # And again: what was found once is not taken for judged.
    assert any(said in one for one in inspect(visitor, "kind", "/page"))


def test_a_page_that_moves_each_time_it_opens_is_found(visitor):
    late = """<script>addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
        document.querySelector("main").prepend(Object.assign(document.createElement("div"),
            {style: "height: 300px", textContent: "Late"})) })))</script>"""
    show(visitor, head=late)
    visitor.page.goto("/page")
    visitor.page.wait_for_function("window.inspectedShift > 0")
    assert visitor.page.evaluate("window.inspectedMoved.length") > 0


def test_a_page_that_is_not_there_is_found(visitor):
    show(visitor, status=404)
    assert "/page: status 404" in inspect(visitor, "kind", "/page")


def test_what_keys_cannot_reach_or_show_is_found(visitor):
    show(visitor, '<button tabindex="-1">Hidden from keys</button>')
    assert any("reached" in fault for fault in walk_by_keys(visitor, "/page"))
    show(visitor, head="<style>button:focus { outline: 0 }</style>")
    assert any("no visible focus" in fault for fault in walk_by_keys(visitor, "/page"))
