"""What the bank gives to kits and packages: the printed tests of an edition, and questions to answer alone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..choices import FormMoment, ItemKind
from ..kit.lessons import designated, lesson_of
from ..kit.registry import CheckQuestion
from ..kit.registry import KitPaper as Sheet
from ..models import Edition, EditionForm, EditionItem, EditionModule
from .freezing import frozen_items
from .papers import PaperQuestion, papers
from .plain import TRUE, PlainItem, from_json, to_json
from .sheets import key_of, sheet_of

#: What the packages' page can ask.
ALONE = (ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.TRUE_FALSE)


def sheets_of(edition: Edition, language: str) -> list[Sheet]:
    """Both forms of the edition as PDF in this language: each as a sheet for participants and as a key."""
    items = _items(EditionItem.objects.filter(module__edition=edition).in_order())
    return [sheet for form in edition.forms.all() for sheet in _sheets_of_form(form, items, language)]


def _sheets_of_form(form: EditionForm, items: list[PlainItem], language: str) -> Iterator[Sheet]:
    rows = papers(form.codes, items, language, form.sha256)
    named = {"moment": FormMoment(form.moment).label}
    yield Sheet(_("Test %(moment)s: sheet") % named, f"test-{form.moment}-sheet.pdf", sheet_of(form, rows, language))
    yield Sheet(_("Test %(moment)s: answer key") % named, f"test-{form.moment}-key.pdf", key_of(form, rows, language))


def _items(rows) -> list[PlainItem]:
    """Frozen items under the rule for the name."""
    return [from_json(designated(to_json(item))) for item in frozen_items(rows)]


# Questions a trainee answers alone ------------------------------------------------------------------------------------


def questions_of(module: EditionModule, language: str) -> list[CheckQuestion]:
    """The module's items that no form of the edition asks: a package tells what is right, and a test must not be told.

    Those with a picture, and kinds that are not chosen from a list, stay in the bank.
    """
    asked = {code for form in module.edition.forms.all() for code in form.codes}
    items = _items(module.items.in_order())
    codes = [item.code for item in items if not item.translation_of and item.code not in asked and _is_plain(item)]
    return [_question(paper) for paper in papers(codes, items, language, module.edition.sha256)]


def _is_plain(item: PlainItem) -> bool:
    return item.kind in ALONE and not item.picture


def _question(paper: PaperQuestion) -> CheckQuestion:
    right = tuple(number for number, option in enumerate(paper.options) if option.correct)
    said = [paper.item.feedback, *(option.feedback for option in paper.options if option.correct)]
    options = tuple(_word(paper.item.kind, option.text) for option in paper.options)
    return CheckQuestion(paper.item.code, paper.item.question, options, right, " ".join(filter(None, said)),
                    several=paper.item.kind == ItemKind.MULTIPLE)  # fmt: skip


def _word(kind: str, text: str) -> str:
    if kind != ItemKind.TRUE_FALSE:
        return text
    return _("true") if text == TRUE else _("false")


def checks_of(module: EditionModule, language: str) -> list[CheckQuestion]:
    """The knowledge checks of the lesson plan, but for those whose item a form of the edition asks."""
    asked = {code for form in module.edition.forms.all() for code in form.codes}
    plan = lesson_of(module, "trainer", language).content["lesson_plan"]
    checks = [row for row in plan if row.get("type") == "check" and row.get("item") not in asked]
    return [_check(number, row) for number, row in enumerate(checks, 1)]


def _check(number: int, row: dict) -> CheckQuestion:
    right = tuple(at for at, answer in enumerate(row["answers"]) if answer["correct"])
    options = tuple(answer["text"] for answer in row["answers"])
    return CheckQuestion(f"check-{number}", row["detail"], options, right, several=len(right) > 1)
