"""What an operator may say, and what is refused before anything starts."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldthread.web.config import environment
from goldthread.web.config.environment import Mode


def test_a_demonstration_makes_its_key_once_and_keeps_it(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = environment.secret_key(Mode.DEMONSTRATION, tmp_path)
    assert len(first) >= environment.SHORTEST_SECRET
    assert environment.secret_key(Mode.DEMONSTRATION, tmp_path) == first
    assert (tmp_path / "demonstration-secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("given", ["", "short"])
def test_production_refuses_to_start_without_a_secret_of_its_own(tmp_path, monkeypatch, given):
    monkeypatch.setenv("SECRET_KEY", given)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        environment.secret_key(Mode.PRODUCTION, tmp_path)


def test_production_refuses_the_demonstrations_key(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("SECRET_KEY", environment.secret_key(Mode.DEMONSTRATION, tmp_path))
    with pytest.raises(ImproperlyConfigured, match="demonstration's own key"):
        environment.secret_key(Mode.PRODUCTION, tmp_path)


def test_a_mode_that_is_none_is_refused_with_the_choice(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_MODE", "live")
    with pytest.raises(ImproperlyConfigured, match="demonstration or production"):
        environment.mode()


def test_a_councils_colour_must_carry_white_words(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_COUNCIL_COLOUR", "#ffdd00")
    with pytest.raises(ImproperlyConfigured, match="darker"):
        environment.council_colour()
    monkeypatch.setenv("GOLDTHREAD_COUNCIL_COLOUR", "#00703C")
    assert environment.council_colour() == "#00703c"


@pytest.mark.parametrize("found", ["red", "#123", "#12345g", "#123456;}"])
def test_a_councils_colour_must_be_a_colour(monkeypatch, found):
    monkeypatch.setenv("GOLDTHREAD_COUNCIL_COLOUR", found)
    with pytest.raises(ImproperlyConfigured, match="hexadecimal"):
        environment.council_colour()


def test_contrast_is_that_of_the_guidelines():
    assert environment.contrast_with_white("#000000") == pytest.approx(21)
    assert environment.contrast_with_white("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize("found", ["0", "-5", "many"])
def test_a_limit_must_be_a_number_above_nought(monkeypatch, found):
    monkeypatch.setenv("GOLDTHREAD_UPLOAD_LIMIT_MB", found)
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        environment.whole_number("GOLDTHREAD_UPLOAD_LIMIT_MB", 512)


def test_a_flag_must_be_yes_or_no(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_DEBUG", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="yes or no"):
        environment.flag("GOLDTHREAD_DEBUG")
    monkeypatch.setenv("GOLDTHREAD_DEBUG", "Yes")
    assert environment.flag("GOLDTHREAD_DEBUG") is True


@pytest.mark.parametrize("url", ["oakshire", "mongodb://here", "postgres://host:port/name"])
def test_an_address_that_names_no_database_is_refused_with_one_that_would(tmp_path, monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="postgres://user"):
        environment.database(tmp_path)


def test_an_empty_address_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "")
    assert environment.database(tmp_path)["NAME"] == str(tmp_path / "goldthread.sqlite3")


def test_an_earlier_key_is_named_whole(monkeypatch):
    monkeypatch.setenv("SECRET_KEY_BEFORE", "a" * 60 + "," + "b" * 60)
    assert environment.earlier_keys() == ["a" * 60, "b" * 60]
    monkeypatch.setenv("SECRET_KEY_BEFORE", "a" * 60 + ",b")
    with pytest.raises(ImproperlyConfigured, match="names 1 keys"):
        environment.earlier_keys()
