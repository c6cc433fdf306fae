#!/usr/bin/env python
"""Run the product's management commands: `manage.py help` lists them."""

import gc
import os
import sys


def main() -> None:
    # What loading 3,000 modules makes stays: looking for rubbish every 700 objects took a fifth of each start.
    gc.set_threshold(50_000, 20, 50)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings")
    try:
        # The one place where Django may be absent: the message then names the cure.
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed in this Python. Run `make run`, which sets everything up.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
