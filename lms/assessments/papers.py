"""The questions of an edition's form as they are asked: frozen items in one language, answers mixed."""

from dataclasses import replace

from curricula.bank import plain
from curricula.bank.papers import PaperQuestion, papers
from curricula.models import EditionForm, EditionItem
from lms.trainings.models import Training


def form_of(training: Training, moment: str) -> EditionForm | None:
    """The form that the training's edition froze for this moment; None where it has none."""
    return EditionForm.objects.filter(edition=training.edition_id, moment=moment).first()


def papers_of(form: EditionForm, language: str) -> list[PaperQuestion]:
    """The form's questions in their order; one without a frozen translation stands as the original. One query."""
    rows = EditionItem.objects.filter(module__edition=form.edition_id).in_order()
    wanted = set(form.codes)
    contents = [row.content for row in rows]
    items = [_item(row) for row in contents if row["code"] in wanted or row["translation_of"] in wanted]
    return [with_code(paper) for paper in papers(form.codes, items, language, form.sha256)]


def with_code(paper: PaperQuestion) -> PaperQuestion:
    """The paper under the code of the form: a translation answers for its original."""
    return replace(paper, item=replace(paper.item, code=paper.item.translation_of or paper.item.code))


def _item(content: dict) -> plain.PlainItem:
    return plain.from_json({name: value for name, value in content.items() if name != "objective_text"})
