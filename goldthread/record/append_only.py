"""Rows that may be added and never changed or deleted."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class AppendOnly(TypeError):
    """Something tried to change or delete what may only be added to."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that can be read and added, in bulk as one by one."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly(f"Rows of {self.model._meta.verbose_name_plural} are never changed; add others.")

    def delete(self) -> NoReturn:
        raise AppendOnly(f"Rows of {self.model._meta.verbose_name_plural} are never deleted.")


class AppendOnlyModel(models.Model):
    """Base of logs. Saving a kept row again, updating or deleting raises AppendOnly."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(f"A row of {self._meta.verbose_name_plural} is never changed; add another.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly(f"A row of {self._meta.verbose_name_plural} is never deleted.")
