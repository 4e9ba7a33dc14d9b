"""The daily digest: one e-mail a person and day, with counts and links, and no child's name or number."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from goldthread.practice.moment import LONDON, now
from goldthread.practice.notices.digesting import (
    refused_before,
    take_on,
    was_refused,
    was_sent,
    who_is_waiting,
)
from goldthread.practice.notices.kinds import ALL
from goldthread.record.models import Account, Digest
from goldthread.web.design_system.dates import plural


def send_digests() -> int:
    """Send today's digests, where it is time and something is new; how many the mail server took."""
    if not settings.SENDS_EMAIL or now().astimezone(LONDON).time() < settings.DIGEST_AT:
        return 0
    sent = sum(_send(each, each.account) for each in refused_before())
    for account in who_is_waiting():
        digest = take_on(account)
        if digest is not None:
            sent += _send(digest, account)
    return sent


def message_for(digest: Digest, account: Account) -> EmailMultiAlternatives:
    """The e-mail, in plain text and in simple HTML."""
    total = sum(digest.counts.values())
    context = {
        "lines": [(digest.counts[kind.code], kind.many) for kind in ALL if kind.code in digest.counts],
        "here": settings.ADDRESS + reverse("notices:list"),
        "choose": settings.ADDRESS + reverse("notices:choose"),
        "council": settings.COUNCIL_NAME,
    }
    message = EmailMultiAlternatives(
        subject=f"Goldthread: {plural(total, 'new thing')} for you",
        body=render_to_string("notices/digest_text.jinja", context),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[account.email],
        headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "List-Unsubscribe": f"<{context['choose']}>",
        },
    )
    message.attach_alternative(render_to_string("notices/digest.jinja", context), "text/html")
    return message


def _send(digest: Digest, account: Account) -> int:
    try:
        message_for(digest, account).send()
    except OSError:  # a mail server that does not answer or refuses: smtplib's faults are of these
        was_refused(digest)
        return 0
    was_sent(digest)
    return 1
