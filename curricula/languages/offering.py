"""Which languages an edition may be taught in today, and why not in the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from ..bank.freezing import items_left_behind
from ..codes import SOURCE
from .blocks import Covers, SourceBlock, blocks_of, without_title
from .currency import Changes, behind_of
from .freezing import newest_texts
from .matrix import changes_of


@dataclass(frozen=True)
class ModuleTexts:
    """An edition's module: its source's blocks, what each translation of it stands for, what is known of changes.

    `left_behind`: by language, codes of test items whose translation does not have a safety-relevant change.
    """

    code: str
    blocks: tuple[SourceBlock, ...]
    covers: Mapping[str, Covers]
    changes: Changes
    left_behind: Mapping[str, Sequence[str]] = field(default_factory=dict)


def judge(languages: Iterable[str], modules: Iterable[ModuleTexts]) -> dict[str, tuple[bool, str]]:
    """{language: (may it be taught in, reason)}.

    One rule for texts and test items: what was never translated is taught and asked in the source's words; what was,
    and lacks a safety-relevant change, holds the language back until it has it.
    """
    rows = list(modules)
    return {language: _judge_one(language, rows) for language in languages}


def _judge_one(language: str, modules: list[ModuleTexts]) -> tuple[bool, str]:
    if language == SOURCE:
        return True, ""
    codes = [row.code for row in modules if language in row.covers and _is_unsafe(row, row.covers[language])]
    codes += [code for row in modules for code in row.left_behind.get(language, ())]
    if not codes:
        return True, ""
    sentence = _(
        "The translation of %(codes)s does not have a safety-relevant change yet. Choose another language, or wait."
    )
    return False, sentence % {"codes": get_text_list(codes, _("and"))}


def _is_unsafe(row: ModuleTexts, covers: Covers) -> bool:
    return any(change.is_safety_relevant for change in behind_of(row.blocks, covers, row.changes))


def offered_languages(edition) -> dict[str, tuple[bool, str]]:
    """{language: (ok, reason)} for the edition's languages in their order; five queries at most."""
    covers: dict[int, dict[str, Covers]] = {}
    for (pk, language), text in newest_texts(edition).items():
        covers.setdefault(pk, {})[language] = without_title(text.covers)
    modules = list(edition.modules.select_related("module"))
    # What was never translated has nothing to be compared with: neither its blocks nor its changes are asked for.
    changes = changes_of({"module__in": [row.module_id for row in modules if row.pk in covers]})
    left_behind = items_left_behind(edition)
    return judge(edition.languages, [
        ModuleTexts(
            code=row.module.code, blocks=tuple(blocks_of("", row.content)) if row.pk in covers else (),
            covers=covers.get(row.pk, {}), changes=changes.get(row.module_id, {}),
            left_behind=left_behind.get(row.module_id, {}),
        )
        for row in modules
    ])  # fmt: skip


def held_back_languages(edition) -> dict[str, str]:
    """{language: why it may not be chosen for a new training}; empty for an edition nobody translated."""
    return {language: reason for language, (may, reason) in offered_languages(edition).items() if not may}
