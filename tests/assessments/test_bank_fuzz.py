"""Files that were damaged on the way: each is read, or refused with a reason; nothing else happens to them."""

import io
import random
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from curricula.bank import gift, moodle
from curricula.bank.services import add_item
from curricula.models import Item
from lms.assessments.bank.columns import workbook_of
from lms.assessments.bank.importing import Defaults, apply_items, receive_items
from lms.core.rules import RuleBroken
from lms.imports.models import Draft
from tests.amounts import amount
from tests.curricula import small
from tests.curricula.bank.made import ONE_OF_EACH

from .bank_files import upload

PAIRS = [(item, None) for item in ONE_OF_EACH]
WORDS = [
    b"{", b"}", b"=", b"~", b"#", b"\\", b"::", b"\n\n", b"%50%", b"->", b"<", b">", b"</text>", b"<question>",
    b"&x;", b"<![CDATA[", b"]]>", b"\x00", b"\xff\xfe", b"<!DOCTYPE x>", b"<b>" * 50, b"1e999999", b"-0", b"nan",
    b"<file encoding='base64'>AAAA</file>", b"<img src='@@PLUGINFILE@@/a'>", "Ђ".encode("cp1251"), b"$CATEGORY: M02",
    b"<tag><text>objective-99</text></tag>", b"[id:M01-001]", b"<answer fraction='nan'/>", b"&#0;", b"\r",
]  # fmt: skip
SOURCES = {
    "gift": gift.write(PAIRS).encode(),
    "moodle": moodle.write(PAIRS),
    "workbook": workbook_of(ONE_OF_EACH),
}


def mutated(data: bytes, dice: random.Random) -> bytes:
    """A few cuts, doublings, swaps and foreign words."""
    for _time in range(dice.randint(1, 4)):
        at, length = dice.randrange(len(data) + 1), dice.randint(1, 40)
        piece = dice.choice(
            [b"", dice.choice(WORDS), data[at : at + length] * 2, bytes([dice.randrange(256)]), dice.choice(WORDS) * 30]
        )
        data = data[:at] + piece + data[at + dice.choice([0, 0, length]) :]
    return data


def damaged(kind: str, dice: random.Random) -> bytes:
    """For a workbook: now and then the package itself or the parts inside it, else its cells."""
    source = SOURCES[kind]
    if kind == "workbook" and dice.random() < 0.6:
        return damaged_cells(source, dice)
    if kind != "workbook" or dice.random() < 0.2:
        return mutated(source, dice)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(content, dice) if "sheet1" in name or "Strings" in name else content)
    return stream.getvalue()


def damaged_cells(source: bytes, dice: random.Random) -> bytes:
    book = load_workbook(io.BytesIO(source))
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row]
    for cell in dice.sample(cells, 12):
        text = mutated(str(cell.value or "x").encode(), dice).decode("latin-1")
        cell.value = dice.choice([ILLEGAL_CHARACTERS_RE.sub("", text), None, 7, -1.5, True, datetime(2026, 1, 2)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def run(cast, curriculum, kind: str, seed: int) -> bool:
    """True if the file was opened; anything but the refusal escapes."""
    dice = random.Random(f"{kind} {seed}")  # noqa: S311
    before = Item.objects.count()
    try:
        draft = receive_items(curriculum, upload(damaged(kind, dice)), Defaults("M01"), by=cast.office)
    except RuleBroken as refusal:
        assert refusal.messages and Item.objects.count() == before
        return False
    assert Item.objects.count() == before and len({row["number"] for row in draft.rows}) == len(draft.rows)
    if seed % 5 == 0 and not draft.applied_at:
        _apply(draft, curriculum, cast, before)
    return True


def _apply(draft: Draft, curriculum, cast, before: int) -> None:
    """All of it or nothing."""
    try:
        done = apply_items(draft, curriculum, by=cast.office)
        assert Item.objects.count() == before + done.result["added"]
    except RuleBroken:
        assert Item.objects.count() == before


@pytest.fixture
def curriculum(cast, tmp_path):
    curriculum = small.load(tmp_path / "content", owner=cast.office)
    add_item(curriculum, ONE_OF_EACH[0], by=cast.office)
    return curriculum


@pytest.mark.parametrize("kind", SOURCES)
def test_damaged_files_are_read_or_refused(cast, curriculum, kind):
    files = amount(300)
    opened = sum(run(cast, curriculum, kind, seed) for seed in range(files))
    assert opened >= files / 5


@pytest.mark.slow
@pytest.mark.parametrize("kind", SOURCES)
def test_two_thousand_damaged_files_are_read_or_refused(cast, curriculum, kind):
    opened = sum(run(cast, curriculum, kind, seed) for seed in range(1000, 3000))
    assert opened >= 400
