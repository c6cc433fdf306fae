"""The public addresses that a digital credential points at: issuer, keys, achievements, status lists."""

from django.urls import path

from . import views

app_name = "credentials"

urlpatterns = [
    path("issuer/", views.issuer, name="issuer"),
    path("keys.json", views.keys, name="keys"),
    path("keys/<str:kid>.json", views.key, name="key"),
    path("achievements/<slug:kind>/<slug:level>/<slug:curriculum>.json", views.achievement, name="achievement"),
    path("status/<slug:purpose>/<int:number>/", views.status_list, name="status_list"),
]
