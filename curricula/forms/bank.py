"""Forms of the question bank: filters, one form for each kind of item, the blueprint."""

import base64
from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..bank.pictures import Studio
from ..bank.plain import (
    FALSE,
    MOST_ANSWER,
    MOST_ANSWERS,
    MOST_FEEDBACK,
    MOST_QUESTION,
    TRUE,
    Answer,
    PlainItem,
    findings,
)
from ..bank.plain import tidied as tidied_item
from ..bank.texts import tidy
from ..choices import ItemKind

ALL = [("", _("all"))]
STATES = [
    ("", _("in use")),
    ("stale", _("translation stale")),
    ("unplaced", _("without an objective")),
    ("retired", _("retired")),
]
#: What each kind asks of an answer, with its label.
ANSWER_FIELDS: dict[str, Any] = {
    ItemKind.SINGLE: {"text": _("Answer"), "correct": _("right"), "feedback": _("Feedback")},
    ItemKind.MULTIPLE: {"text": _("Answer"), "correct": _("right"), "feedback": _("Feedback")},
    ItemKind.MATCHING: {"text": _("Left side"), "match": _("Belongs to it")},
    ItemKind.ORDERING: {"text": _("Step")},
    ItemKind.NUMERIC: {"text": _("Number"), "match": _("Tolerance"), "correct": _("right"), "feedback": _("Feedback")},
    ItemKind.SHORT: {"text": _("Accepted answer"), "correct": _("right"), "feedback": _("Feedback")},
}
HINTS: dict[str, Any] = {
    ItemKind.SINGLE: _("Mark exactly one answer as right. Rows left empty are ignored."),
    ItemKind.MULTIPLE: _("Mark every answer that is right. Rows left empty are ignored."),
    ItemKind.MATCHING: _("A row with only a right side is one that belongs to nothing."),
    ItemKind.ORDERING: _("Write the steps in the right order. They are mixed when the test is printed."),
    ItemKind.NUMERIC: _("The tolerance says how far off an answer may be. Unmark a number to catch a mistake."),
    ItemKind.SHORT: _("Write every answer that is accepted. Unmark one to catch a mistake."),
}  # fmt: skip


