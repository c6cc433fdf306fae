"""The teach-back rubric as arithmetic: which levels count, whether they pass, and why not. No database.

How the rule of DOMAIN section 7 is read, so that it can be applied by hand:

- Six criteria, each scored 1 to 4 by each assessor. Only scores handed in count.
- Fewer scores than the scheme asks for (two): the outcome is *open*.
- Two scores that differ by more than one level on any criterion: a *third* assessor is needed.
- Per criterion the mean of two scores counts; of three scores (or more) the median.
- *Passed* when every criterion counts at least 2, accuracy and safety at least 3 each, and the mean of the six
  counted values is at least 3.0. Anything else is *failed*. Shares are exact fractions: 2.999… is not 3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .choices import Criterion

LOWEST, HIGHEST = 1, 4
LEAST_EACH = 2
LEAST_STRICT = 3
LEAST_MEAN = 3
STRICT = (Criterion.ACCURACY, Criterion.SAFETY)
WIDEST_DIFFERENCE = 1


class Verdict(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    OPEN = "open"
    THIRD_NEEDED = "third_needed"

    @property
    def label(self) -> str:
        return {
            Verdict.PASSED: pgettext("teach-back", "passed"),
            Verdict.FAILED: pgettext("teach-back", "not passed"),
            Verdict.OPEN: pgettext("teach-back", "scores missing"),
            Verdict.THIRD_NEEDED: pgettext("teach-back", "third assessor needed"),
        }[self]

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            Verdict.PASSED: "done",
            Verdict.FAILED: "harm",
            Verdict.OPEN: "neutral",
            Verdict.THIRD_NEEDED: "attention",
        }[self]


@dataclass(frozen=True)
class Score:
    """One assessor's levels, 1 to 4 for each of the six criteria."""

    assessor: int
    levels: Mapping[str, int]

    def __post_init__(self) -> None:
        if set(self.levels) != set(Criterion.values):
            raise ValueError("a score has a level for each of the six criteria")
        if not all(LOWEST <= level <= HIGHEST for level in self.levels.values()):
            raise ValueError("a level is 1 to 4")


@dataclass(frozen=True)
class ScoreOutcome:
    """What the scores say together.

    counted: criterion → the value that counts (Fraction), empty while it is open or a third is needed.
    mean:    of the six counted values, None while there are none.
    apart:   the criteria on which two scores are more than one level apart.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    counted: Mapping[str, Fraction] | None = None
    mean: Fraction | None = None
    apart: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return self.verdict == Verdict.PASSED


def teach_back_outcome(scores: Sequence[Score], needed: int = 2) -> ScoreOutcome:
    """The outcome of the scores handed in, by different assessors; ValueError if one assessor appears twice."""
    if len({score.assessor for score in scores}) != len(scores):
        raise ValueError("each assessor scores once")
    if len(scores) < max(needed, 1):
        return ScoreOutcome(Verdict.OPEN, (_open_reason(needed - len(scores)),))
    apart = criteria_apart(scores)
    if len(scores) == 2 and apart:
        return ScoreOutcome(Verdict.THIRD_NEEDED, tuple(_apart_reason(name) for name in apart), apart=apart)
    return _judged({name: _counted(scores, name) for name in Criterion.values}, apart)


def criteria_apart(scores: Sequence[Score]) -> tuple[str, ...]:
    """The criteria on which the scores differ by more than one level."""
    return tuple(name for name in Criterion.values if scores and _spread(scores, name) > WIDEST_DIFFERENCE)


def _spread(scores: Sequence[Score], name: str) -> int:
    levels = [score.levels[name] for score in scores]
    return max(levels) - min(levels)


def _counted(scores: Sequence[Score], name: str) -> Fraction:
    """The mean of one or two levels, the median of three; the two agree wherever both are defined."""
    return Fraction(median([Fraction(score.levels[name]) for score in scores]))


def _judged(counted: Mapping[str, Fraction], apart: tuple[str, ...]) -> ScoreOutcome:
    mean = sum(counted.values(), Fraction()) / len(counted)
    reasons = [_low_reason(name, counted[name]) for name in Criterion.values if counted[name] < least(name)]
    if mean < LEAST_MEAN:
        reasons.append(_("The mean is %(mean).2f; it must be at least 3.0.") % {"mean": float(mean)})
    verdict = Verdict.FAILED if reasons else Verdict.PASSED
    return ScoreOutcome(verdict, tuple(reasons), counted, mean, apart)


def least(name: str) -> int:
    """The lowest value that passes for a criterion."""
    return LEAST_STRICT if name in STRICT else LEAST_EACH


def _low_reason(name: str, value: Fraction) -> str:
    words = {"criterion": _named(name), "value": float(value), "least": least(name)}
    return _("%(criterion)s: %(value).1f; it must be at least %(least)d.") % words


def _apart_reason(name: str) -> str:
    return _("%(criterion)s: the two scores are more than one level apart.") % {"criterion": _named(name)}


def _named(name: str) -> str:
    """The criterion at the head of a sentence."""
    return str(Criterion(name).label).capitalize()


def _open_reason(missing: int) -> str:
    return _("Scores still to be handed in: %(count)d.") % {"count": max(missing, 1)}


# In words -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Alone:
    """What one assessor's own levels come to, also half done: the sum so far, and the verdict once all are chosen."""

    total: int
    chosen: int
    outcome: ScoreOutcome | None

    @property
    def most(self) -> int:
        return HIGHEST * len(Criterion)


def alone(levels: Mapping[str, int | None]) -> Alone:
    """One assessor's levels by themselves; nothing of anybody else's goes in."""
    chosen = {name: level for name, level in levels.items() if level}
    whole = set(chosen) == set(Criterion.values)
    outcome = teach_back_outcome([Score(0, chosen)], needed=1) if whole else None
    return Alone(sum(chosen.values()), len(chosen), outcome)


def explained(scores: Sequence[Score], name: str) -> str:
    """How the levels of one criterion become the value that counts, as a sentence; empty below two scores."""
    levels = [score.levels[name] for score in scores]
    if len(levels) < 2:
        return ""
    words = {"first": levels[0], "second": levels[1], "least": least(name)}
    if len(levels) == 2 and _spread(scores, name) > WIDEST_DIFFERENCE:
        return _("%(first)d and %(second)d are more than one level apart.") % words
    words |= {"value": float(_counted(scores, name)), "all": ", ".join(map(str, levels))}
    if len(levels) == 2:
        text = _("The mean of %(first)d and %(second)d is %(value).1f; at least %(least)d is asked.")
    else:
        text = _("The middle one of %(all)s is %(value).1f; at least %(least)d is asked.")
    return text % words


def rule_in_words() -> list[str]:
    """The whole rule, for the page that shows an outcome."""
    strict = ", ".join(str(Criterion(name).label) for name in STRICT)
    return [
        _("Two assessors score six criteria from 1 to 4, each without seeing the other's scores."),
        _("Where any criterion differs by more than one level, a third assessor scores all six."),
        _("Of two scores the mean counts, of three the middle one."),
        _("Passed: each criterion at least %(each)d, these at least %(strict)d: %(names)s; the mean at least %(mean)d.")
        % {"each": LEAST_EACH, "strict": LEAST_STRICT, "names": strict, "mean": LEAST_MEAN},
    ]
