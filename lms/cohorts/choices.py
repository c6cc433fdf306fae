"""Closed lists about ToT cohorts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NominationStatus(models.TextChoices):
    """What was decided. Attended or no-show follows from attendance.

    Withdrawn: the ministry or the person took it back, whatever had been decided; that is no decision against them.
    """

    PROPOSED = "proposed", _("proposed")
    ENDORSED = "endorsed", _("endorsed")
    ACCEPTED = "accepted", _("accepted")
    RESERVE = "reserve", _("reserve")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            NominationStatus.PROPOSED: "attention",
            NominationStatus.ENDORSED: "info",
            NominationStatus.ACCEPTED: "good",
            NominationStatus.RESERVE: "neutral",
            NominationStatus.DECLINED: "harm",
            NominationStatus.WITHDRAWN: "neutral",
        }[self]


class CEFR(models.TextChoices):
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"


class Presence(models.TextChoices):
    """What attendance made of an accepted nomination."""

    EXPECTED = "expected", _("expected")
    ATTENDED = "attended", _("attended")
    NO_SHOW = "no_show", _("did not come")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            Presence.EXPECTED: "info",
            Presence.ATTENDED: "done",
            Presence.NO_SHOW: "attention",
        }[self]


class LetterKind(models.TextChoices):
    INVITATION = "invitation", _("invitation to nominate")
    ACCEPTED = "accepted", _("accepted")
    RESERVE = "reserve", _("reserve")
    DECLINED = "declined", _("declined")


class LetterStatus(models.TextChoices):
    """Nothing leaves the site before a person released it; what was not released can still be withdrawn."""

    WAITING = "waiting", _("waits for release")
    RELEASED = "released", _("released")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            LetterStatus.WAITING: "attention",
            LetterStatus.RELEASED: "done",
            LetterStatus.WITHDRAWN: "neutral",
        }[self]
