from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "lms.programme"
    label = "programme"
