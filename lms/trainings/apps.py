from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    name = "lms.trainings"
    label = "trainings"
