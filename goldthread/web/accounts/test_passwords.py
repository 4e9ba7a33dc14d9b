"""Which passwords are taken: long ones that nobody knows, made of whatever somebody likes."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from goldthread.record.models import Account


@pytest.mark.parametrize(
    "password", ["correct horse stable mist", "ninepurpleladders", "аисты над рекой летят"]
)
def test_length_is_enough(password):
    validate_password(password, Account(username="maya"))


@pytest.mark.parametrize("password", ["Sh0rt!Pass", "elevensigns"])
def test_a_short_one_is_refused_whatever_signs_it_has(password):
    with pytest.raises(ValidationError, match="at least 12"):
        validate_password(password, Account(username="maya"))


@pytest.mark.parametrize(
    "password", ["qwertyuiop123", "QwertyUiop123", "passwordpassword", "1q2w3e4r5t6y7u8i9o0p"]
)
def test_one_that_has_leaked_is_refused(password):
    with pytest.raises(ValidationError, match="has become known"):
        validate_password(password, Account(username="maya"))


def test_one_like_the_name_is_refused():
    with pytest.raises(ValidationError):
        validate_password("maya.richardson1", Account(username="maya.richardson"))
