"""What several roles bring in the same way."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lms.core.prepared import prepared
from lms.imports.models import Draft
from lms.monitoring.figures import coverage_for

from ..cards import Figure, Task
from ..links import link

#: How many workbooks the page names, and for how long.
SHOWN = 10
WANTED = timedelta(days=14)


def coverage_figure(user, day: date) -> Figure:
    """People covered in the user's scope, with the share where the denominator is known."""
    line = coverage_for(user.scope, day).region
    share = None if line.share is None else number_format(round(line.share * 100, 1), 1)
    return Figure(
        _("People covered"), share, unit="%", n=line.in_share, of=line.target, as_of=day,
        url=link("monitoring:coverage"),
    )  # fmt: skip


def draft_tasks(user) -> list[Task]:
    """Workbooks the user sent in lately and has not applied; what was left lying is not wanted any more."""
    return [
        Task(
            what=_("%(file)s waits for your decision") % {"file": row.file_name},
            whose=_("workbook received"),
            url=DRAFT_PAGES[row.purpose](row),
            button=_("Look and apply"),
        )
        for row in _own_drafts(user=user.pk, since=timezone.now() - WANTED)
    ]


@prepared
def _own_drafts(*, user: int, since: datetime) -> QuerySet:
    drafts = Draft.objects.filter(uploaded_by=user).waiting().filter(purpose__in=DRAFT_PAGES, created_at__gte=since)
    return drafts.defer("rows", "facts", "result")[:SHOWN]


#: Which page shows a received workbook, by its purpose.
DRAFT_PAGES = {
    "roster": lambda row: link("trainings:roster_preview", row.subject_id, row.pk),
    "nominations": lambda row: link("cohorts:nomination_import_preview", row.pk),
    "target-population": lambda row: link("institutions:target_import_preview", row.pk),
}
