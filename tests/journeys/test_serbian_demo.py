"""The way from a nomination to the trainer pool in Serbian, on the demo's own rows, as everybody concerned reads it."""

from functools import cache

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from lms.cohorts.models import Cohort

from .crawl import client_of, crawl
from .reading import english_in, spoken
from .test_pages import ROLES

pytestmark = pytest.mark.journey
APPS = {"cohorts", "pool", "assessments", "certification", "verify", "test"}
#: What is kept or sent in one language: letters in their reader's, explanations of decisions in the record's.
KEPT = {
    "cohorts:letter_detail", "pool:reminder_list", "pool:reminder_preview", "certification:certificate_detail",
    "certification:decision_record", "cohorts:decisions_record", "cohorts:decision_add", "cohorts:decision_list",
    "cohorts:nomination_detail",
}  # fmt: skip


def starts() -> list[str]:
    """One's own pages, the pool, the certificates, and every cohort."""
    cohorts = Cohort.objects.order_by("pk").values_list("training_id", flat=True)
    own = ["/pool/mine/", "/assessments/mine/", "/pool/", "/certificates/", "/verify/"]
    return [*own, *(f"/cohorts/{pk}/" for pk in cohorts)]


@cache
def words_of_rows() -> frozenset[str]:
    """Every line of text that stands in the database: names, titles, what people wrote."""
    labels = {*(app.label for app in apps.get_app_configs() if app.name.startswith("lms.")), "curricula"}
    fields = [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if model._meta.app_label in labels and isinstance(field, models.CharField | models.TextField)
        if not field.choices
    ]
    texts = {text for model, name in fields for text in model._base_manager.values_list(name, flat=True) if text}
    return frozenset(" ".join(line.split()) for text in texts for line in str(text).splitlines() if len(line) > 3)


@cache
def is_english(line: str) -> bool:
    """Whether the line says something in English that stands in no row; the designation's footnote is a setting."""
    rows, cut = words_of_rows(), line.rstrip("…")
    if line.endswith("…") and any(row.startswith(cut) for row in rows):
        return False
    known = [row for row in rows if row in line]
    return any(english_in([line], "sr-latn", [*known, settings.DESIGNATION_FOOTNOTE]))


@pytest.mark.parametrize("role", ["trainer", "trainee", "focal point", "assessor", "office"])
def test_nothing_is_left_in_english(common_demo, role):
    client = client_of(ROLES[role])
    client.cookies["django_language"] = "sr-latn"
    found = crawl(client, starts(), per_name=1, at_most=120).html
    own = {name: html for name, html in found.items() if name.partition(":")[0] in APPS}
    assert own

    english = {
        name: [line for line in spoken(html) if is_english(line)]
        for name, html in own.items()
        if name.rstrip("?") not in KEPT
    }

    assert {name: lines for name, lines in english.items() if lines} == {}
