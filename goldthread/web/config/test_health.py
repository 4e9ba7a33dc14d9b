"""An operator's two questions."""

import pytest
from django.db import DatabaseError, connection

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_the_process_answers_without_signing_in(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_it_is_ready_when_database_and_tables_are(client):
    response = client.get("/readyz")
    assert response.json() == {"database": "ok", "migrations": "ok", "styles": "ok"}
    assert response.status_code == 200


def test_without_a_database_it_says_so_and_what_to_do(client, monkeypatch):
    def refuse():
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "DATABASE_URL" in response.json()["database"]
