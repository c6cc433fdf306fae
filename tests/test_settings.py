"""The settings refuse to start unsafe, and say why in one line; `.env.example` lists every variable they read."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "SECRET_KEY": "bJ7q-Zr2M.xT9w_Kd4H+vP6s~Yc3N!gL8f=" * 2,
    "ALLOWED_HOSTS": "cascade.example.org",
    "EMAIL_URL": "smtp://localhost:25",
    "TRUSTED_PROXY_COUNT": "1",
}
READERS = ("lms/settings.py", "deploy/gunicorn.conf.py", "lms/core/management/commands/serve.py")


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """`manage.py …` with these variables and none of the caller's own."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=HOME, env=clean | variables, capture_output=True, text=True, timeout=120)


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in PRODUCTION.items() if key != name}


def test_production_variables_pass_the_deployment_check_without_a_warning():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_without_its_secret_or_its_hosts_it_does_not_start(name):
    done = manage("check", **without(name))
    assert done.returncode != 0
    assert f"{name} is not set" in done.stderr


def test_the_second_factor_cannot_be_switched_off_in_production():
    done = manage("check", **PRODUCTION, MFA_ENFORCED="0")
    assert done.returncode != 0
    assert "MFA_ENFORCED" in done.stderr


def test_mail_into_a_folder_is_no_production():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **without("EMAIL_URL"))
    assert done.returncode != 0
    assert "core.W002" in done.stderr


def test_a_demo_that_answers_to_the_world_is_named():
    done = manage("check", DEMO="1", ALLOWED_HOSTS="localhost,cascade.example.org")
    assert "core.W001" in done.stderr
    assert "core.W001" not in manage("check", DEMO="1").stderr


def test_workbooks_without_defusedxml_are_refused():
    done = manage("check", DEBUG="1", OPENPYXL_DEFUSEDXML="False")
    assert done.returncode != 0
    assert "core.E001" in done.stderr


def test_missing_fonts_are_named(settings, tmp_path):
    from lms.core.checks import check_fonts

    assert check_fonts(None) == []
    settings.BASE_DIR = tmp_path
    assert [found.id for found in check_fonts(None)] == ["core.E002"]


def test_redis_s3_and_postgresql_are_chosen_by_their_variables():
    code = (
        "from django.conf import settings as s; print(s.DATABASES['default']['ENGINE'], s.CACHES['default']['BACKEND'],"
        " s.STORAGES['default']['BACKEND'], s.EMAIL_BACKEND, s.DATABASES['default']['OPTIONS'])"
    )
    chosen = {"DATABASE_URL": "postgres://a:b@h/x", "REDIS_URL": "redis://h:6379/0", "S3_BUCKET": "files"}
    said = manage("shell", "-v", "0", "-c", code, **PRODUCTION, **chosen).stdout
    for word in ("postgresql", "RedisCache", "S3Storage", "smtp.EmailBackend", "pool"):
        assert word in said


def test_sqlite_waits_for_its_turn_and_loses_nothing():
    code = "from django.conf import settings as s; print(s.DATABASES['default'])"
    said = manage("shell", "-v", "0", "-c", code, **PRODUCTION).stdout
    for word in ("'IMMEDIATE'", "'timeout': 20", "journal_mode=WAL", "synchronous=FULL"):
        assert word in said


def read_by(path: str) -> set[str]:
    """Names of variables a file reads through `env.…("NAME")`, `os.environ.get("NAME")` or `env.…` in an f-string."""
    found = set()
    for call in ast.walk(ast.parse((HOME / path).read_text())):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
            source = ast.unparse(call.func.value)
            name = getattr(call.args[0], "value", None)
            if source in ("env", "os.environ") and isinstance(name, str):
                found.add(name)
    return found


def test_the_example_lists_every_variable_and_no_other():
    read = set().union(*(read_by(path) for path in READERS))
    listed = re.findall(r"^#?([A-Z0-9_]+)=", (HOME / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(read)
