from django.urls import path

from . import views

app_name = "people"

urlpatterns = [
    path("", views.list_people, name="person_list"),
    path("add/", views.add_person, name="person_add"),
    path("<int:pk>/", views.show_person, name="person_detail"),
    path("<int:pk>/change/", views.edit_person, name="person_change"),
    path("<int:pk>/left/", views.leave, name="person_leave"),
    path("<int:pk>/twins/", views.choose_duplicate, name="person_duplicates"),
    path("<int:pk>/merge/", views.merge, name="person_merge"),
    path("<int:pk>/anonymise/", views.anonymise, name="person_anonymise"),
    path("<int:pk>/unlink/", views.unlink, name="person_unlink"),
    path("accounts/", views.list_accounts, name="account_list"),
    path("accounts/<int:pk>/", views.show_account, name="account_detail"),
    path("accounts/<int:pk>/address/", views.change_address, name="account_address"),
    path("accounts/<int:pk>/second-factor/", views.reset_factor, name="account_reset"),
    path("roles/grant/", views.grant, name="role_grant"),
    path("roles/<int:pk>/end/", views.end, name="role_end"),
]
