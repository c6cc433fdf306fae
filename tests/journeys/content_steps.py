"""Steps 1 and 2: the office changes a module and publishes an edition; a trainer downloads, until they may not."""

import re
from io import BytesIO
from zipfile import ZipFile

from django.utils import timezone
from playwright.sync_api import expect

from curricula.models import Edition, Material, Module
from lms.demo.staff import account
from lms.people.models import User
from lms.people.services import grant_role

from .visitor import PATIENCE, Visitor

MODULE, TITLE = "/library/pssm-moi/m05/", "Access control and key management"
REFUSED_DRAFT = re.compile(r"status of 400 .* at \S+/admin/pages/\d+/edit/")
SUMMARY = "Two people, two keys, one log: a room is only as safe as the record of who opened it."


def change_a_module(office: Visitor, reviewer: Visitor, approver: Visitor) -> None:
    """Minutes that do not add up are refused with the sum and the cure; the rest goes its way past two more people."""
    office.open(MODULE)
    office.follow("Edit this module")
    insist_on_this_version(office)
    minutes = office.page.locator("[name='lesson_plan-0-value-minutes']")
    planned = int(minutes.input_value())
    minutes.fill(str(planned + 5))
    send_to_review(office)
    office.sees("The steps take 50 minutes, the module has 45 minutes. Change the steps, or the module's minutes.")
    office.shot("01-editor-refuses", whole=False)
    office.page.locator("[name='lesson_plan-0-value-minutes']").fill(str(planned))
    office.page.locator("[name=summary]").fill(SUMMARY)
    send_to_review(office)
    office.sees("has been submitted for moderation")
    approve(reviewer, "Technical review", "Approve")
    assert SUMMARY not in office.open(MODULE)
    approve(approver, "Approval", "Approve and publish")
    assert SUMMARY in office.open(MODULE)
    office.shot("01-module-page")


def send_to_review(office: Visitor) -> None:
    """The editor's main button; publishing directly is not offered."""
    office.page.wait_for_load_state("networkidle")
    assert office.page.locator("button[name=action-publish]").count() == 0
    office.page.locator("button[name=action-submit]").first.click()
    office.page.wait_for_load_state("networkidle")


def insist_on_this_version(office: Visitor) -> None:
    """On a busy machine the draft that the editor saves by itself arrives after the page that was refused, which then
    takes it for another window's. Whoever is asked says: send this one; that the draft was refused is no fault then."""
    asked = office.page.get_by_text("You saved a new version in another window")
    send = office.page.get_by_role("dialog").get_by_role("button", name=re.compile("^Submit to"))

    def insist() -> None:
        send.click()
        office.troubles[:] = [one for one in office.troubles if not REFUSED_DRAFT.search(one)]

    office.page.add_locator_handler(asked, insist)


def approve(officer: Visitor, step: str, button: str) -> None:
    """From the list of what waits for them in the back office to the draft, which they read but do not write in."""
    officer.open("/admin/")
    waiting = officer.page.locator("section", has_text="Awaiting your review").last
    waiting.get_by_role("link", name=TITLE).first.click()
    officer.sees(step)
    officer.shot(f"01-{button.lower().replace(' ', '-')}", whole=False)
    officer.press(button)
    expect(officer.page.get_by_role("button", name=button, exact=True)).to_have_count(0, timeout=PATIENCE)


def a_third_officer() -> str:
    """Author, reviewer, approver: the demo's office has two people. Returns the new one's e-mail."""
    office = User.objects.get(email="office@seesac.example")
    user = account("officer3@seesac.example", "Ana", "Petrovska")
    grant_role(user=user, kind="office", institution=None, by=office, starts_on=timezone.localdate())
    return user.email


def publish_an_edition(office: Visitor) -> Edition:
    """From the portal: what changed is shown, then frozen under a label."""
    office.open("/")
    office.follow("Curriculum")
    office.page.goto(office.base + "/curricula/editions/")
    office.follow("Publish an edition")
    office.sees("What changed since edition 2026.1")
    assert [row.split()[0] for row in office.page.locator("main .change h3").all_inner_texts()] == ["M05"]
    office.sees("Who holds on to edition 2026.1", "Trainers certified on it")
    office.fill(note="Opening a room is told more plainly.")
    office.shot("02-publish-edition")
    label = office.page.locator("[name=label]").input_value()
    # Tests have no worker: the kits of all languages are built before the answer comes.
    office.page.get_by_role("button", name="Publish this edition", exact=True).click(timeout=120_000)
    office.sees(f"Edition {label} is published.", f"Edition {label}", "in use")
    return Edition.objects.get(label=label)


def download_as_trainer(trainer: Visitor, edition: Edition) -> Material:
    """One module's materials, then the whole edition's kit: both ZIPs open and hold what they should."""
    trainer.open(MODULE)
    module = Module.objects.get(code="M05")
    held = set(module.materials.values_list("classification", flat=True))
    assert "trainer" in held
    with ZipFile(trainer.download(lambda: trainer.follow("All of this module (ZIP)"))) as kit:
        assert kit.testzip() is None
        assert len([name for name in kit.namelist() if not is_list(name)]) == module.materials.count()
    trainer.shot("03-materials")

    trainer.open(f"/curricula/editions/{edition.pk}/")
    first = trainer.page.locator(".kit a").first
    with ZipFile(BytesIO(trainer.download(first.click).read_bytes())) as kit:
        assert kit.testzip() is None
        names = kit.namelist()
        assert SUMMARY in kit.read("modules/m05.html").decode()
    held_by_edition = edition.modules.filter(files__isnull=False).values("files").count()
    assert len([name for name in names if name.startswith("materials/")]) == held_by_edition
    assert "index.html" in names
    return module.materials.filter(classification="trainer").first()


def is_list(name: str) -> bool:
    """The list of contents that lies beside the files."""
    return "/" not in name and name.lower().endswith((".txt", ".csv", ".json"))


def withdraw_the_certificate(office: Visitor, second: Visitor, holder: str) -> None:
    """One officer asks that the certificate be withdrawn, with a reason; another confirms."""
    office.open("/certificates/?kind=trainer&state=in_force")
    office.fill(q=holder)
    office.page.locator("main form.filters button, main form[data-filter] button, main form button").first.click()
    office.page.locator("main tbody a").first.click()
    office.sees(holder)
    withdraw_this_certificate(office, second)
    office.shot("04-certificate-withdrawn")


def withdraw_this_certificate(office: Visitor, second: Visitor) -> None:
    """From the certificate's page on, until it says withdrawn."""
    office.follow("Ask for withdrawal")
    office.fill(reason="Left the training unit; the institution asked for it.")
    office.press("Ask for the withdrawal")
    office.sees("waits for a second officer")
    second.open("/certificates/requests/")
    second.follow("Withdrawal", exact=False)
    second.sees("You agree", "Left the training unit")
    second.press("Confirm")
    office.page.reload()
    office.sees("withdrawn", "Left the training unit")


def sees_the_earlier_download(office: Visitor, who: str) -> None:
    """What was fetched before stays on record."""
    words = office.open(f"/curricula/downloads/?who={who}")
    assert words.count(who.split("@")[0]) >= 2 or "M05" in words
    assert "ZIP" in words.upper() or "zip" in words
    office.shot("05-download-register")
