"""Addresses of tests and teach-backs."""

from django.urls import path

from . import views
from .bank.urls import urlpatterns as bank_urlpatterns

app_name = "assessments"

urlpatterns = [
    *bank_urlpatterns,
    path("teach-backs/", views.teach_back_list, name="teach_back_list"),
    path("teach-backs/<int:pk>/", views.teach_back_detail, name="teach_back_detail"),
    path("teach-backs/<int:pk>/score/", views.teach_back_score, name="teach_back_score"),
    path("trainings/<int:pk>/results/", views.test_results, name="test_results"),
    path("trainings/<int:pk>/results/save/", views.test_result_save, name="test_result_save"),
]
