"""The record of one decision, for the file: what was asked, what was found, who decided, by which version."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.http import get_visible_or_404, require

from ..choices import CertificateKind
from ..models import Certificate, Decision
from ..permissions import may_read_decision
from ..services import note_reading_decision

RELATED = ("person__institution__jurisdiction", "training", "scheme", "version", "decided_by", "basis")


@require_safe
def decision_record(request, pk: int):
    decision = get_visible_or_404(Decision.objects.select_related(*RELATED), request.user, pk=pk)
    require(may_read_decision(request.user, decision))
    note_reading_decision(decision, by=request.user)
    issued = Certificate.objects.filter(decision=decision, kind=CertificateKind.TRAINER).order_by("pk")
    context = {"decision": decision, "issued": issued, "title": _("Record of a certification decision")}
    return render(request, "certification/decision_record.html", context)
