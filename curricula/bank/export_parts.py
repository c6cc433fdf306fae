"""Texts of an item on their way out: plain where a format keeps them, as HTML where it would not."""

from .pictures import as_data_address
from .plain import Picture, PlainItem
from .texts import as_html


class Giver:
    """Says the texts of one item for GIFT. HTML where there is a picture, or signs that GIFT takes for its own."""

    def __init__(self, item: PlainItem, picture: Picture | None) -> None:
        self.item, self.picture = item, picture
        self.format = "html" if picture or any(_is_awkward(text) for text in _texts(item)) else "plain"

    def text(self, text: str) -> str:
        if self.format == "plain":
            return text
        return as_html(text).replace("//", "&#47;/").replace("%", "&#37;").replace("[", "&#91;")

    def question(self) -> str:
        said = self.text(self.item.question)
        return f'{said}<img src="{as_data_address(self.picture)}" alt="">' if self.picture else said


def _texts(item: PlainItem) -> list[str]:
    return [
        item.question,
        item.feedback,
        *(text for row in item.answers for text in (row.text, row.match, row.feedback)),
    ]


def _is_awkward(text: str) -> bool:
    """Arrows pair, strokes comment, a bracket names a format; a step on a line of its own must not look empty."""
    return "->" in text or "//" in text or text.startswith(("%", "["))
