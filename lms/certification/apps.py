from django.apps import AppConfig


class CertificationConfig(AppConfig):
    name = "lms.certification"
    label = "certification"
