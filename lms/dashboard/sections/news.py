"""What is new for this user: editions they may read, decisions on trainings they see."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from curricula.models import Curriculum, Edition
from curricula.querysets import readable_curricula
from lms.core.prepared import prepared
from lms.people.scope import Reach
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
    return [
        News(
            _("Edition %(label)s of %(title)s was published") % {"label": row.label, "title": row.curriculum.title},
            row.published_at,
            link("curricula:edition_detail", row.pk),
        )
        for row in _latest_editions(curricula=readable_curricula(Curriculum, user))
    ]


@prepared
def _latest_editions(*, curricula: frozenset[int]) -> QuerySet:
    return Edition.objects.published().filter(curriculum__in=curricula).select_related("curriculum")[:2]


def decision_news(user) -> list[News]:
    """Decisions on trainings the user sees; on those they only take part in, a cancellation."""
    return [
        News(
            _("%(reference)s %(title)s: %(decision)s")
            % {
                "reference": row.training.reference,
                "title": row.training.title,
                "decision": DecisionKind(row.kind).label,
            },
            row.at,
            page_of(row.training) if row.is_visible else "",
        )
        for row in _latest_decisions(user.reach, user=user.pk)
    ]


@prepared
def _latest_decisions(reach: Reach, *, user: int) -> QuerySet:
    """With whether the user sees the training, or only takes part in it."""
    visible = Training.objects.visible_to(reach.reader(user)).order_by()
    own = Enrolment.objects.filter(person__user=user).order_by().values("training")
    told = Q(training__in=visible.values("pk"), kind__in=TOLD) | Q(training__in=own, kind=DecisionKind.CANCEL)
    rows = Decision.objects.filter(told).annotate(is_visible=Exists(visible.filter(pk=OuterRef("training"))))
    return rows.select_related("training").order_by("-pk")[:SHOWN]
