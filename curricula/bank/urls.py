"""Addresses of the question bank; they belong to the curriculum's names."""

from django.urls import path

from ..views import bank, bank_forms

urlpatterns = [
    path("bank/", bank.bank_home, name="bank_home"),
    path("bank/<int:pk>/", bank.list_items, name="bank_list"),
    path("bank/<int:pk>/add/", bank.add_item, name="bank_item_add"),
    path("bank/<int:pk>/blueprint/", bank_forms.edit_blueprint, name="bank_blueprint"),
    path("bank/items/<int:pk>/", bank.show_item, name="bank_item"),
    path("bank/items/<int:pk>/change/", bank.change_item, name="bank_item_change"),
    path("bank/items/<int:pk>/translate/", bank.translate_item, name="bank_item_translate"),
    path("bank/items/<int:pk>/confirm/", bank.confirm_translation, name="bank_item_confirm"),
    path("bank/items/<int:pk>/retire/", bank.retire_item, name="bank_item_retire"),
    path("bank/pictures/<str:sha256>/", bank_forms.show_picture, name="bank_picture"),
    path("editions/<int:pk>/tests/", bank_forms.list_forms, name="form_list"),
    path("editions/<int:pk>/tests/<str:moment>/", bank_forms.print_sheet, name="form_sheet"),
    path("editions/<int:pk>/tests/<str:moment>/key/", bank_forms.print_key, name="form_key"),
]
