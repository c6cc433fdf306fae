from django.urls import path

from . import views

app_name = "desk"

urlpatterns = [
    path("", views.show_home, name="home"),
    path("mail/", views.list_mail, name="mail"),
]
