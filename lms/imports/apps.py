from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "lms.imports"
    label = "intake"
