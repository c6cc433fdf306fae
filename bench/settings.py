"""The product's own settings, with three bare pages beside it as the yardstick."""

from lms.settings import *  # noqa: F403
from lms.settings import BASE_DIR, TEMPLATES

DEBUG = False
ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"].append(BASE_DIR / "bench" / "templates")
