"""A file beyond the limit is refused before it is read."""

import pytest
from django.test import RequestFactory

from goldthread.web.config.uploads import MEGABYTE, announced_size

pytestmark = [pytest.mark.django_db, pytest.mark.database]


class Unread:
    """A body that may not be touched."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


def test_two_gigabytes_are_refused_unread_with_what_to_do(client):
    response = client.generic(
        "POST",
        "/accounts/sign-in/",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(2048 * MEGABYTE),
        **{"wsgi.input": Unread()},
    )
    page = response.content.decode()
    assert response.status_code == 413
    assert "about 2,048 MB" in page
    assert "./run import" in page


def test_the_limit_is_the_operators(client, settings):
    settings.UPLOAD_LIMIT_MB = 1
    response = client.post("/accounts/sign-in/", {"login": "a" * (MEGABYTE + 1)})
    assert response.status_code == 413


@pytest.mark.parametrize(("announced", "size"), [("12", 12), ("", 0), ("many", 0), (None, 0)])
def test_a_size_that_is_no_number_counts_as_none(announced, size):
    request = RequestFactory().get("/")
    request.META["CONTENT_LENGTH"] = announced
    assert announced_size(request) == size
