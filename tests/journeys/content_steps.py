"""Steps 1 and 2: the office changes a module and publishes an edition; a trainer downloads, until they may not."""

from io import BytesIO
from zipfile import ZipFile

from curricula.models import Edition, Material, Module

from .visitor import Visitor

SUMMARY = "Two people, two keys, one log: a room is only as safe as the record of who opened it."


def change_a_module(office: Visitor) -> None:
    """In the editor: minutes that do not add up are refused with the sum and the cure; the rest is published."""
    office.open("/library/pssm-moi/m05/")
    office.follow("Edit this module")
    minutes = office.page.locator("[name='lesson_plan-0-value-minutes']")
    planned = int(minutes.input_value())
    minutes.fill(str(planned + 5))
    publish(office)
    office.sees("The steps take 50 minutes, the module has 45 minutes. Change the steps, or the module's minutes.")
    office.shot("01-editor-refuses", whole=False)
    office.page.locator("[name='lesson_plan-0-value-minutes']").fill(str(planned))
    office.page.locator("[name=summary]").fill(SUMMARY)
    publish(office)
    office.page.wait_for_url("**/admin/pages/*/", timeout=20_000)
    assert SUMMARY in office.open("/library/pssm-moi/m05/")
    office.shot("01-module-page")


def publish(office: Visitor) -> None:
    """Wagtail keeps "Publish" in the menu of the button beside "Save draft"."""
    office.page.wait_for_load_state("networkidle")
    button = office.page.locator("button[name=action-publish]").first
    if not button.is_visible():
        office.page.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle").last.click()
    button.click()
    office.page.wait_for_load_state("networkidle")


def publish_an_edition(office: Visitor) -> Edition:
    """From the portal: what changed is shown, then frozen under a label."""
    office.open("/")
    office.follow("Curriculum")
    office.page.goto(office.base + "/curricula/editions/")
    office.follow("Publish an edition")
    office.sees("What changed since edition 2026.1")
    assert [row.split()[0] for row in office.page.locator("main tbody tr th").all_inner_texts()] == ["M05"]
    office.fill(note="Opening a room is told more plainly.")
    office.shot("02-publish-edition")
    label = office.page.locator("[name=label]").input_value()
    office.press("Publish this edition")
    office.sees(f"Edition {label} is published.", f"Edition {label}", "in use")
    return Edition.objects.get(label=label)


def download_as_trainer(trainer: Visitor, edition: Edition) -> Material:
    """One module's materials, then the whole edition: both ZIPs open and hold what they should."""
    trainer.open("/library/pssm-moi/m05/")
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
        names = [name for name in kit.namelist() if not is_list(name)]
    assert len(names) == edition.modules.filter(files__isnull=False).values("files").count()
    assert any("M05" in name for name in names)
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
    office.shot("04-certificate-withdrawn")


def sees_the_earlier_download(office: Visitor, who: str) -> None:
    """What was fetched before stays on record."""
    words = office.open(f"/curricula/downloads/?who={who}")
    assert words.count(who.split("@")[0]) >= 2 or "M05" in words
    assert "ZIP" in words.upper() or "zip" in words
    office.shot("05-download-register")
