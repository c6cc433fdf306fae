"""An edition with a form before and after that ask one item of every kind, for tests."""

from curricula.bank.freezing import content_of_item
from curricula.bank.plain import Answer, PlainItem, answers_json, digest, tidied
from curricula.choices import FormMoment, ItemKind
from curricula.models import EditionForm, EditionItem, Item
from tests import factories as make

ITEMS = (
    PlainItem(ItemKind.SINGLE, "Which one?", (Answer("This"), Answer("That", False, "Not that."), Answer("Zz", False))),
    PlainItem(ItemKind.MULTIPLE, "Which two?", (Answer("Ena"), Answer("Dva"), Answer("Tri", False))),
    PlainItem(ItemKind.TRUE_FALSE, "Is it so?", (Answer("true"), Answer("false", False, "It is."))),
    PlainItem(
        ItemKind.MATCHING, "What with what?", (Answer("Key", match="Lock"), Answer("Bolt", match="Nut"),
                                               Answer("", match="Nail")),
    ),
    PlainItem(
        ItemKind.ORDERING, "In which order?", (Answer("First step"), Answer("Second step"), Answer("Third step"))
    ),
    PlainItem(ItemKind.NUMERIC, "How many?", (Answer("3.5", match="0.5"),)),
    PlainItem(ItemKind.SHORT, "What is it called?", (Answer("skladište"), Answer("stovarište", False, "Nearly."))),
)  # fmt: skip


def freeze(edition, module, items=ITEMS, *, translations: dict | None = None) -> list[str]:
    """Write the items into the edition with both forms; gives their codes. `translations`: {place: PlainItem}."""
    home = make.EditionModuleFactory(edition=edition, module=module)
    codes = []
    for number, plain in enumerate(items, 1):
        original = _frozen(home, plain, number)
        codes.append(original.code)
        if translations and number in translations:
            _frozen(home, translations[number], 100 + number, original)
    for moment in FormMoment:
        EditionForm.objects.create(
            edition=edition, moment=moment, codes=codes, seed="1", items=len(codes), sha256="0" * 64
        )
    return codes


def _frozen(home, plain: PlainItem, number: int, original: Item | None = None) -> Item:
    plain = tidied(plain)
    item = Item.objects.create(
        module=home.module, number=number, kind=plain.kind, question=plain.question, answers=answers_json(plain),
        feedback=plain.feedback, language=plain.language, picture=plain.picture, picture_kind=plain.picture_kind,
        sha256=digest(plain), translation_of=original,
        source_sha256=original.sha256 if original else "",
    )  # fmt: skip
    EditionItem.objects.create(
        module=home,
        item=item,
        code=item.code,
        language=item.language,
        content=content_of_item(item),
        sha256=item.sha256,
    )
    return item
