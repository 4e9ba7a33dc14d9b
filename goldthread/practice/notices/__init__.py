"""What people are told in the product, before things are late, and by one e-mail a day that names no child."""

from .kinds import KINDS, Kind
from .morning import tell_this_morning, tell_what_is_due_soon
from .seeing import notices_of, role_and_unread, unread_of
from .telling import mark_notices_read, open_notice, tell

__all__ = [
    "KINDS",
    "Kind",
    "mark_notices_read",
    "notices_of",
    "open_notice",
    "role_and_unread",
    "tell",
    "tell_this_morning",
    "tell_what_is_due_soon",
    "unread_of",
]
