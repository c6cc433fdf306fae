"""Wagtail's database search behind a filter: a lone quotation mark or a NUL in the back office's search is no error."""

from modelsearch.backends import database
from modelsearch.query import MATCH_NONE, And, Or, Phrase, PlainText

from .tokens import words_of


def harmless(query):
    """The question with nothing in it but words; matches nothing where there are none."""
    if isinstance(query, str):
        return " ".join(words_of(query))
    if isinstance(query, PlainText | Phrase):
        return _cleaned(query)
    if isinstance(query, And | Or):
        parts = [part for part in map(harmless, query.subqueries) if part is not MATCH_NONE]
        return type(query)(parts) if parts else MATCH_NONE
    return query


def _cleaned(query):
    text = " ".join(words_of(query.query_string))
    if not text:
        return MATCH_NONE
    return Phrase(text) if isinstance(query, Phrase) else PlainText(text, operator=query.operator, boost=query.boost)


def SearchBackend(params):  # noqa: N802 - the name by which Wagtail loads it
    """The backend of the database in use, every question filtered."""
    backend = database.SearchBackend(params)
    search = backend._search
    backend._search = lambda compiler, query, rows, **options: search(compiler, harmless(query), rows, **options)
    return backend
