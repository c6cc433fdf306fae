"""When two records are one person: their nominations move to the record that is kept; what names somebody else goes."""

from django.utils.translation import gettext as _

from lms.core.rules import Finding
from lms.people.models import Person

from .choices import NominationStatus
from .models import Cohort, Letter, Nomination, NominationVersion, PanelScore

#: What somebody wrote in their own words.
WORDS = ("motivation", "reason", "endorsed_by", "late_reason")


def move_nominations(keep: Person, drop: Person) -> list[Finding]:
    """Point nominations at `keep`. Both nominated for one cohort speaks against it, unless one was withdrawn."""
    kept = {row.cohort_id: row for row in Nomination.objects.filter(person=keep)}
    for row in Nomination.objects.filter(person=drop).select_related("cohort__training"):
        other = kept.get(row.cohort_id)
        if other and NominationStatus.WITHDRAWN not in (row.status, other.status):
            return [_both_in(row.cohort)]
        stays = row
        if other:
            gone, stays = (row, other) if row.status == NominationStatus.WITHDRAWN else (other, row)
            gone.delete()
        Nomination.objects.filter(pk=stays.pk).update(person=keep)
    return []


def _both_in(cohort: Cohort) -> Finding:
    sentence = _("Both are nominated for %(cohort)s. Withdraw one of the two nominations first.")
    return Finding("both_nominated", sentence % {"cohort": cohort.training.reference})


def erase_words(person: Person) -> None:
    """What was written about somebody may say who it was: motivation and reasons go, the decision and its date stay.

    So do the words in every version, the panel's comments, and the letters: one that waits goes wholly, of one that
    was sent the number, the kind and the days stay.
    """
    Nomination.objects.filter(person=person).update(motivation="", reason="", endorsed_by="", late_reason="")
    for version in NominationVersion.objects.filter(nomination__person=person):
        said = version.said | dict.fromkeys(WORDS, "")
        NominationVersion.objects.filter(pk=version.pk).update(said=said)
    PanelScore.objects.filter(nomination__person=person).update(comment="")
    letters = Letter.objects.filter(nomination__person=person)
    letters.waiting().delete()
    letters.update(subject="", body="")
