"""What is kept so that the database alone does not give it away: encrypted under a key made of `SECRET_KEY`.

The keys there were before, `SECRET_KEY_FALLBACKS`, still open what was sealed under them. A purpose, such as "draft of 12", is
part of the key: what was sealed for one is not opened for another.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(words: str, *, purpose: str) -> str:
    """The words, encrypted and signed."""
    return _box(purpose).encrypt(words.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str | None:
    """The words again; None when they were sealed for another purpose, under another key, or altered."""
    try:
        return _box(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def _box(purpose: str) -> MultiFernet:
    """Seals under the key of today, and opens under that or an earlier one."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([_under(key, purpose) for key in keys])


def _under(key: str, purpose: str) -> Fernet:
    made = HKDF(algorithm=SHA256(), length=32, salt=b"goldthread", info=purpose.encode())
    return Fernet(base64.urlsafe_b64encode(made.derive(key.encode())))
