"""Every page of every role: no dead link, no fault for axe in light and dark, no wider than a phone, and still."""

import pytest

from lms.certification.models import Certificate
from lms.trainings.models import Training

from .conftest import Site
from .crawl import client_of, crawl
from .inspection import WATCH_SHIFTS, inspect, skip_to_content, walk_by_keys
from .visitor import Visitor

pytestmark = pytest.mark.journey
ROLES = {
    "visitor": "",
    "trainee": "trainee.rs@mup.example",
    "trainer": "trainer.rs@mup.example",
    "focal point": "focal.rs@mup.example",
    "assessor": "assessor@seesac.example",
    "observer": "donor@donor.example",
    "office": "office@seesac.example",
}
EVERYTHING = 10**6


def starts() -> list[str]:
    """The first page, and the pages one comes to from paper: enrolling and verifying."""
    training = Training.objects.filter(status="approved", kind="cascade").order_by("-starts_on").first()
    certificate = Certificate.objects.exclude(document="").first()
    return ["/", f"/enrol/{training.enrolment_code}/", "/enrol/", f"/verify/{certificate.code}/", "/verify/"]


def somebody(site: Site, role: str) -> Visitor:
    """A visitor who is signed in already."""
    # Colours that fade over into the other scheme would be judged half-way.
    visitor = site.visitor(reduced_motion="reduce")
    visitor.context.add_init_script(WATCH_SHIFTS)
    client = client_of(ROLES[role])
    if "sessionid" in client.cookies:
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.url}
        visitor.context.add_cookies([cookie])
    return visitor


@pytest.mark.parametrize("role", ROLES)
def test_each_kind_of_page_is_sound(common_site, role):
    found = crawl(client_of(ROLES[role]), starts(), per_name=4, at_most=400)
    assert found.dead == []
    visitor = somebody(common_site, role)
    faults = [fault for name, pages in sorted(found.pages.items()) for fault in inspect(visitor, name, pages[0])]
    assert faults == [], "\n".join(["", *faults])


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_no_link_is_dead(common_demo, role):
    found = crawl(client_of(ROLES[role]), starts(), per_name=EVERYTHING, at_most=6000)
    assert found.dead == []


@pytest.mark.parametrize(
    ("role", "address"), [("office", "/coverage/"), ("trainer", "/cascade/plan/"), ("focal point", "/")]
)
def test_everything_is_in_reach_of_the_keyboard(common_site, role, address):
    visitor = somebody(common_site, role)
    assert walk_by_keys(visitor, address) == []
    assert skip_to_content(visitor, address) == "main"
