"""What each kind of certificate says, in the language in force when it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .choices import CertificateKind, Level


def _nothing() -> str:
    return ""


@dataclass(frozen=True)
class Wording:
    """title and level in the head; `says` what was done, `may` what it allows; `facts` as (label, fact's name)."""

    title: Callable[[], str]
    says: Callable[[Mapping], str]
    facts: Callable[[], list[tuple[str, str]]]
    level: Callable[[], str] = _nothing
    may: Callable[[], str] = _nothing


def _trainer_says(facts: Mapping) -> str:
    words = _(
        "has taken part in “%(training)s”, passed its test and its teach-back, and is a trainer of the curriculum"
    )
    return words % {"training": facts["training"]}


def _completion_says(facts: Mapping) -> str:
    """A training called after its curriculum is not named beside it a second time."""
    if facts["training"].casefold() == facts["curriculum"].casefold():
        return _("has completed the curriculum")
    return _("has completed “%(training)s” on the curriculum") % {"training": facts["training"]}


def _certified_may() -> str:
    return _("The holder may deliver trainings of this curriculum in their own institution.")


def _provisional_may() -> str:
    return _("The holder may deliver trainings of this curriculum together with a certified trainer.")


def _trainer_facts() -> list[tuple[str, str]]:
    return [
        (_("Valid from"), "valid_from"),
        (_("Valid until and including"), "valid_until"),
        (_("Certificate number"), "number"),
        (_("Training of trainers"), "days"),
        (_("Hours · edition"), "hours_edition"),
        (_("Issued on"), "issued_on"),
    ]


def _completion_facts() -> list[tuple[str, str]]:
    return [
        (_("Training"), "days"),
        (_("Hours · edition"), "hours_edition"),
        (_("Certificate number"), "number"),
        (_("Place"), "venue"),
        (_("Training's reference"), "reference"),
        (_("Issued on"), "issued_on"),
    ]


def _trainer_title() -> str:
    return pgettext("certificate", "Trainer certificate")


def _completion_title() -> str:
    return pgettext("certificate", "Certificate of completion")


WORDS = {
    (CertificateKind.TRAINER, Level.CERTIFIED): Wording(
        _trainer_title, _trainer_says, _trainer_facts, lambda: pgettext("certificate", "Certified trainer"),
        _certified_may,
    ),
    (CertificateKind.TRAINER, Level.PROVISIONAL): Wording(
        _trainer_title, _trainer_says, _trainer_facts, lambda: pgettext("certificate", "Provisional trainer"),
        _provisional_may,
    ),
    (CertificateKind.COMPLETION, ""): Wording(_completion_title, _completion_says, _completion_facts),
}  # fmt: skip
