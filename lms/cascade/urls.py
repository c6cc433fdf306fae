"""Addresses of cascade trainings."""

from django.urls import path

from .views import decisions, detail, exceptions, lists, planning, tree

app_name = "cascade"

urlpatterns = [
    path("", lists.training_list, name="training_list"),
    path("export/", lists.training_export, name="training_export"),
    path("plan/", planning.training_plan, name="training_plan"),
    path("tree/", tree.tree, name="tree"),
    path("exceptions/", exceptions.exception_list, name="exception_list"),
    path("exceptions/grant/", exceptions.exception_grant, name="exception_grant"),
    path("exceptions/<int:pk>/end/", exceptions.exception_end, name="exception_end"),
    path("<int:pk>/", detail.training_detail, name="training_detail"),
    path("<int:pk>/change/", planning.training_change, name="training_change"),
    path("<int:pk>/adjust/", planning.training_adjust, name="training_adjust"),
    path("<int:pk>/send/", decisions.training_send, name="training_send"),
    path("<int:pk>/approve/", decisions.training_approve, name="training_approve"),
    path("<int:pk>/return/", decisions.training_return, name="training_return"),
    path("<int:pk>/submit/", decisions.training_submit, name="training_submit"),
    path("<int:pk>/verify/", decisions.training_verify, name="training_verify"),
    path("<int:pk>/lock/", decisions.training_lock, name="training_lock"),
    path("<int:pk>/cancel/", decisions.training_cancel, name="training_cancel"),
]
