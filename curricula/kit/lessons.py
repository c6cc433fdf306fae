"""A module as one audience reads it in one language: what pages, plans and packages are made from."""

import json
from dataclasses import dataclass, field

from django.conf import settings
from django.template import engines
from django.utils.text import slugify
from django.utils.translation import get_language

from ..choices import Classification
from ..pages.backgrounds import hashes_of, offline, picture_kind
from ..pages.lesson_plan import LessonStep, in_hours, timed
from .registry import translation_of

SOURCE_LANGUAGE = "en"
TRAINERS_ONLY = ("lesson_plan", "exercise", "trainer_notes")
EMPTY = {
    "summary": "", "objectives": [], "key_points": [], "safety_note": "", "lesson_plan": [], "scenario": "",
    "exercise": [], "references": [], "trainer_notes": [], "body": [],
}  # fmt: skip


@dataclass(frozen=True)
class Lesson:
    """A module's words. `language` is that of the words: not the one asked for, where no translation exists.

    `pictures` are the paths of the background's pictures in a kit or package, by their hash.
    """

    code: str
    title: str
    kind: str
    is_mandatory: bool
    minutes: int
    content: dict
    language: str
    files: tuple = ()
    pictures: dict[str, str] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return slugify(self.code) or "module"

    @property
    def length(self) -> str:
        return in_hours(self.minutes)

    @property
    def steps(self) -> list[LessonStep]:
        return self.steps_with({})

    def steps_with(self, addresses: dict[str, str]) -> list[LessonStep]:
        """The lesson plan; `addresses` of files by their SHA-256, for the parts that name one."""
        return timed({**row, "url": addresses.get(row.get("sha256", ""), "")} for row in self.content["lesson_plan"])

    @property
    def objectives(self) -> list[str]:
        """Behind the heading "A participant can", which many of them begin with."""
        return [text.removeprefix("A participant can ") for text in self.content["objectives"]]

    @property
    def background(self) -> list[dict]:
        """The background as it is read without a network: `html` of a text, `path` of a picture that is there."""
        return [
            {**row, "path": self.pictures.get(row["hash"], "")} if row["type"] == "picture"
            else {**row, "html": offline(row["html"])}
            for row in self.content["body"]
        ]  # fmt: skip

    @property
    def references(self) -> list[str]:
        return [_reference(row) for row in self.content["references"]]


def _reference(row: dict) -> str:
    number = " ".join(filter(None, [row.get("standard"), row.get("number")]))
    return ", ".join(filter(None, [number, row.get("edition")]))


def lessons_of(edition, audience: str, language: str) -> list[Lesson]:
    """All modules of an edition in their order, with the files this audience may have."""
    rows = edition.modules.select_related("module").prefetch_related("files")
    return [lesson_of(row, audience, language) for row in rows]


def lesson_of(row, audience: str, language: str) -> Lesson:
    """One module of an edition; what trainers alone may read is not in a trainee's lesson at all."""
    translated = translation_of(row, language)
    title, content = translated or (row.title, row.content)
    content = designated(EMPTY | content)
    if audience != Classification.TRAINER:
        content |= {name: [] for name in TRAINERS_ONLY}
    return Lesson(
        code=row.module.code, title=title, kind=row.kind, is_mandatory=row.is_mandatory, minutes=row.minutes,
        content=content, language=language if translated else SOURCE_LANGUAGE,
        files=tuple(files_for(row.files.all(), audience, language)), pictures=_pictures(content),
    )  # fmt: skip


def _pictures(content: dict) -> dict[str, str]:
    return {name: f"pictures/{name}.{picture_kind(name)}" for name in hashes_of(content)}


def files_for(files, audience: str, language: str) -> list:
    """The audience's files in this language; where a class has none in it, those in the source language."""
    classes = Classification.values if audience == Classification.TRAINER else Classification.values[:-1]
    chosen = []
    for word in classes:
        rows = [file for file in files if file.classification == word]
        own = [file for file in rows if file.language == language]
        chosen += sorted(own or [file for file in rows if file.language == SOURCE_LANGUAGE], key=_by_name)
    return chosen


def _by_name(file) -> tuple:
    return file.file_name, file.pk


def languages_of(edition) -> list[str]:
    """The languages a kit can be asked for, the source language first."""
    return sorted(edition.languages or [SOURCE_LANGUAGE], key=lambda code: (code != SOURCE_LANGUAGE, code))


def language_for_reader(edition) -> str:
    """The kit's language to offer first: the one the reader reads the interface in, where the edition has it."""
    spoken, reads = languages_of(edition), get_language() or SOURCE_LANGUAGE
    return next((code for code in spoken if _as_interface(code) == reads), spoken[0])


def _as_interface(language: str) -> str:
    return {"sr-cyrl": "sr"}.get(language.lower(), language.lower())


def interface_language(language: str) -> str:
    """The interface's language nearest to a material's: its own where there is a catalogue, else the source."""
    wanted = _as_interface(language)
    return wanted if wanted in dict(settings.INTERFACE_LANGUAGES) else SOURCE_LANGUAGE


def designated(content):
    """Plain JSON under the rule for the name, which the site's template filter knows."""
    template = engines["django"].from_string("{% autoescape off %}{{ text|designate }}{% endautoescape %}")
    return json.loads(template.render({"text": json.dumps(content, ensure_ascii=False)}))


def footnote_of(content) -> str:
    """The footnote this content needs, or nothing."""
    template = engines["django"].from_string(
        "{% autoescape off %}{% designated %}{{ text }}{% enddesignated %}{% endautoescape %}"
    )
    note = settings.DESIGNATION_FOOTNOTE
    return note if note and note in template.render({"text": json.dumps(content, ensure_ascii=False)}) else ""
