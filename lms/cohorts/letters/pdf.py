"""A letter as a PDF: emblem slot, funding statement, footnote where it is needed; from its frozen words."""

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import override

from lms.core.designation import designate, footnotes_for
from lms.core.printing import FITTINGS, print_page
from lms.programme.models import Programme

from ..models import Letter


def file_name(letter: Letter) -> str:
    return f"{letter.reference.replace('/', '-')}.pdf"


def render_letter(letter: Letter) -> bytes:
    """The PDF of the letter in its own language; PrintError if it cannot be drawn."""
    with override(letter.language):
        html = render_to_string("cohorts/letter_document.html", page_of(letter))
    return print_page(html, name=letter.reference)


def page_of(letter: Letter) -> dict:
    """What the template shows, in the language in force."""
    scheme = letter.cohort.scheme
    programme = Programme.objects.in_force(letter.written_on).first()
    words = {
        "subject": designate(letter.subject),
        "institution": designate(letter.institution.name),
        "jurisdiction": designate(letter.institution.jurisdiction.name),
        "funding": designate(programme.funding_statement) if programme else "",
        "programme": designate(programme.reference) if programme else "",
        "disclaimer": designate(programme.disclaimer) if programme else "",
        "issuer": scheme.issuing_body,
        "signatory": scheme.signatory,
    }
    paragraphs = [designate(part.strip()) for part in letter.body.split("\n\n") if part.strip()]
    return {
        **words,
        "lang": letter.language,
        "paragraphs": paragraphs,
        "reference": letter.reference,
        "day": date_format(letter.written_on, "j F Y" if letter.language == "en" else "DATE_FORMAT"),
        "footnote": next(iter(footnotes_for([*words.values(), *paragraphs])), ""),
        **FITTINGS,
    }
