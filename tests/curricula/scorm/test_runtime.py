"""Packages run in a real SCORM runtime (scorm-again) in a real browser: walked through, left, and taken up again."""

import json
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.browser import folder_served

pytestmark = [pytest.mark.django_db, pytest.mark.journey]
VENDOR = Path(__file__).resolve().parents[2] / "vendor" / "scorm-again"
both = pytest.mark.parametrize("version", ["1.2", "2004"])
SHELL = """<!doctype html><meta charset="utf-8"><title>A platform</title>
<script src="{script}"></script>
<script>
  window.runtime = window["{object}"] = new {maker}({{ autocommit: false, logLevel: 4 }});
  const kept = JSON.parse(sessionStorage.getItem("cmi") || "null");
  if (kept) runtime.loadFromJSON(kept, "cmi");
</script>
<iframe id="sco" src="package/index.html" width="1000" height="760"></iframe>"""


@dataclass(frozen=True)
class Words:
    """Where a version keeps what."""

    script: str
    object: str
    maker: str
    get: str
    status: str
    place: str
    exit: str
    score: str


WORDS = {
    "1.2": Words(
        "scorm12.min.js", "API", "Scorm12API", "lmsGetValue", "cmi.core.lesson_status", "cmi.core.lesson_location",
        "cmi.core.exit", "cmi.core.score.raw",
    ),
    "2004": Words(
        "scorm2004.min.js", "API_1484_11", "Scorm2004API", "lmsGetValue", "cmi.completion_status", "cmi.location",
        "cmi.exit", "cmi.score.raw",
    ),
}  # fmt: skip


class Platform:
    """A learning platform with one package in it."""

    def __init__(self, page, words: Words) -> None:
        self.page, self.words = page, words

    @property
    def sco(self):
        return self.page.frame_locator("#sco")

    @property
    def cmi(self) -> dict:
        """What the runtime holds, as it would be sent to the platform's server."""
        return self.page.evaluate("() => JSON.parse(JSON.stringify(runtime.cmi))")

    def value(self, name: str):
        """One element by its dotted name, read from what the runtime holds."""
        found = {"cmi": self.cmi}
        for part in name.split("."):
            found = found[part]
        return found

    @property
    def status(self) -> str:
        return self.value(self.words.status)

    @property
    def kept(self) -> dict:
        return json.loads(self.value("cmi.suspend_data"))

    def go(self, where: str) -> None:
        self.sco.locator(f"[data-go={where}]").click()

    def go_to_the_end(self) -> int:
        """Next until there is no next; how many parts there are."""
        steps = 1
        while self.sco.locator("[data-go=on]").is_enabled():
            self.go("on")
            steps += 1
        return steps

    def heading(self) -> str:
        return self.sco.locator("main > section:visible :is(h1, h2)").first.inner_text()


@pytest.fixture
def platform(browser, package, tmp_path):
    """`platform("1.2")`: the package opened on a platform; nothing is asked of any other machine."""
    errors = []
    with ExitStack() as opened:

        def start(version: str) -> Platform:
            words = WORDS[version]
            package(version).extractall(tmp_path / "package")
            shutil.copy(VENDOR / words.script, tmp_path)
            shell = SHELL.format(script=words.script, object=words.object, maker=words.maker)
            (tmp_path / "index.html").write_text(shell, encoding="utf-8")
            address, page = opened.enter_context(folder_served(tmp_path)), browser.new_page()
            opened.callback(page.close)
            page.on("pageerror", lambda error: errors.append(error))
            page.goto(f"{address}/index.html")
            page.frame_locator("#sco").locator("[data-way]").wait_for()
            return Platform(page, words)

        yield start
    assert not errors


