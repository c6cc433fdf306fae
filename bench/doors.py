"""The pages that are measured: as whom, and where they are in the demo."""

from dataclasses import dataclass

from bench.urls import BARE_SLUG, FRAMED_SLUG

FRAMED = "bare Wagtail page in the house's frame"
HOMES = {
    "office": "office@seesac.example",
    "focal point": "focal.rs@mup.example",
    "trainer": "trainer.rs@mup.example",
    "trainee": "trainee.rs@mup.example",
    "assessor": "assessor@seesac.example",
    "observer": "donor@donor.example",
}


@dataclass(frozen=True)
class Door:
    """A page, who opens it (empty: nobody signed in), its address."""

    name: str
    who: str
    address: str


def users() -> dict:
    """The demo's accounts by role."""
    from lms.people.models import User

    found = {user.email: user for user in User.objects.filter(email__in=HOMES.values())}
    return {role: found[email] for role, email in HOMES.items()}


def doors() -> list[Door]:
    """All of them; the first four are the yardsticks."""
    from django.urls import reverse

    training, cohort = busiest("cascade"), busiest("tot")
    return [
        Door("bare Django view", "trainer", "/bench/bare/"),
        Door("the house's empty frame", "trainer", "/bench/frame/"),
        Door("bare Wagtail page", "trainer", "/bench/bare-page/"),
        Door(FRAMED, "trainer", "/bench/framed-page/"),
        *(Door("home", role, "/") for role in HOMES),
        Door("library", "trainer", library_page("curricula.LibraryPage")),
        Door("curriculum page", "trainer", library_page("curricula.CurriculumPage")),
        Door("module page", "trainer", library_page("curricula.ModulePage")),
        Door("module page", "trainee", library_page("curricula.ModulePage")),
        Door("module page, translated", "trainer", translated_page()),
        Door("coverage", "office", reverse("monitoring:coverage")),
        Door("coverage", "focal point", reverse("monitoring:coverage")),
        Door("coverage, the rows", "office", reverse("monitoring:rows")),
        Door("training list", "office", reverse("cascade:training_list")),
        Door("training list", "trainer", reverse("cascade:training_list")),
        Door("training", "office", reverse("cascade:training_detail", args=[training.pk])),
        Door("roster", "office", reverse("trainings:roster", args=[training.pk])),
        Door("attendance grid", "office", reverse("trainings:attendance", args=[training.pk])),
        Door("cascade tree", "office", reverse("cascade:tree")),
        Door("people list", "office", reverse("people:person_list")),
        Door("cohort", "office", reverse("cohorts:training_detail", args=[cohort.pk])),
        Door("nominations", "office", reverse("cohorts:nomination_list", args=[cohort.pk])),
        Door("certification of a cohort", "office", reverse("cohorts:decision_list", args=[cohort.pk])),
        Door("certificate list", "office", reverse("certification:certificate_list")),
        Door("verification", "", reverse("verify:certificate_verify", args=[certificate_code()])),
        Door("sign-in", "", reverse("account_login")),
        Door("audit list", "office", reverse("audit:entry_list")),
    ]


def busiest(kind: str):
    """The training of this kind with the most places taken, the oldest of them."""
    from django.db.models import Count

    from lms.trainings.models import Training

    rows = Training.objects.filter(kind=kind).annotate(n=Count("enrolments")).order_by("-n", "pk")
    return rows.first()


def certificate_code() -> str:
    from lms.certification.models import Certificate

    return Certificate.objects.filter(kind="trainer").order_by("pk").first().code


def library_page(model: str) -> str:
    """The address of the kind's first page."""
    from django.apps import apps

    return apps.get_model(model).objects.order_by("path").first().url


def translated_page() -> str:
    """The address of the first module page that somebody translated."""
    from curricula.languages.trees import translations
    from curricula.models import ModulePage

    return translations(ModulePage.objects.live()).order_by("path").first().url


def make_bare_page() -> None:
    """Wagtail pages with nothing in them, beside the curricula."""
    from wagtail.models import Page, Site

    root = Site.objects.get(is_default_site=True).root_page
    for slug, title in ((BARE_SLUG, "Bare"), (FRAMED_SLUG, "Framed")):
        if not Page.objects.filter(slug=slug).exists():
            root.add_child(instance=Page(title=title, slug=slug, live=True))
