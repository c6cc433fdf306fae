from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lms.dashboard"
    label = "desk"
