"""No page weighs more than 100 kB on a first visit, fonts included, as production serves it."""

from pathlib import Path

import pytest

from lms.people.models import User
from lms.trainings.models import Training

from .crawl import client_of
from .test_pages import ROLES
from .visitor import PHONE, Visitor
from .weighing import gunicorn, weigh

pytestmark = pytest.mark.journey
LIMIT = 100_000


@pytest.fixture
def served(request, common_demo, tmp_path):
    with gunicorn(common_demo, Path(request.config.cache.mkdir("demo")), tmp_path / "gunicorn.log") as address:
        yield address


def pages() -> list[tuple[str, str]]:
    """Whose page, and which: the first page of each role, and those that are opened most."""
    own = Training.objects.filter(deliverers__person__email=ROLES["trainer"], status="approved").first()
    enrol = f"/enrol/{own.enrolment_code}/"
    tot = Training.objects.filter(kind="tot").latest("starts_on")
    return [
        ("visitor", "/account/login/"), ("visitor", enrol), ("visitor", f"{enrol}email/"), ("visitor", "/verify/"),
        *((role, "/") for role in ROLES if role != "visitor"),
        ("office", "/coverage/"), ("focal point", "/coverage/"), ("trainer", f"/cascade/{own.pk}/"),
        ("trainer", "/library/pssm-moi/m05/"), ("trainer", "/library/sr-latn/pssm-moi/m01/"),
        ("trainer", f"/trainings/{own.pk}/attendance/"),
        ("trainee", "/trainings/mine/"), ("office", f"/cohorts/{tot.pk}/nominations/"), ("office", "/cascade/tree/"),
    ]  # fmt: skip


def test_no_page_weighs_more_than_100_kb(served, browser):
    heavy, visitors = {}, {role: _visitor(served, browser, role) for role in {role for role, _address in pages()}}
    for role, address in pages():
        weights = _weights(visitors[role], role, address)
        assert any(name.endswith(".woff2") for name in weights), f"no font came with {address}"
        if sum(weights.values()) > LIMIT:
            heavy[f"{role} {address}"] = sorted(weights.items(), key=lambda one: -one[1])[:8]
    assert heavy == {}
    for visitor in visitors.values():
        visitor.leave()


def _visitor(served: str, browser, role: str) -> Visitor:
    """Somebody on a phone who is signed in already."""
    visitor = Visitor(browser, served, viewport=PHONE)
    client = client_of(ROLES[role])
    if "sessionid" in client.cookies:
        value = client.cookies["sessionid"].value
        visitor.context.add_cookies([{"name": "sessionid", "value": value, "url": served}])
    return visitor


def _weights(visitor: Visitor, role: str, address: str) -> dict[str, int]:
    """What comes for the page; each is weighed without a cache, as if nothing were there yet."""
    weights = weigh(visitor, address)
    if ROLES[role]:
        user = User.objects.get(email=ROLES[role])
        assert (user.first_name or user.email) in visitor.words
    return weights
