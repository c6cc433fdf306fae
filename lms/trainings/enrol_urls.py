"""Addresses under /enrol/: a person enrols themselves, starting from a code on a poster."""

from django.urls import path

from .views import enrol

app_name = "enrol"

urlpatterns = [
    path("", enrol.find, name="find"),
    path("<str:code>/", enrol.start, name="start"),
    path("<str:code>/email/", enrol.email, name="email"),
    path("<str:code>/confirm/", enrol.confirm, name="confirm"),
    path("<str:code>/done/", enrol.done, name="done"),
    path("<str:code>/withdraw/", enrol.withdraw, name="withdraw"),
    path("<str:code>/calendar/", enrol.calendar, name="calendar"),
]
