app_name = "enrol"

urlpatterns: list = []
