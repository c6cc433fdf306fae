"""From an edit to the trainer's warning: review, approval, edition 2026.2, comparison, the planned training."""

import re
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from curricula.models import Edition, ModulePage
from curricula.services import publish_edition
from curricula.workflow.groups import join_office
from tests import factories as make
from tests.curricula import small
from tests.curricula.test_back_office import SUBMIT, page_data

pytestmark = [pytest.mark.django_db]
SITE = "http://testserver"


@pytest.fixture
def planned(cast, tmp_path):
    """Edition 2026.1 of three modules, and the trainer's training on it in a month's time."""
    curriculum = small.load(tmp_path / "content", owner=cast.office)
    Edition.objects.filter(curriculum=curriculum).update(withdrawn_on="2026-01-01")
    edition = publish_edition(curriculum, "2026.11", by=cast.office)
    training = make.TrainingFactory(
        institution=cast.home, curriculum=curriculum, edition=edition,
        starts_on=timezone.localdate() + timedelta(days=30),
    )  # fmt: skip
    make.DelivererFactory(training=training, person=cast.trainer_person)
    for user in (cast.office, cast.officer):
        join_office(user)
    return training


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_edit_reaches_the_trainer(cast, planned):
    author, second, trainer = map(signed_in, (cast.office, cast.officer, cast.trainer))
    page = ModulePage.objects.get(module__code="M01")
    assert "matters for safety" not in read(trainer, planned.get_absolute_url())

    author.post(reverse("wagtailadmin_pages:edit", args=[page.pk]),
                page_data(page, safety_note="Nobody opens alone.", **SUBMIT))  # fmt: skip
    for _decision in ("technical review", "approval"):
        state = ModulePage.objects.get(pk=page.pk).current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        assert second.post(address, {"comment": ""}).status_code == 302
    assert ModulePage.objects.get(pk=page.pk).safety_note == "Nobody opens alone."

    address = reverse("curricula:edition_publish", args=[planned.curriculum_id])
    before = read(author, address)
    assert planned.reference in before
    assert "Nobody opens alone." in before
    author.post(address, {"label": "2026.2", "languages": ["en"], "safety": ["M01"]})
    newest = Edition.objects.get(label="2026.2")

    compared = read(trainer, reverse("curricula:edition_compare", args=[newest.pk]) + f"?with={planned.edition_id}")
    assert "<ins>Nobody opens alone.</ins>" in compared
    assert "safety-relevant" in compared

    warned = read(trainer, planned.get_absolute_url())
    assert "changed in a way that matters for safety: M01 (2026.2)" in warned
    old = planned.edition.modules.get(module__code="M01")
    assert "Nobody opens alone." not in read(trainer, reverse("curricula:edition_module", args=[old.pk]))


# In a real browser ----------------------------------------------------------------------------------------------------


class Site:
    """The site as a browser finds it: pages that were read before, static files, and every form that was sent."""

    def __init__(self, browser, client: Client, *addresses: str) -> None:
        self.browser = browser
        self.pages = {address: client.get(address) for address in addresses}
        self.sent: list[tuple[str, dict]] = []

    def answer(self, route) -> None:
        path = route.request.url.removeprefix(SITE).partition("?")[0].partition("#")[0]
        if route.request.method == "POST":
            self.sent.append((path, dict(parse_qsl(route.request.post_data or "", keep_blank_values=True))))
            route.fulfill(status=200, content_type="application/json", body="{}")
        elif path in self.pages:
            found = self.pages[path]
            route.fulfill(status=200, headers={"content-type": found.headers["Content-Type"]}, body=found.content)
        else:
            self.static(route, path)

    def static(self, route, path: str) -> None:
        file = finders.find(path.removeprefix("/static/"))
        route.fulfill(path=file) if file else route.fulfill(status=404)

    @contextmanager
    def opened(self, address: str, width: int = 1280):
        """The page in Chromium; nothing leaves this machine."""
        page = self.browser.new_page(viewport={"width": width, "height": 700})
        page.route(re.compile(r".*"), self.answer)
        page.goto(SITE + address)
        yield page
        page.close()


@pytest.mark.journey
def test_the_editor_is_told_of_the_minutes_while_writing(browser, cast, planned):
    module = ModulePage.objects.get(module__code="M01")
    other = str(module.module.curriculum.modules.get(code="M02").pk)
    address = reverse("wagtailadmin_pages:edit", args=[module.pk])
    more = [reverse(f"wagtailadmin_{name}") for name in ("javascript_catalog", "sprite")]
    with Site(browser, signed_in(cast.office), address, *more).opened(address) as page:
        line = page.locator("[data-minutes]")
        line.get_by_text("45 minutes, as the module does").wait_for()
        first = page.locator('input[name="lesson_plan-0-value-minutes"]')
        was = int(first.input_value())
        first.fill(str(was + 7))
        line.get_by_text("7 minutes too many").wait_for()
        first.fill(str(was - 2))
        line.get_by_text("2 minutes are left").wait_for()
        page.locator('select[name="module"]').select_option(other)
        line.get_by_text("the module has 60").wait_for()


@pytest.mark.journey
def test_the_place_is_kept_and_offered(browser, cast, planned):
    trainer = signed_in(cast.trainer)
    site = Site(browser, trainer, "/library/pssm-moi/m01/")
    with site.opened("/library/pssm-moi/m01/", width=360) as page:
        page.locator("#step-3").evaluate("part => part.scrollIntoView()")
        # Answered, not only asked: what was sent has been noted by then.
        with page.expect_response(lambda answer: "/place/" in answer.url):
            pass
    path, said = site.sent[-1]
    assert said["anchor"] == "step-3"
    trainer.post(path, said)
    assert 'href="/library/pssm-moi/m01/#step-3"' in read(trainer, "/library/")
