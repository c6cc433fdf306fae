"""The public addresses of verification."""

from django.urls import path

from . import views

app_name = "verify"

urlpatterns = [
    path("", views.certificate_lookup, name="certificate_lookup"),
    path("<str:code>/", views.certificate_verify, name="certificate_verify"),
]
