"""Office files that a password locks, opened with msoffcrypto-tool where it is installed."""

import io
import re
from collections.abc import Iterator

from compare.errors import Damaged, Encrypted, MissingPackage
from compare.readers.sources import Source

OLE = b"\xd0\xcf\x11\xe0"  # the container of old Word, and of what is locked in new Word
PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD = re.compile(rb"\xec\xa5[\x00-\xff]{8}([\x00-\xff]{2})")  # how old Word's text begins
_SECTOR = 512  # bytes: the parts of the container begin at multiples of it
_LOCKED = 0x0100  # the flag that old Word sets


def is_locked(data: bytes) -> bool:
    """Tell whether an Office file opens with a password only."""
    if not data.startswith(OLE):
        return False
    return PACKAGE in data or any(flags & _LOCKED for flags in _find_flags(data))


def _find_flags(data: bytes) -> Iterator[int]:
    """Yield the flags of each place that begins as old Word's text does."""
    for match in _WORD.finditer(data):
        if match.start() % _SECTOR == 0:
            yield int.from_bytes(match[1], "little")


def unlock_office(source: Source) -> bytes:
    """Return the bytes without their lock. Raises `Encrypted`, `MissingPackage` or `Damaged`."""
    if not is_locked(source.data):
        return source.data
    passwords = source.terms.passwords
    if not passwords:
        raise Encrypted(source.name)
    try:
        from msoffcrypto import OfficeFile, exceptions
    except ImportError:
        what = "an Office file with a password"
        raise MissingPackage(source.name, what, "passwords") from None
    for password in passwords:
        opened = io.BytesIO()
        try:
            file = OfficeFile(io.BytesIO(source.data))
            file.load_key(password=password)
            file.decrypt(opened)
        except (exceptions.InvalidKeyError, exceptions.DecryptionError):
            continue
        except Exception:  # the package raises whatever its parsers do
            problem = "locked in a way that is not known; save a copy without a password"
            raise Damaged(source.name, problem) from None
        return opened.getvalue()
    raise Encrypted(source.name, len(passwords))
