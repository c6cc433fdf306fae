"""Addresses of the curriculum outside the library's pages: files, editions, the register, search."""

from django.urls import path

from .views import editions, files, register, search

app_name = "curricula"

urlpatterns = [
    path("search/", search.search, name="search"),
    path("materials/<int:pk>/", files.download_material, name="material_download"),
    path("modules/<int:pk>/zip/", files.download_module, name="module_zip"),
    path("editions/", editions.list_editions, name="edition_list"),
    path("editions/<int:pk>/", editions.show_edition, name="edition_detail"),
    path("editions/<int:pk>/zip/", files.download_edition, name="edition_zip"),
    path("editions/<int:pk>/withdraw/", editions.withdraw, name="edition_withdraw"),
    path("editions/files/<int:pk>/", files.download_edition_file, name="edition_file_download"),
    path("<int:pk>/publish/", editions.publish, name="edition_publish"),
    path("downloads/", register.list_downloads, name="download_list"),
]
