"""The pages' addresses: Wagtail's own front-end sign-in and shared page passwords are left out."""

from django.urls import re_path

from .views.library import show_page

urlpatterns = [re_path(r"^(?P<path>(?:[\w\-]+/)*)$", show_page, name="wagtail_serve")]
