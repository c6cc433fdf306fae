"""`python -m tests.yardstick`: CPU milliseconds of a bare view on this machine, median, the unit of every comparison.

The view of `bench.urls`, behind the product's middleware and sign-in, on a copy of the tests' migrated database.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HOME = Path(__file__).resolve().parent.parent


def main() -> None:
    kept = sorted((HOME / ".pytest_cache" / "d" / "databases").glob("template-*.sqlite3"))
    if not kept:
        sys.exit("There is no migrated database yet: run any test that asks for one, then repeat.")
    with TemporaryDirectory() as folder:
        own = Path(folder, "own.sqlite3")
        shutil.copy(kept[-1], own)
        os.environ |= {"DATABASE_URL": f"sqlite:///{own}", "DEMO": "1", "MFA_ENFORCED": "0", "SECRET_KEY": "x" * 50}
        os.environ |= {"STATIC_ROOT": folder, "ALLOWED_HOSTS": "testserver"}
        sys.stdout.write(f"{measure():.2f}\n")


def measure() -> float:
    from bench.measure import start_django, yardstick

    start_django()
    from django.core.management import call_command

    from lms.people.models import User

    call_command("createcachetable", verbosity=0)
    return yardstick(User.objects.create(email="yardstick@seesac.example"), rounds=100)


if __name__ == "__main__":
    main()
