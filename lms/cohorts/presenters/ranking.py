"""The ranking as pages and workbooks show it, for whoever may see it now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from ..selection.panel import owed_by, ranking_of
from ..selection.ranking import Ranked


@dataclass(frozen=True)
class RankedNomination:
    """A nomination with its place in the ranking; `ranked` None while the reader may not see it."""

    nomination: Nomination
    ranked: Ranked | None = None

    @property
    def tone(self) -> str:
        return NominationStatus(self.nomination.status).tone

    @property
    def points(self) -> str:
        """To one decimal, for reading; ties are decided on the exact number."""
        known = self.ranked is not None and self.ranked.points is not None
        return number_format(float(self.ranked.points), 1) if known else ""

    @property
    def place(self) -> str:
        return str(self.ranked.rank) if self.ranked and self.ranked.rank else ""

    @property
    def tie(self) -> str:
        """A tie in words; empty where there is none."""
        if not self.ranked or not self.ranked.sharing:
            return ""
        n = self.ranked.sharing
        return ngettext("shared with %(n)d other", "shared with %(n)d others", n) % {"n": n}

    @property
    def scores(self) -> str:
        n = self.ranked.scores if self.ranked else 0
        return ngettext("%(n)d member", "%(n)d members", n) % {"n": n} if n else _("not scored")


def lines_of(cohort: Cohort, user) -> tuple[list[RankedNomination], int]:
    """The standing and declined nominations, the best first, and how many this reader still has to score.

    Whoever sits on the panel sees no points before their own scores are all in.
    """
    rows = cohort.nominations.exclude(status="withdrawn").in_priority()
    rows = list(rows.select_related("person__user", "institution__jurisdiction", "cohort__training"))
    owed = owed_by(user, cohort)
    if owed:
        return [RankedNomination(row) for row in rows], owed
    by_pk = {row.pk: row for row in rows}
    return [RankedNomination(by_pk[one.pk], one) for one in ranking_of(cohort, rows)], 0


def chosen_lines(lines: Iterable[RankedNomination], chosen: dict) -> list[RankedNomination]:
    """Narrowed to an institution (id as text) and a status; places stay those of the whole list."""
    institution, status = chosen.get("institution"), chosen.get("status")
    found = [one for one in lines if not institution or str(one.nomination.institution_id) == institution]
    return [one for one in found if not status or one.nomination.status == status]
