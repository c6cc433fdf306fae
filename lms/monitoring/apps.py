from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "lms.monitoring"
    label = "monitoring"
