"""The demo as tables: every figure is invented, every awkward row is meant."""

from dataclasses import dataclass, field

CURRICULUM = "pssm-moi"
EDITION = "2026.1"

# institution, job function, staff, women (None, None: the return has not come)
TARGETS = [
    ("al-police", "Storage keeper", 70, 6),
    ("al-police", "Evidence custodian", 50, 9),
    ("ba-federation", "Storage keeper", 60, 4),
    ("ba-rs", "Storage keeper", 55, 5),
    ("ba-sarajevo", "Evidence custodian", 25, 4),
    ("ba-zenica-doboj", "Evidence custodian", 15, 1),
    ("ba-brcko", "Evidence custodian", 10, 1),
    ("ba-border", "Storage keeper", 15, 2),
    ("xk-police", "Evidence custodian", 70, 12),
    ("md-police", "Storage keeper", 90, 11),
    ("me-police", "Storage keeper", 45, 3),
    ("mk-weapons", "Storage keeper", None, None),
    ("rs-administrative", "Weapons records officer", 240, 58),
]

FUNCTIONS = {code: function for code, function, _staff, _women in reversed(TARGETS)}


@dataclass(frozen=True)
class DemoNominee:
    """A nominee of the past ToT. `outcome`: certified, provisional, not_certified, or no_show."""

    key: str
    institution: str
    sex: str = "man"
    outcome: str = "certified"
    disagreement: bool = False


# 21 nominated, 20 attended, 18 certified, 1 provisional, 1 not certified; five women among those who attended.
CANDIDATES = [
    DemoNominee("al-1", "al-police"),
    DemoNominee("al-2", "al-police", "woman"),
    DemoNominee("al-3", "al-police"),
    DemoNominee("ba-1", "ba-federation"),
    DemoNominee("ba-2", "ba-rs", "woman"),
    DemoNominee("ba-3", "ba-sarajevo", disagreement=True),
    DemoNominee("ba-4", "ba-brcko"),
    DemoNominee("ba-never", "ba-federation"),
    DemoNominee("xk-1", "xk-police"),
    DemoNominee("xk-2", "xk-police", "woman"),
    DemoNominee("md-1", "md-police"),
    DemoNominee("md-2", "md-police", "woman"),
    DemoNominee("me-1", "me-police"),
    DemoNominee("me-2", "me-police", outcome="not_certified"),
    DemoNominee("mk-1", "mk-weapons"),
    DemoNominee("mk-2", "mk-weapons"),
    DemoNominee("rs-1", "rs-administrative"),
    DemoNominee("rs-2", "rs-administrative", "woman"),
    DemoNominee("rs-3", "rs-administrative"),
    DemoNominee("rs-4", "rs-administrative", outcome="provisional"),
    DemoNominee("xk-3", "xk-police", outcome="no_show"),
]


@dataclass(frozen=True)
class DemoDelivery:
    """A verified cascade training: how many days ago it began, who led it, how many completed it.

    `partly` more people attended too little; `absent` did not come; `reported` is the institution's own report.
    """

    lead: str
    days_ago: int
    people: int
    co_trainer: str = ""
    partly: int = 0
    absent: int = 0
    reported: int | None = None
    language: str = "en"
    again: int = 0
    extra: dict = field(default_factory=dict)


# Unique people by jurisdiction: AL 68, BA 71, XK 49, MD 33, ME 18, MK 20, RS 96.
DELIVERIES = [
    DemoDelivery("al-1", 320, 29, reported=30, language="sq"),
    DemoDelivery("al-1", 251, 15, "al-2", partly=1, language="sq"),
    DemoDelivery("al-2", 180, 13, language="sq"),
    DemoDelivery("al-3", 96, 11, absent=2, language="sq"),
    DemoDelivery("ba-1", 300, 18, language="bs"),
    DemoDelivery("ba-1", 166, 12, language="bs"),
    DemoDelivery("ba-2", 223, 20, partly=2, language="sr-Cyrl"),
    DemoDelivery("ba-3", 131, 13, language="bs"),
    DemoDelivery("ba-4", 75, 8, language="sr-Latn"),
    DemoDelivery("xk-1", 280, 18, language="sq"),
    DemoDelivery("xk-1", 202, 16, "xk-2", language="sq"),
    DemoDelivery("xk-2", 110, 15, absent=1, language="sq"),
    DemoDelivery("md-1", 236, 33, "md-2", partly=1, language="ro"),
    DemoDelivery("me-1", 188, 18, language="cnr"),
    DemoDelivery("mk-1", 145, 20, "mk-2", language="mk"),
    DemoDelivery("rs-1", 265, 50, "rs-2", language="sr-Cyrl"),
    DemoDelivery("rs-2", 152, 46, "rs-4", absent=2, language="sr-Latn", again=2),
]

# A training of which only heads were counted: women, men, not recorded.
HEAD_COUNT = ("md-2", 61, (3, 16, 2))

# component, what, unit, stated, "up to", {jurisdiction: (planned, done)}
PROGRAMME_TARGETS = [
    (
        "infrastructure", "Central police storages made secure", "storages", 7, False,
        {"AL": (1, 1), "BA": (2, 1), "XK": (1, 1), "MD": (1, 0), "ME": (1, 1), "RS": (1, 0)},
    ),
    (
        "infrastructure", "Evidence rooms made secure", "evidence rooms", 15, False,
        {"AL": (2, 1), "BA": (3, 1), "XK": (2, 2), "MD": (2, 0), "ME": (2, 1), "RS": (2, 1)},
    ),
    ("training", "Regional Training of Trainers", "training", 1, False, {}),
    ("surplus", "SALW and components destroyed", "pieces", 50_000, True, {}),
    ("surplus", "Ammunition and explosives destroyed", "rounds", 500_000, True, {}),
]  # fmt: skip

# number, place, first and last day, participants, topics, note
WORKSHOPS = [
    (1, "Zagreb", "2009-05-05", "2009-05-07", None, [], ""),
    (2, "Budva", "2009-11-03", "2009-11-05", None, [], ""),
    (3, "Sarajevo", "2010-11-02", "2010-11-04", None, [], ""),
    (8, "Trogir", "2015-05-21", "2015-05-22", None, [], ""),
    (
        10, "Tirana", "2018-10-09", "2018-10-11", 40,
        [
            "Disposal of large-scale ammunition",
            "Stopping diversion to civilian markets",
            "Environmentally sound disposal",
        ],
        "Field visit to the clearance site at Durrës.",
    ),
    (11, "Sarajevo", "2019-10-08", "2019-10-09", None, [], ""),
]  # fmt: skip
