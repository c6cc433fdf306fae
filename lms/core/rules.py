"""How a rule speaks: a finding says what is wrong and the cure; a refusal carries findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from django.utils.translation import gettext as _

if TYPE_CHECKING:  # rules are read where models are not loaded yet
    from .models import Versioned


@dataclass(frozen=True)
class Finding:
    """One answer of a rule: a stable code, a sentence with the cure, and whether it blocks the act."""

    code: str
    message: str
    blocks: bool = True


class RuleBroken(Exception):
    """A service refuses: nothing was written. `findings` say why, in words for the person who asked."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(str(finding.message) for finding in findings))

    @property
    def messages(self) -> list[str]:
        return [str(finding.message) for finding in self.findings]

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}


def refuse(code: str, message: str) -> NoReturn:
    """Stop the act with one finding."""
    raise RuleBroken(Finding(code, message))


def refuse_if_any(findings: Iterable[Finding]) -> None:
    """Stop the act if any finding blocks; findings that only warn pass."""
    blocking = [finding for finding in findings if finding.blocks]
    if blocking:
        raise RuleBroken(*blocking)


def refuse_stale(row: "Versioned", version: int | None) -> None:
    """Stop when the form was drawn from an older version of the row than the one now locked."""
    if version is not None and row.version != version:
        refuse(
            "stale",
            _(
                "Somebody else changed this in the meantime. "
                "The page now shows their version: please look and save again."
            ),
        )
