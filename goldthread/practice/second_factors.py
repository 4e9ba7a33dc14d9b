"""Second factors that somebody lost: taken away within the deed that lets them in anew, and never unseen."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from goldthread.practice.notices.telling import tell
from goldthread.practice.security import write_down
from goldthread.record.models import Account


def take_away_what_is_lost(account: Account, by: Account | None) -> None:
    """App, passkeys and recovery codes go; its owner and the directors are told by whom. by: None for a command on the server.

    Whoever can take a second factor away could come in as somebody else.
    """
    Authenticator.objects.filter(user=account).delete()
    write_down("factor-removed", account=account, about="lost")
    who = by.shown_name if by else "A command on the server"
    words = f"{who} took away the second factor of the account {account.username}, as lost, and its password."
    for each in {account, *Account.objects.filter(role="director", is_active=True)}:
        tell(to=each, what="factor-lost", words=words)
