"""What several hats bring in the same way."""

from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lms.intake.models import Draft
from lms.monitoring.figures import coverage_for

from ..links import link
from ..sections import Figure, Task

#: Which page shows a received workbook, by its purpose.
DRAFT_PAGES = {
    "roster": "trainings:roster_preview",
    "nominations": "cohorts:nomination_import_preview",
    "target-population": "institutions:target_import_preview",
}


def coverage_figure(user, day: date) -> Figure:
    """People covered in the user's scope, with the share where the denominator is known."""
    line = coverage_for(user.scope, day).region
    share = None if line.share is None else number_format(line.share * 100, 1)
    return Figure(
        _("People covered"), share, unit="%", n=line.in_share, of=line.target, as_of=day,
        url=link("monitoring:coverage"),
    )  # fmt: skip


def draft_tasks(user) -> list[Task]:
    """Workbooks the user sent in and has not applied."""
    drafts = Draft.objects.visible_to(user).waiting().defer("rows", "facts", "result")
    found = [(row, link(DRAFT_PAGES.get(row.purpose, ""), row.pk)) for row in drafts[:10]]
    return [
        Task(
            what=_("%(file)s waits for your decision") % {"file": row.file_name},
            whose=_("workbook received"),
            url=url,
            button=_("Look and apply"),
        )
        for row, url in found
        if url
    ]
