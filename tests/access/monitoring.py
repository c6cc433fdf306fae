"""Doors of coverage and of the frozen figures."""

from .door import Door

FOLLOWERS = {"office": 200, "focal": 200, "focal_away": 200, "observer": 200, "others": 403}
LIVE = {"office": 200, "focal": 200, "focal_away": 200, "others": 403}
OFFICE = {"office": 302, "others": 403}


def period(w) -> dict:
    return {"pk": w.period.pk}


DOORS = [
    Door("monitoring:coverage", expect=LIVE | {"observer": 302}),
    Door("monitoring:rows", expect=LIVE),
    Door("monitoring:coverage_export", expect=LIVE),
    Door("monitoring:period_list", expect=FOLLOWERS),
    Door("monitoring:period_detail", kwargs=period, expect=FOLLOWERS),
    Door("monitoring:period_add", expect={"office": 200, "others": 403}),
    Door(
        "monitoring:period_add",
        method="POST",
        data={"label": "2027", "starts_on": "2027-01-01", "ends_on": "2027-12-31"},
        expect=OFFICE,
    ),
    Door("monitoring:period_freeze", method="POST", kwargs=period, data={"reason": "Late list."}, expect=OFFICE),
    Door("monitoring:period_publish", method="POST", kwargs=period, expect=OFFICE),
]
