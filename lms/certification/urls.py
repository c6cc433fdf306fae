"""Addresses of certificates."""

from django.urls import path

from . import views

app_name = "certification"

urlpatterns = [
    path("", views.certificate_list, name="certificate_list"),
    path("<int:pk>/", views.certificate_detail, name="certificate_detail"),
    path("<int:pk>/download/", views.certificate_download, name="certificate_download"),
    path("<int:pk>/credential/", views.certificate_credential, name="certificate_credential"),
    path("issues/<int:pk>/", views.batch_detail, name="batch_detail"),
    path("issues/<int:pk>/progress/", views.batch_progress, name="batch_progress"),
    path("issues/<int:pk>/retry/", views.batch_retry, name="batch_retry"),
    path("<int:pk>/suspend/", views.certificate_suspend, name="certificate_suspend"),
    path("<int:pk>/reinstate/", views.certificate_reinstate, name="certificate_reinstate"),
    path("<int:pk>/withdraw/", views.certificate_withdraw, name="certificate_withdraw"),
    path("<int:pk>/promote/", views.certificate_promote, name="certificate_promote"),
    path("<int:pk>/renew/", views.certificate_renew, name="certificate_renew"),
    path("<int:pk>/advance/", views.certificate_advance, name="certificate_advance"),
    path("<int:pk>/correct/", views.certificate_correct, name="certificate_correct"),
    path("decisions/<int:pk>/", views.decision_record, name="decision_record"),
    path("requests/", views.request_list, name="request_list"),
    path("requests/<int:pk>/", views.request_decide, name="request_decide"),
    path("requests/<int:pk>/confirm/", views.request_confirm, name="request_confirm"),
    path("requests/<int:pk>/take-back/", views.request_take_back, name="request_take_back"),
    path("schemes/", views.scheme_list, name="scheme_list"),
    path("schemes/<int:pk>/", views.scheme_detail, name="scheme_detail"),
    path("schemes/<int:pk>/change/", views.scheme_change, name="scheme_change"),
]
