from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lms.people"
    label = "people"

    def ready(self) -> None:
        from lms.audit.naming import register  # noqa: PLC0415 - models are not there before

        register("institution", institution_names)


def institution_names() -> list[tuple[int, str]]:
    """(number, name) of every institution, for the filter of the trail."""
    from lms.institutions.models import Institution  # noqa: PLC0415 - models are not there before

    return list(Institution.objects.order_by("name").values_list("pk", "name"))
