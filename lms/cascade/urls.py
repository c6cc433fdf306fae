app_name = "cascade"

urlpatterns: list = []
