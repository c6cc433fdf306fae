"""A person at a browser: signs in, reads, presses, and notices whatever is wrong with a page on the way."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core import mail
from playwright.sync_api import Browser, BrowserContext, Page, expect

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
# How long a condition is waited for, in milliseconds: a busy machine makes nothing wrong, it is only late.
PATIENCE = 90_000
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
WATCH_POLICY = """addEventListener("securitypolicyviolation", (event) =>
    console.error("content policy: " + event.violatedDirective + " " + event.blockedURI))"""


class Visitor:
    """One browser of one person. `troubles` collects errors of pages and scripts, 5xx, and requests to other hosts."""

    def __init__(self, browser: Browser, base: str, *, pictures: Path | None = None, **options) -> None:
        self.base, self.pictures, self.troubles = base, pictures, []
        self.context: BrowserContext = browser.new_context(base_url=base, **{"viewport": WIDE, **options})
        self.context.add_init_script(WATCH_POLICY)
        self.context.set_default_timeout(PATIENCE)
        self._watch()
        self.page: Page = self.context.new_page()

    def _watch(self) -> None:
        self.context.on("request", self._note_request)
        self.context.on("response", lambda answer: answer.status >= 500 and self.note(answer.status, answer.url))
        self.context.on("console", lambda said: said.type == "error" and self.note("console", said.text))
        self.context.on("weberror", lambda error: self.note("script", error.error))

    def _note_request(self, request) -> None:
        if urlsplit(request.url).scheme in ("http", "https", "ws", "wss") and not request.url.startswith(self.base):
            self.note("left the site", request.url)

    def note(self, *what) -> None:
        self.troubles.append(" ".join([*map(str, what), "at", self.page.url]))

    def leave(self, *, quietly: bool = False) -> None:
        """Close the browser; whatever was wrong with the pages is said now, unless the test has failed anyway."""
        self.context.close()
        assert quietly or not self.troubles, self.troubles

    # Moving ----------------------------------------------------------------------------------------------------------

    def open(self, address: str, status: int = 200) -> str:
        """Go to the address; returns the page's words."""
        answer = self.page.goto(address)
        assert answer.status == status, f"{address}: {answer.status}"
        return self.words

    def press(self, name: str | re.Pattern, *, role: str = "button", within=None, exact: bool = True) -> None:
        """Press the one button (or link) of this name."""
        (within or self.page).get_by_role(role, name=name, exact=exact).click()

    def follow(self, name: str | re.Pattern, *, within=None, exact: bool = True) -> None:
        self.press(name, role="link", within=within, exact=exact)

    def fill(self, **answers) -> None:
        """Answers by the names of the form's fields: text, an option's value, True for a box; a list for many boxes."""
        for name, value in answers.items():
            for one in value if isinstance(value, list) else [value]:
                self._fill(name, one)

    def _fill(self, name: str, value) -> None:
        field = self.page.locator(f'main [name="{name}"]:not([type=hidden])')
        kind = field.first.evaluate("field => field.type || field.tagName")
        if kind == "select-one":
            field.select_option(str(value))
        elif kind in ("radio", "checkbox"):
            choice = field if value is True else self.page.locator(f'main [name="{name}"][value="{value}"]')
            choice.check()
        elif kind == "file":
            field.set_input_files(str(value))
        else:
            field.fill(str(value))

    def status_of(self, address: str) -> int:
        """What the site answers to this person, without leaving the page."""
        return self.context.request.get(address, max_redirects=0).status

    def download(self, press: Callable[[], None]) -> Path:
        """The file that comes when this is pressed."""
        with self.page.expect_download() as waiting:
            press()
        return Path(waiting.value.path())

    # Reading ---------------------------------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """All visible words of the page, on one line."""
        return " ".join(self.page.locator("body").inner_text().split())

    def sees(self, *texts: str) -> None:
        """Each text stands on the page (it may come a moment later)."""
        for text in texts:
            try:
                expect(self.page.locator("body")).to_contain_text(text, use_inner_text=True, timeout=PATIENCE)
            except AssertionError as trouble:
                raise AssertionError(f"not on {self.page.url}: {text!r}\n{self.words[:3000]}") from trouble

    def sees_saved(self, count: int) -> None:
        """So many cells of the grid carry the mark of what has been saved since the page came."""
        expect(self.page.locator("td[data-state=saved]")).to_have_count(count, timeout=PATIENCE)

    def row(self, text: str | re.Pattern):
        """The one table row that holds this text."""
        return self.page.locator("main tr", has_text=text)

    def href(self, name: str | re.Pattern, *, within=None) -> str:
        return (within or self.page).get_by_role("link", name=name).first.get_attribute("href")

    def shot(self, name: str, *, whole: bool = True) -> None:
        """A picture of the page, if pictures were asked for."""
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{name}.png", full_page=whole, animations="disabled")

    # Signing in ------------------------------------------------------------------------------------------------------

    def sign_in(self, email: str, password: str = settings.DEMO_PASSWORD) -> "Visitor":
        self.open("/account/login/")
        self.fill(login=email, password=password)
        self.page.locator("main button:has-text('Sign in')").first.click()
        self.page.wait_for_url(f"{self.base}/")
        return self

    def sign_in_by_code(self, email: str) -> "Visitor":
        self.open("/account/login/code/")
        self.fill(email=email)
        with one_mail(email) as letter:
            self.press("Send me a code")
            self.page.wait_for_url("**/code/confirm/**")
        self.fill(code=letter.code)
        self.press("Continue")
        self.page.wait_for_url(f"{self.base}/")
        return self


class Letter:
    """The one mail that came in the meantime."""

    text = ""

    @property
    def code(self) -> str:
        return CODE.search(self.text)[0]


@contextmanager
def one_mail(to: str) -> Iterator[Letter]:
    """Exactly one mail to this address comes while this is done."""
    before, letter = len(mail.outbox), Letter()
    yield letter
    came = [message for message in mail.outbox[before:] if message.to == [to]]
    assert len(came) == 1, [message.subject for message in mail.outbox[before:]]
    letter.text = f"{came[0].subject}\n{came[0].body}"
