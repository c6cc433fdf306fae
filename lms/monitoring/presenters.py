"""Figures put into words, bars and donor-safe tables. Pure but for the addresses behind the numbers."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.numbers import share_text
from lms.core.suppression import suppressed, total_hidden

from .coverage import Coverage, CoverageRow


def sentence_of(coverage: Coverage) -> str:
    """One sentence a minister can read."""
    region = coverage.region
    if region.share is None:
        return _("How many people are covered is not known: no target population has been received.")
    sentence = _("%(people)s of %(target)s people are covered: %(share)s.") % {
        "people": region.in_share, "target": region.target, "share": share_text(region.share)
    }  # fmt: skip
    best = max((line for line in coverage.jurisdictions if line.share), key=lambda line: line.share, default=None)
    if best and len(coverage.jurisdictions) > 1:
        sentence += " " + _("The highest share is in %(place)s, %(share)s.") % {
            "place": best.name, "share": share_text(best.share)
        }  # fmt: skip
    if region.outside_share:
        sentence += " " + ngettext(
            "%(count)d more person has been trained where the target population is not known.",
            "%(count)d more people have been trained where the target population is not known.",
            region.outside_share,
        ) % {"count": region.outside_share}
    return sentence


def rows_url(coverage: Coverage, **chosen) -> str:
    """The address of the rows behind a figure, on the same day."""
    query = {"as_of": coverage.as_of.isoformat(), **{name: value for name, value in chosen.items() if value}}
    return f"{reverse('monitoring:rows')}?{urlencode(query)}"


def bars_of(coverage: Coverage) -> list[dict]:
    """A bar for each jurisdiction, the highest share first, the unknown last."""
    lines = sorted(coverage.jurisdictions, key=lambda line: (line.share is None, -(line.share or 0), line.name))
    return [_bar(coverage, line) for line in lines]


def _bar(coverage: Coverage, line: CoverageRow) -> dict:
    return {
        "label": line.name,
        "percent": None if line.share is None else round(line.share * 100, 1),
        "n": line.in_share if line.share is not None else line.unique,
        "of": line.target,
        "url": rows_url(coverage, jurisdiction=line.id, show="counts"),
    }


@dataclass(frozen=True)
class PublishedLine:
    """A jurisdiction as observers see it; None is "not known", `hidden` says a count is too small to show."""

    name: str
    target: int | None
    unique: int | None
    participations: int | None
    share: float | None
    trainings: int
    unique_hidden: bool
    participations_hidden: bool


def published_table(figures: dict) -> list[PublishedLine]:
    """Frozen figures by jurisdiction with small cells suppressed (and those that would give them away)."""
    lines = figures["jurisdictions"]
    unique, parts = _hidden(lines, "unique"), _hidden(lines, "participations")
    return [_published(*row) for row in zip([*lines, figures["region"]], unique, parts, strict=True)] if lines else []


def _hidden(lines: list[dict], name: str) -> list[bool]:
    """Which counts of the column are hidden, the region's total last."""
    counts = [line[name] for line in lines]
    hide = suppressed(counts)
    return [*hide, total_hidden(counts, hide)]


def _published(line: dict, unique_hidden: bool, parts_hidden: bool) -> PublishedLine:
    known = line["target"] and not unique_hidden
    return PublishedLine(
        name=line["name"],
        target=line["target"],
        unique=None if unique_hidden else line["unique"],
        participations=None if parts_hidden else line["participations"],
        share=line["in_share"] / line["target"] if known else None,
        trainings=line["trainings"],
        unique_hidden=unique_hidden,
        participations_hidden=parts_hidden,
    )
