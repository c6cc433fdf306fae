"""Addresses of the programme's targets and of RASR."""

from django.urls import path

from . import views

app_name = "programme"

urlpatterns = [
    path("", views.list_programmes, name="programme_list"),
    path("<int:pk>/", views.show_programme, name="programme_detail"),
    path("shares/<int:pk>/", views.change_progress, name="progress_change"),
    path("rasr/", views.list_workshops, name="workshop_list"),
]
