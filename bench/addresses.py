"""The pages that are measured: as whom, where they are in the demo, and how to know that it was they that answered."""

from bench.answers import Address
from bench.urls import BARE_SLUG, IN_LAYOUT_SLUG

IN_LAYOUT = "bare Wagtail page in the layout"
ACCOUNTS = {
    "office": "office@seesac.example",
    "focal point": "focal.rs@mup.example",
    "trainer": "trainer.rs@mup.example",
    "trainee": "trainee.rs@mup.example",
    "assessor": "assessor@seesac.example",
    "observer": "donor@donor.example",
}
# Empty on purpose: what is left of a page without content.
BARE = [
    Address("bare Django view", "trainer", "/bench/bare/", "<h1>Bare</h1>", 90),
    Address("the empty layout", "trainer", "/bench/layout/", "<main", 30),
    Address("bare Wagtail page", "trainer", "/bench/bare-page/", "<h1>Bare</h1>", 90),
    Address(IN_LAYOUT, "trainer", "/bench/page-in-layout/", "<h1>In the layout</h1>", 50),
]


def users() -> dict:
    """The demo's accounts by role."""
    from lms.people.models import User

    found = {user.email: user for user in User.objects.filter(email__in=ACCOUNTS.values())}
    return {role: found[email] for role, email in ACCOUNTS.items()}


def all_addresses() -> list[Address]:
    """The first four are the yardsticks. What a page must say comes from the demo's rows where it can."""
    return [*BARE, *homes(), *library(), *figures(), *trainings(), *cohorts(), *others()]


def homes() -> list[Address]:
    from lms.people.choices import RoleKind

    said = {
        "office": (str(RoleKind.OFFICE.label).capitalize(), 2600),
        "focal point": (str(RoleKind.FOCAL_POINT.label).capitalize(), 2000),
        "trainer": (first_page("CurriculumPage").title, 2500),
        "trainee": (first_page("CurriculumPage").title, 1500),
        "assessor": (str(RoleKind.ASSESSOR.label).capitalize(), 1000),
        "observer": (str(RoleKind.OBSERVER.label).capitalize(), 850),
    }
    return [Address("home", role, "/", *said[role]) for role in ACCOUNTS]


def library() -> list[Address]:
    """Each is known by words of its own content: an empty page has the title as well."""
    curriculum, module, translated = first_page("CurriculumPage"), first_page("ModulePage"), translated_page()
    return [
        Address("library", "trainer", first_page("LibraryPage").url, curriculum.summary, 900),
        Address("curriculum page", "trainer", curriculum.url, module.title, 11_000),
        Address("module page", "trainer", module.url, module.summary, 8_000),
        Address("module page", "trainee", module.url, module.summary, 4_000),
        Address("module page, translated", "trainer", translated.url, translated.summary, 8_000),
    ]


def figures() -> list[Address]:
    from django.urls import reverse

    place = str(busiest("cascade").institution)
    return [
        Address("coverage", "office", reverse("monitoring:coverage"), place, 15_000),
        Address("coverage", "focal point", reverse("monitoring:coverage"), place, 3_000),
        Address("coverage, the rows", "office", reverse("monitoring:rows"), place, 16_000),
    ]


def trainings() -> list[Address]:
    from django.urls import reverse

    training, own = busiest("cascade"), latest_of(ACCOUNTS["trainer"])
    first = training.enrolments.order_by("place").first().person
    return [
        Address("training list", "office", reverse("cascade:training_list"), "<tbody", 11_000),
        Address("training list", "trainer", reverse("cascade:training_list"), str(training.institution), 3_300),
        Address("training", "office", reverse("cascade:training_detail", args=[training.pk]), training.reference,
                9_000),
        Address("training", "trainer", reverse("cascade:training_detail", args=[own.pk]), own.reference, 3_000),
        Address("plan a training", "trainer", reverse("cascade:training_plan"), "<fieldset", 3_000),
        Address("my certification", "trainer", reverse("pool:my_certification"), own.reference, 4_000),
        Address("roster", "office", reverse("trainings:roster", args=[training.pk]), first.family_name, 15_000),
        Address("attendance grid", "office", reverse("trainings:attendance", args=[training.pk]), first.family_name,
                8_000),
        Address("cascade tree", "office", reverse("cascade:tree"), training.reference, 18_000),
    ]  # fmt: skip


def cohorts() -> list[Address]:
    from django.urls import reverse

    cohort = busiest("tot")
    candidate = cohort.certification_decisions.order_by("pk").first().person
    return [
        Address("cohort", "office", reverse("cohorts:training_detail", args=[cohort.pk]), cohort.title, 6_000),
        Address("nominations", "office", reverse("cohorts:nomination_list", args=[cohort.pk]), candidate.family_name,
                12_000),
        Address("certification of a cohort", "office", reverse("cohorts:decision_list", args=[cohort.pk]),
                candidate.family_name, 14_000),
    ]  # fmt: skip


def others() -> list[Address]:
    from django.urls import reverse

    from lms.certification.models import Certificate
    from lms.people.models import Person

    certificate = Certificate.objects.filter(kind="trainer").order_by("pk").first()
    person = Person.objects.order_by("name_key", "pk").first()
    return [
        Address("people list", "office", reverse("people:person_list"), person.family_name, 18_000),
        Address("certificate list", "office", reverse("certification:certificate_list"), "PSSM-", 23_000),
        verification(certificate.code, certificate.number),
        Address("sign-in", "", reverse("account_login"), 'type="password"', 1_000),
        Address("audit list", "office", reverse("audit:entry_list"), "<tbody", 33_000),
    ]


def verification(code: str, says: str) -> Address:
    from django.urls import reverse

    return Address("verification", "", reverse("verify:certificate_verify", args=[code]), says, 1_500)


def busiest(kind: str):
    """The training of this kind with the most places taken, the oldest of them."""
    from django.db.models import Count

    from lms.trainings.models import Training

    rows = Training.objects.filter(kind=kind).annotate(n=Count("enrolments")).order_by("-n", "pk")
    return rows.select_related("institution").first()


def latest_of(email: str):
    """The latest training that this trainer has delivered."""
    from lms.core.clock import today
    from lms.trainings.models import Training

    rows = Training.objects.filter(kind="cascade", deliverers__person__user__email=email, ends_on__lt=today())
    return rows.verified().order_by("-starts_on").first()


def first_page(model: str):
    """The first page of this kind in the tree."""
    from django.apps import apps

    return apps.get_model("curricula", model).objects.order_by("path").first()


def translated_page():
    """The first module page that somebody translated."""
    from curricula.languages.trees import translations
    from curricula.models import ModulePage

    return translations(ModulePage.objects.live()).order_by("path").first()


def make_bare_pages() -> None:
    """Wagtail pages with nothing in them, beside the curricula."""
    from wagtail.models import Page, Site

    root = Site.objects.get(is_default_site=True).root_page
    for slug, title in ((BARE_SLUG, "Bare"), (IN_LAYOUT_SLUG, "In the layout")):
        if not Page.objects.filter(slug=slug).exists():
            root.add_child(instance=Page(title=title, slug=slug, live=True))
