#!/usr/bin/env python
"""Run the product's management commands: `manage.py help` lists them."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings")
    try:
        # The one place where Django may be absent: the message then names the cure.
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed in this Python. Run `make run`, which sets everything up.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
