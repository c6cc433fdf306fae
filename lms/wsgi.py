"""The entry point for a WSGI server (gunicorn lms.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

from lms.core.frame_stack import with_deep_stack

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings")

application = with_deep_stack(get_wsgi_application())
