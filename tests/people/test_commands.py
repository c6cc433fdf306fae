"""The first officer of a new installation."""

import pytest
from django.core.management import CommandError, call_command

from lms.people.models import User

pytestmark = pytest.mark.django_db


def test_the_first_officer_is_appointed_by_command(capsys):
    call_command("appoint_officer", "First@seesac.example")

    assert User.objects.get(email="first@seesac.example").holds("office")
    assert "first@seesac.example is programme officer" in capsys.readouterr().out


def test_an_address_that_is_none_is_refused_and_an_officer_is_not_appointed_twice():
    with pytest.raises(CommandError):
        call_command("appoint_officer", "nobody")
    call_command("appoint_officer", "first@seesac.example")
    with pytest.raises(CommandError):
        call_command("appoint_officer", "first@seesac.example")
