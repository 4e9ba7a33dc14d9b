"""Who gets a digest today and of what: each is taken on by one process only, and told of each notice once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from goldthread.practice.moment import now, today
from goldthread.practice.notices.seeing import notices_of
from goldthread.record.models import Account, Digest, Notice

MOST_TRIES = 3
TRY_AGAIN = timedelta(minutes=10)
NO_OLDER = timedelta(days=7)
"""What was told longer ago than this is not news, such as after a month without a mail server."""


def who_is_waiting() -> list[Account]:
    """Who has something new to be told by e-mail, an address to tell it to, and no digest of today: in one query."""
    had = Digest.objects.filter(account=OuterRef("pk"), day=today())
    found = Account.objects.filter(~Exists(had), Exists(_new(account=OuterRef("pk"))), is_active=True)
    return list(found.exclude(email="").order_by("pk"))


def take_on(account: Account) -> Digest | None:
    """Count what is new to somebody and mark it as sent; None where another process has, or it was read meanwhile.

    Marked before it is sent: where the process dies between, the e-mail is lost and the notices stay in the product.
    """
    try:
        with transaction.atomic():
            seen = _new(account=account, pk__in=notices_of(account).values("pk")).order_by()
            counts = Counter(seen.values_list("kind", flat=True))
            if not counts:
                return None
            digest = Digest.objects.create(account=account, day=today(), counts=dict(counts))
            _new(account=account).update(digest_sent_at=timezone.now())
            return digest
    except IntegrityError:
        return None


def refused_before() -> Iterable[Digest]:
    """Today's digests that the mail server refused, each taken on again by one process, three times at most."""
    waiting = Digest.objects.filter(
        day=today(), sent_at__isnull=True, failed_at__lt=timezone.now() - TRY_AGAIN, tries__lt=MOST_TRIES
    )
    for each in waiting.select_related("account").order_by("pk"):
        mine = Digest.objects.filter(pk=each.pk, failed_at=each.failed_at)
        if mine.update(failed_at=None, tries=each.tries + 1):
            each.tries += 1
            yield each


def was_sent(digest: Digest) -> None:
    """Note that the mail server took it."""
    Digest.objects.filter(pk=digest.pk).update(sent_at=timezone.now())


def was_refused(digest: Digest) -> None:
    """Note that the mail server refused it, so that it is tried again."""
    Digest.objects.filter(pk=digest.pk).update(failed_at=timezone.now())


def _new(**of: object) -> QuerySet[Notice]:
    return Notice.objects.filter(
        in_digest=True, digest_sent_at__isnull=True, read_at__isnull=True, at__gte=now() - NO_OLDER, **of
    )
