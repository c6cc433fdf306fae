"""Views of the programme's targets and of RASR."""

from lms.programme.models import TargetShare

from .view import View

FOLLOWERS = {"office": 200, "focal": 200, "focal_away": 200, "observer": 200, "others": 403}


def share(w) -> dict:
    target = w.programme.targets.get()
    share, _made = TargetShare.objects.get_or_create(target=target, jurisdiction=w.home.jurisdiction, planned=3)
    return {"pk": share.pk}


VIEWS = [
    View("programme:programme_list", expect=FOLLOWERS),
    View("programme:programme_detail", kwargs=lambda w: {"pk": w.programme.pk}, expect=FOLLOWERS),
    View("programme:workshop_list", expect=FOLLOWERS),
    View("programme:progress_change", kwargs=share, expect={"office": 200, "others": 403}),
    View(
        "programme:progress_change",
        method="POST",
        kwargs=share,
        data={"done": "1"},
        expect={"office": 302, "others": 403},
    ),
]
