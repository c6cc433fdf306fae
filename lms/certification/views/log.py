"""The transparency log for everybody: its pages, its head, and the whole of it as JSON."""

import json
from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.core.rate_limits import limited

from ..models import LogEntry

SIZE = 50
#: Digits a number in the address may have: more is no number of ours.
DIGITS = 15


@login_not_required
@limited("log", "60/m")
@require_safe
def log_list(request: HttpRequest) -> HttpResponse:
    """The newest first; `?entry=` opens the page that entry stands on."""
    rows = LogEntry.objects.order_by("-number")
    pages = Paginator(rows, SIZE)
    entry = _number(request.GET.get("entry", ""))
    page = pages.get_page(1 + (pages.count - entry) // SIZE if 0 < entry <= pages.count else request.GET.get("page"))
    context = {"page_obj": page, "head": rows.first(), "entry": entry}
    return render(request, "certification/log_list.html", context)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else 0


@login_not_required
@limited("log_file", "6/m")
@require_safe
def log_file(request: HttpRequest) -> StreamingHttpResponse:
    """The whole log, one entry a line, for following it with a program of one's own."""
    response = StreamingHttpResponse(_lines(), content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="transparency-log.json"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _lines() -> Iterator[str]:
    names = ("number", "kind", "certificate", "day", "document", "previous", "seal")
    between = "[\n"
    for row in LogEntry.objects.order_by("number").values(*names).iterator(chunk_size=2000):
        yield between + json.dumps(row | {"day": row["day"].isoformat()})
        between = ",\n"
    yield "\n]\n" if between == ",\n" else "[]\n"
