"""One version of a roll-out plan as a PDF, in the reader's language: to be signed and filed."""

from collections.abc import Sequence
from datetime import date

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.core.designation import designate, footnotes_for
from lms.core.printing import FITTINGS, print_page
from lms.programme.models import Programme

from ..models import Commitment, RolloutPlan


def file_name(plan: RolloutPlan) -> str:
    """Says which plan it is, and not whose."""
    return f"{plan.training.reference.replace('/', '-')}-plan-{plan.pk}-v{plan.number}.pdf"


def render_plan(plan: RolloutPlan, commitments: Sequence[Commitment], first_due: date) -> bytes:
    """The PDF of the plan with these deliveries (`titles`: their modules' titles); PrintError if it fails."""
    html = render_to_string("assessments/rollout_document.html", _page_of(plan, commitments, first_due))
    return print_page(html, name=f"roll-out plan {plan.pk}")


def _page_of(plan: RolloutPlan, commitments: Sequence[Commitment], first_due: date) -> dict:
    """What the template shows. Every text that is somebody's goes through the rule of the name."""
    training, person = plan.training, plan.person
    programme = Programme.objects.in_force(training.starts_on).first()
    words = {
        "person": str(person),
        "institution": str(person.institution),
        "jurisdiction": str(person.institution.jurisdiction),
        "training": training.title,
        "reason": plan.reason,
        "issuer": str(programme) if programme else "",
        "funding": f"{programme.funding_statement} {programme.reference}".strip() if programme else "",
        "disclaimer": programme.disclaimer if programme else "",
    }
    words = {name: designate(text) for name, text in words.items()}
    rows = [_row(row) for row in commitments]
    said = [*words.values(), *(text for row in rows for text in row.values() if isinstance(text, str))]
    return {
        **words,
        "rows": rows,
        "plan": plan,
        "reference": training.reference,
        "total": sum(row.participants for row in commitments),
        "first_due": date_format(first_due, "j F Y"),
        "confirmed_on": date_format(plan.confirmed_at, "j F Y") if plan.confirmed_at else "",
        "footnote": next(iter(footnotes_for(said)), ""),
        "lang": get_language(),
        **FITTINGS,
    }


def _row(commitment: Commitment) -> dict:
    what = ", ".join(commitment.titles) if commitment.titles else _("the whole curriculum")
    return {
        "due": date_format(commitment.due_on, "F Y" if commitment.month_only else "j F Y"),
        "where": designate(str(commitment.institution)),
        "what": designate(what),
        "note": designate(commitment.note),
        "participants": commitment.participants,
    }
