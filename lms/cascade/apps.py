from django.apps import AppConfig


class CascadeConfig(AppConfig):
    name = "lms.cascade"
    label = "cascade"
