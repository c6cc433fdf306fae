from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "lms.institutions"
    label = "institutions"