@both
def test_completed_when_every_part_was_seen(platform, version):
    lms = platform(version)
    assert lms.status == "incomplete"
    assert lms.heading() == "Why PSSM matters: diversion and accidents"
    parts = lms.go_to_the_end()
    assert parts >= 4
    assert lms.status == "completed"
    assert lms.heading() == "To keep"
    assert lms.value(lms.words.place) == "materials"
    assert lms.kept == {"at": parts - 1, "seen": list(range(parts)), "score": None}
    assert lms.sco.locator("[data-news]").inner_text() == "You have read everything. It is on record."
    if version == "2004":
        assert float(lms.value("cmi.progress_measure")) == 1


@both
def test_left_half_way_it_is_taken_up_where_it_was(platform, version):
    lms = platform(version)
    lms.go("on")
    lms.go("on")
    here, kept = lms.heading(), lms.kept
    assert kept["at"] == 2
    lms.page.evaluate("() => document.getElementById('sco').remove()")
    cmi = lms.cmi
    after = cmi["core"] if version == "1.2" else cmi
    assert lms.status == "incomplete"
    assert after["exit"] == "suspend"
    assert lms.page.evaluate("() => runtime.isTerminated()")
    lms.page.evaluate("cmi => sessionStorage.setItem('cmi', JSON.stringify(cmi))", cmi)
    lms.page.reload()
    lms.sco.locator("[data-way]").wait_for()
    assert lms.heading() == here
    assert lms.kept == kept
    lms.go_to_the_end()
    assert lms.status == "completed"


@both
def test_the_check_gives_a_score_and_counts_towards_completion(questions, platform, version):
    lms = platform(version)
    lms.go_to_the_end()
    assert lms.status == "incomplete"
    while not lms.sco.locator("[data-check]").is_visible():
        lms.go("back")
    answer = lms.sco.locator("input[name=q1]")
    answer.nth(1).check()
    lms.sco.locator("input[name=q2]").nth(0).check()
    lms.sco.locator("[data-check] button").click()
    assert lms.sco.locator("[data-score]").inner_text() == "1 of 2 answers are right."
    assert lms.sco.locator("[data-feedback]").first.is_visible()
    assert float(lms.value(lms.words.score)) == 50
    assert lms.status == "completed"
    lms.sco.locator("input[name=q2]").nth(1).check()
    lms.sco.locator("[data-check] button").click()
    assert float(lms.value(lms.words.score)) == 100
    if version == "2004":
        assert float(lms.value("cmi.score.scaled")) == 1
    assert lms.kept["score"] == [2, 2]


@both
def test_leaving_ends_the_session_once(platform, version):
    lms = platform(version)
    lms.go_to_the_end()
    lms.go("leave")
    assert lms.page.evaluate("() => runtime.isTerminated()")
    assert lms.sco.locator("[data-news]").inner_text() == "Your place is kept. You may close this window."
    exit_word = lms.cmi["core"]["exit"] if version == "1.2" else lms.cmi["exit"]
    assert exit_word == {"1.2": "", "2004": "normal"}[version]
    time = lms.cmi["core"]["session_time"] if version == "1.2" else lms.cmi["session_time"]
    assert time.startswith({"1.2": "00:00:", "2004": "PT"}[version])
    lms.page.evaluate("() => document.getElementById('sco').remove()")
    assert int(lms.page.evaluate("() => Number(runtime.lastErrorCode)")) == 0


def test_without_a_platform_it_can_be_read_and_says_so(browser, package, tmp_path):
    package("1.2").extractall(tmp_path)
    with folder_served(tmp_path) as address, browser.new_page() as page:
        page.goto(f"{address}/index.html")
        page.click("[data-go=on]")
        assert "is not on record" in page.inner_text("[data-news]")


@both
def test_what_was_kept_by_somebody_else_is_passed_over(platform, version):
    lms = platform(version)
    lms.page.evaluate("() => sessionStorage.setItem('cmi', JSON.stringify({suspend_data: 'no JSON {', location: 'x'}))")
    lms.page.reload()
    lms.sco.locator("[data-way]").wait_for()
    assert lms.heading() == "Why PSSM matters: diversion and accidents"
