"""Views of coverage and of the frozen figures."""

from .view import View

FOLLOWERS = {"office": 200, "focal": 200, "focal_away": 200, "observer": 200, "others": 403}
LIVE = {"office": 200, "focal": 200, "focal_away": 200, "others": 403}
OFFICE = {"office": 302, "others": 403}


def period(w) -> dict:
    return {"pk": w.period.pk}


VIEWS = [
    View("monitoring:coverage", expect=LIVE | {"observer": 302}),
    View("monitoring:rows", expect=LIVE),
    View("monitoring:coverage_export", expect=LIVE),
    View("monitoring:period_list", expect=FOLLOWERS),
    View("monitoring:period_detail", kwargs=period, expect=FOLLOWERS),
    View("monitoring:period_add", expect={"office": 200, "others": 403}),
    View(
        "monitoring:period_add",
        method="POST",
        data={"label": "2027", "starts_on": "2027-01-01", "ends_on": "2027-12-31"},
        expect=OFFICE,
    ),
    View("monitoring:period_freeze", method="POST", kwargs=period, data={"reason": "Late list."}, expect=OFFICE),
    View("monitoring:period_publish", method="POST", kwargs=period, expect=OFFICE),
]
