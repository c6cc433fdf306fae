"""The way from a nomination to the trainer pool in Serbian, on the demo's own rows, as everybody concerned reads it."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from lms.cohorts.models import Cohort

from .crawl import client_of, crawl
from .reading import english_in, spoken
from .test_pages import ROLES

pytestmark = pytest.mark.journey
ROOMS = {"cohorts", "pool", "assessments", "certification", "verify", "test"}
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


def words_of_rows() -> set[str]:
    """Every line of text that stands in the database: names, titles, what people wrote."""
    rooms = {*(app.label for app in apps.get_app_configs() if app.name.startswith("lms.")), "curricula"}
    fields = [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if model._meta.app_label in rooms and isinstance(field, models.CharField | models.TextField)
        if not field.choices
    ]
    texts = {text for model, name in fields for text in model._base_manager.values_list(name, flat=True) if text}
    return {" ".join(line.split()) for text in texts for line in str(text).splitlines() if len(line) > 3}


def left_in_english(client, address: str, rows: set[str]) -> list[str]:
    """What the page says in English that stands in no row; the designation's footnote is a setting."""
    found = []
    for line in spoken(client.get(address).content.decode()):
        cut = line.rstrip("…")
        if not (line.endswith("…") and any(row.startswith(cut) for row in rows)):
            known = [row for row in rows if row in line]
            found += english_in([line], "sr-latn", [*known, settings.DESIGNATION_FOOTNOTE])
    return found


@pytest.mark.parametrize("role", ["trainer", "trainee", "focal point", "assessor", "office"])
def test_nothing_is_left_in_english(demo, role):
    client = client_of(ROLES[role])
    client.cookies["django_language"] = "sr-latn"
    pages = crawl(client, starts(), per_name=1, at_most=120).pages
    own = {name: found[0] for name, found in pages.items() if name.partition(":")[0] in ROOMS}
    assert own
    rows = words_of_rows()

    found = {name: left_in_english(client, page, rows) for name, page in own.items() if name.rstrip("?") not in KEPT}

    assert {name: lines for name, lines in found.items() if lines} == {}
