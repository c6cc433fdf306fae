"""What is new for this user: editions they may read, decisions on trainings they see."""

from django.utils.translation import gettext as _

from curricula.models import Edition
from lms.trainings.choices import DecisionKind
from lms.trainings.models import Decision, Enrolment, Training

from ..cards import News
from ..links import link, page_of

SHOWN = 6
TOLD = (DecisionKind.APPROVE, DecisionKind.VERIFY, DecisionKind.RETURN, DecisionKind.CANCEL)


def news_for(user) -> list[News]:
    """The latest first."""
    found = [*edition_news(user), *decision_news(user)]
    return sorted(found, key=lambda item: item.at, reverse=True)[:SHOWN]


def edition_news(user) -> list[News]:
    rows = Edition.objects.visible_to(user).published().select_related("curriculum")[:2]
    return [
        News(
            _("Edition %(label)s of %(title)s was published") % {"label": row.label, "title": row.curriculum.title},
            row.published_at,
            link("curricula:edition_detail", row.pk),
        )
        for row in rows
    ]


def decision_news(user) -> list[News]:
    """Decisions on trainings the user sees; on those they only take part in, a cancellation."""
    seen = Decision.objects.filter(training__in=Training.objects.visible_to(user), kind__in=TOLD)
    own = Enrolment.objects.filter(person__user=user.pk).values("training")
    told = Decision.objects.filter(training__in=own, kind=DecisionKind.CANCEL)
    rows = (seen | told).distinct().select_related("training").order_by("-pk")[:SHOWN]
    visible = set(
        Training.objects.visible_to(user).filter(decisions__in=[row.pk for row in rows]).values_list("pk", flat=True)
    )
    return [
        News(
            _("%(reference)s %(title)s: %(decision)s")
            % {
                "reference": row.training.reference,
                "title": row.training.title,
                "decision": row.get_kind_display(),
            },
            row.at,
            page_of(row.training) if row.training_id in visible else "",
        )
        for row in rows
    ]
