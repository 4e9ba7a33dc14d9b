"""Which worker or team a file speaks of: a worker by registration, else by name within one kind of source; a team by name."""

from __future__ import annotations

import re
from typing import Any

from goldthread.exchange.reading import Row
from goldthread.record.models import Source, Team, Worker


def normalised(*names: str) -> str:
    """A name as it is compared: lower case, single spaces, no full stops."""
    return re.sub(r"[\s.]+", " ", " ".join(names)).strip().casefold()


class StaffFinder:
    """Finds or makes workers and teams of one source. ``changed`` holds those whose columns a row of their source changed."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._loaded = False
        self._registered: dict[str, Worker] = {}
        self._named: dict[str, Worker] = {}
        self._teams: dict[str, Team] = {}
        self._nameless: list[Worker] = []
        self.made: dict[str, set[int]] = {"workers": set(), "teams": set()}
        self.changed: dict[int, Worker] = {}
        self.met: dict[str, set[int]] = {}

    def find(self, row: Row, values: dict[str, Any]) -> int:
        """The key of the worker or team that a row names; ``values`` are the row's, complete and normalised."""
        self._load()
        return self._team(values) if row.table == "teams" else self._worker(values)

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        for worker in Worker.unwithdrawn.select_related("source").order_by("-pk"):
            own_kind = worker.source is not None and worker.source.kind == self._source.kind
            if worker.registration:
                self._registered[worker.registration.casefold()] = worker
            name = normalised(worker.given_name, worker.family_name)
            if name and own_kind:
                self._named[name] = worker
            if not name and not worker.registration and worker.source_id == self._source.pk:
                self._nameless.insert(0, worker)
        self._teams = {normalised(team.name): team for team in Team.unwithdrawn.order_by("-pk")}

    def _team(self, values: dict[str, Any]) -> int:
        name = normalised(values["name"])
        if name not in self._teams:
            [self._teams[name]] = Team.objects.bulk_create([Team(source=self._source, **values)])
            self.made["teams"].add(self._teams[name].pk)
        self.met.setdefault("teams", set()).add(self._teams[name].pk)
        return self._teams[name].pk

    def _worker(self, values: dict[str, Any]) -> int:
        registration = values["registration"].casefold()
        name = normalised(values["given_name"], values["family_name"])
        if registration:
            worker = self._registered.get(registration)
        elif name:
            worker = self._named.get(name)
        else:
            worker = self._same(values)
        if worker is None:
            [worker] = Worker.objects.bulk_create([Worker(source=self._source, **values)])
            self.made["workers"].add(worker.pk)
        else:
            self._fill(worker, values)
        if registration:
            self._registered[registration] = worker
        if name:
            self._named.setdefault(name, worker)
        self.met.setdefault("workers", set()).add(worker.pk)
        return worker.pk

    def _same(self, values: dict[str, Any]) -> Worker | None:
        """A worker of this source without number and name of whom all else is the same, each taken once."""
        for position, worker in enumerate(self._nameless):
            if all(getattr(worker, column) == value for column, value in values.items()):
                return self._nameless.pop(position)
        return None

    def _fill(self, worker: Worker, values: dict[str, Any]) -> None:
        own = worker.source_id == self._source.pk
        for column, value in values.items():
            here = getattr(worker, column)
            if value not in (None, "") and here != value and (own or here in (None, "")):
                setattr(worker, column, value)
                if worker.pk not in self.made["workers"]:
                    self.changed[worker.pk] = worker
