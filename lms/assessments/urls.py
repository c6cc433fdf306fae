"""Addresses of tests, teach-backs and roll-out plans."""

from django.urls import path

from .bank.urls import urlpatterns as bank_urlpatterns
from .views import phone, results, rollout, slots, teach_backs

app_name = "assessments"

tests = [
    path("trainings/<int:pk>/results/", results.test_results, name="test_results"),
    path("trainings/<int:pk>/results/save/", results.test_result_save, name="test_result_save"),
    path("trainings/<int:pk>/results/open/", phone.phone_test_open, name="phone_test_open"),
    path("trainings/<int:pk>/results/<str:moment>/items/", phone.item_grid, name="item_grid"),
    path("trainings/<int:pk>/results/<str:moment>/items/mark/", phone.item_mark, name="item_mark"),
    path("tests/<int:pk>/close/", phone.phone_test_close, name="phone_test_close"),
    path("tests/<int:pk>/poster/", phone.phone_test_poster, name="phone_test_poster"),
    path("sheets/<int:pk>/settle/", phone.result_settle, name="result_settle"),
    path("editions/<int:pk>/items/", phone.item_statistics, name="item_statistics"),
]
teaching = [
    path("teach-backs/", teach_backs.teach_back_list, name="teach_back_list"),
    path("teach-backs/<int:pk>/", teach_backs.teach_back_detail, name="teach_back_detail"),
    path("teach-backs/<int:pk>/score/", teach_backs.teach_back_score, name="teach_back_score"),
    path("teach-backs/<int:pk>/draft/", teach_backs.teach_back_draft, name="teach_back_draft"),
    path("teach-backs/<int:pk>/step-down/", teach_backs.teach_back_step_down, name="teach_back_step_down"),
    path("teach-backs/<int:pk>/assessor/", slots.assessor_name, name="assessor_name"),
    path("teach-backs/<int:pk>/recusal/", slots.assessor_recuse, name="assessor_recuse"),
    path("teach-backs/<int:pk>/slot/", slots.slot_change, name="slot_change"),
    path("teach-backs/<int:pk>/swap/", slots.slot_swap, name="slot_swap"),
    path("trainings/<int:pk>/slots/", slots.slot_list, name="slot_list"),
    path("trainings/<int:pk>/slots/plan/", slots.slot_plan, name="slot_plan"),
]
plans = [
    path("mine/", rollout.mine, name="mine"),
    path("trainings/<int:pk>/plans/", rollout.rollout_list, name="rollout_list"),
    path("trainings/<int:pk>/plans/<int:person_pk>/", rollout.rollout_edit, name="rollout_edit"),
    path("plans/<int:pk>/", rollout.rollout_detail, name="rollout_detail"),
    path("plans/<int:pk>/print/", rollout.rollout_print, name="rollout_print"),
    path("plans/<int:pk>/plan.pdf", rollout.rollout_document, name="rollout_document"),
    path("plans/<int:pk>/send/", rollout.rollout_send, name="rollout_send"),
    path("plans/<int:pk>/confirm/", rollout.rollout_confirm, name="rollout_confirm"),
    path("plans/<int:pk>/return/", rollout.rollout_return, name="rollout_return"),
    path("plans/<int:pk>/revise/", rollout.rollout_revise, name="rollout_revise"),
]

urlpatterns = [*bank_urlpatterns, *tests, *teaching, *plans]
