from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "lms.intake"
    label = "intake"