class BankFilter(forms.Form):
    """The list's filters."""

    q = forms.CharField(label=_("Words or code"), required=False, max_length=100)
    module = forms.ChoiceField(label=_("Module"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[*ALL, *ItemKind.choices])
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[*ALL, *settings.CONTENT_LANGUAGES])
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)

    def __init__(self, *args, modules, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = [*ALL, *((row.code, f"{row.code} {row.title}") for row in modules)]

    def narrow(self, rows):
        """The items that fit; a filter that makes no sense is left out."""
        self.full_clean()
        said = self.cleaned_data if self.is_bound else {}
        lookups = {"module": "module__code", "kind": "kind", "language": "language"}
        rows = rows.filter(**{lookups[name]: said[name] for name in lookups if said.get(name)})
        rows = _in_state(rows, said.get("state", ""))
        for word in tidy(said.get("q", "")).split()[:5]:
            rows = rows.filter(_fits(word))
        return rows


def _in_state(rows, state: str):
    if state == "retired":
        return rows.exclude(retired_on=None)
    rows = rows.live()
    if state == "stale":
        return rows.stale()
    return rows.originals().filter(objective=None) if state == "unplaced" else rows


def _fits(word: str) -> Q:
    module, _dash, number = word.upper().rpartition("-")
    code = Q(module__code=module, number=int(number)) if number.isdecimal() and len(number) < 8 else Q()
    said = Q(question__icontains=word) | Q(feedback__icontains=word)
    return said | code if code else said


class KindForm(forms.Form):
    """What comes before an item: for which module, of which kind."""

    module = forms.ChoiceField(label=_("Module"))
    kind = forms.ChoiceField(label=_("How it is answered"), choices=ItemKind.choices, widget=forms.RadioSelect)

    def __init__(self, *args, modules, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = [(row.code, f"{row.code} {row.title}") for row in modules]


class AnswerForm(forms.Form):
    """One answer; which fields it has, its kind says."""

    text = forms.CharField(required=False, max_length=MOST_ANSWER)
    match = forms.CharField(required=False, max_length=MOST_ANSWER)
    correct = forms.BooleanField(required=False)
    feedback = forms.CharField(required=False, max_length=MOST_FEEDBACK)

    def __init__(self, *args, kind: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        labels = ANSWER_FIELDS[kind]
        self.fields["correct"].initial = kind in (ItemKind.NUMERIC, ItemKind.SHORT)
        for name in list(self.fields):
            if name in labels:
                self.fields[name].label = labels[name]
            else:
                del self.fields[name]

    def answer(self) -> Answer:
        said = self.cleaned_data
        return Answer(said.get("text", ""), said.get("correct", True), said.get("feedback", ""), said.get("match", ""))


def answer_forms(kind: str, data=None, answers=()):
    """The rows for answers: those there are and some more; twelve at most."""
    maker = forms.formset_factory(
        AnswerForm, extra=max(6 - len(answers), 2), max_num=MOST_ANSWERS, absolute_max=MOST_ANSWERS
    )
    # What was sent stands for itself: a row that says what it said before is no empty one.
    initial = None if data else [row.__dict__ for row in answers]
    return maker(data, prefix="answer", initial=initial, form_kwargs={"kind": kind})


class ItemForm(forms.Form):
    """Everything of an item but its answers; those of true and false are here."""

    objective = forms.ChoiceField(label=_("Objective"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.CONTENT_LANGUAGES)
    question = forms.CharField(label=_("Question"), max_length=MOST_QUESTION, widget=forms.Textarea({"rows": 4}))
    picture = forms.FileField(label=_("Picture"), required=False, help_text=_("JPEG, PNG or WebP, at most 2 MB."))
    drop_picture = forms.BooleanField(label=_("Remove the picture there is"), required=False)
    truth = forms.ChoiceField(
        label=_("The sentence is"), choices=[(TRUE, _("true")), (FALSE, _("false"))], widget=forms.RadioSelect
    )
    feedback_true = forms.CharField(label=_("Feedback to “true”"), required=False, max_length=MOST_FEEDBACK)
    feedback_false = forms.CharField(label=_("Feedback to “false”"), required=False, max_length=MOST_FEEDBACK)
    feedback = forms.CharField(
        label=_("Feedback to everybody"), required=False, max_length=MOST_FEEDBACK, widget=forms.Textarea({"rows": 2})
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, files=None, *, draft: PlainItem, objectives=(), languages=None, **kwargs) -> None:
        super().__init__(data, files, **kwargs)
        self.draft, self.drawn = draft, None
        numbered = [(str(number), f"{number}. {text}") for number, text in enumerate(objectives, 1)]
        self.fields["objective"].choices = [("", _("not said yet")), *numbered]
        if languages is not None:
            self.fields["language"].choices = languages
        unused = () if draft.kind == ItemKind.TRUE_FALSE else ("truth", "feedback_true", "feedback_false")
        for name in (*unused, *(() if draft.picture else ("drop_picture",))):
            del self.fields[name]

    def clean_picture(self) -> None:
        """The picture drawn anew (`drawn`), or why it cannot be."""
        upload = self.cleaned_data.get("picture")
        if upload:
            self.drawn, trouble = Studio().take(upload.name, base64.b64encode(upload.read()).decode())
            if trouble:
                raise forms.ValidationError(_t("Use a JPEG, PNG or WebP picture of at most 2 MB and 4 million points."))

    def item(self, answers: list[Answer]) -> PlainItem:
        """What the form says, tidied."""
        said = self.cleaned_data
        if self.draft.kind == ItemKind.TRUE_FALSE:
            right = said.get("truth")
            answers = [Answer(word, word == right, said.get(f"feedback_{word}", "")) for word in (TRUE, FALSE)]
        item = replace(
            self.draft, question=said.get("question", ""), feedback=said.get("feedback", ""), answers=tuple(answers),
            language=said.get("language", ""), objective=int(said["objective"]) if said.get("objective") else None,
        )  # fmt: skip
        return tidied_item(self._pictured(item))

    def _pictured(self, item: PlainItem) -> PlainItem:
        if self.drawn:
            return replace(item, picture=self.drawn.sha256, picture_kind=self.drawn.kind)
        return replace(item, picture="", picture_kind="") if self.cleaned_data.get("drop_picture") else item

    def add_findings(self, item: PlainItem) -> bool:
        """Say at the form what stands in the way; True if nothing does."""
        for finding in findings(item) if self.is_valid() else ():
            self.add_error("question" if finding.code == "question_empty" else None, finding.message)
        return self.is_valid()


def initial_of(item: PlainItem, version: int | None = None) -> dict:
    """What a form of this item begins with."""
    said = {row.text: row for row in item.answers} if item.kind == ItemKind.TRUE_FALSE else {}
    return {
        "objective": str(item.objective or ""), "language": item.language, "question": item.question,
        "feedback": item.feedback, "version": version, "truth": item.right[0].text if said else "",
        **{f"feedback_{word}": row.feedback for word, row in said.items()},
    }  # fmt: skip


class BlueprintForm(forms.Form):
    """How many items of each module both forms ask, and what the drawing starts from."""

    seed = forms.CharField(
        label=_("Seed"), max_length=40, help_text=_("The same seed draws the same forms. Change it to draw others.")
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, modules, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.codes = [row.code for row in modules]
        for row in modules:
            self.fields[f"of_{row.code}"] = forms.IntegerField(
                label=f"{row.code} {row.title}", min_value=0, max_value=50, required=False
            )

    @property
    def lines(self) -> dict[str, int]:
        """{module code: items}, for a valid form."""
        return {code: self.cleaned_data.get(f"of_{code}") or 0 for code in self.codes}

    def counts(self):
        return [self[f"of_{code}"] for code in self.codes]
