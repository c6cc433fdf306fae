"""Addresses of the curriculum outside the library's pages: files, editions, the register, search."""

from django.urls import path

from .bank.urls import urlpatterns as bank_urlpatterns
from .views import editions, files, frozen, kits, languages, reading_position, register, reviewers, search

app_name = "curricula"

urlpatterns = [
    *bank_urlpatterns,
    path("search/", search.search, name="search"),
    path("materials/<int:pk>/", files.download_material, name="material_download"),
    path("modules/<int:pk>/zip/", kits.download_module, name="module_zip"),
    path("editions/", editions.list_editions, name="edition_list"),
    path("editions/<int:pk>/", editions.show_edition, name="edition_detail"),
    path("editions/<int:pk>/kit/", kits.download_kit, name="edition_kit"),
    path("editions/modules/<int:pk>/scorm/", kits.download_package, name="module_scorm"),
    path("editions/<int:pk>/compare/", frozen.compare_editions, name="edition_compare"),
    path("editions/modules/<int:pk>/", frozen.show_module, name="edition_module"),
    path("editions/modules/<int:pk>/pictures/<slug:name>/", frozen.show_picture, name="edition_picture"),
    path("pages/<int:pk>/place/", reading_position.keep, name="place_keep"),
    path("editions/<int:pk>/withdraw/", editions.withdraw, name="edition_withdraw"),
    path("editions/files/<int:pk>/", files.download_edition_file, name="edition_file_download"),
    path("<int:pk>/publish/", editions.publish, name="edition_publish"),
    path("<int:pk>/languages/", languages.show_matrix, name="language_matrix"),
    path("modules/<int:pk>/languages/<slug:language>/", languages.show_cell, name="language_detail"),
    path("modules/<int:pk>/languages/<slug:language>/start/", languages.start, name="language_start"),
    path("modules/<int:pk>/languages/<slug:language>/fetch/", languages.fetch, name="language_fetch"),
    path("modules/<int:pk>/languages/<slug:language>/confirm/", languages.confirm, name="language_confirm"),
    path("modules/<int:pk>/languages/<slug:language>/draft/", languages.draft, name="language_draft"),
    path("modules/<int:pk>/languages/<slug:language>/po/", languages.download_po, name="language_po"),
    path("modules/<int:pk>/languages/<slug:language>/po/import/", languages.upload_po, name="language_po_import"),
    path("changes/<int:pk>/mark/", languages.mark, name="language_mark"),
    path("editions/<int:pk>/languages/add/", languages.add_to_edition, name="edition_add_languages"),
    path("deciders/", reviewers.list_deciders, name="decider_list"),
    path("downloads/", register.list_downloads, name="download_list"),
]
