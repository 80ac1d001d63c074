"""Zip archives, opened with distrust: what unpacks to too much is refused while unpacking."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from compare.errors import Damaged, Encrypted, TooLarge

PART_LIMIT = 40_000_000  # bytes that one part may unpack to; a report of 300 pages has 3,000,000
ENTRY_LIMIT = 10_000  # entries of an archive

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    IndexError,  # an entry without a name
)


class Archive:
    """The parts of a zip archive, each read whole or not at all."""

    def __init__(self, data: bytes, name: str, passwords: Sequence[str] = ()) -> None:
        self._name, self._passwords = name, passwords
        with self._guard():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = tuple(info.filename for info in self._zip.infolist() if not info.is_dir())
        if len(self.names) > ENTRY_LIMIT:
            raise TooLarge(name, len(self.names), ENTRY_LIMIT, "entries")

    def __contains__(self, part: str) -> bool:
        return part in self.names

    def read(self, part: str, limit: int = PART_LIMIT) -> bytes:
        """Unpack a part. Raises `Damaged`, `Encrypted` or `TooLarge`."""
        with self._guard():
            data = self._unpack(part, limit + 1)
        if len(data) > limit:
            raise TooLarge(f"{self._name} ({part})", len(data), limit, "bytes or more, unpacked")
        return data

    def _unpack(self, part: str, most: int) -> bytes:
        for password in self._passwords:  # which are not looked at where none is needed
            with (
                suppress(RuntimeError, zipfile.BadZipFile, zlib.error),
                self._zip.open(part, pwd=password.encode()) as stream,
            ):
                return stream.read(most)
        with self._zip.open(part) as stream:
            return stream.read(most)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except _FAULTS:
            problem = "the archive is broken or cut off; fetch the file again"
            raise Damaged(self._name, problem) from None
        except KeyError as error:
            raise Damaged(self._name, f"a part of it is missing: {error}") from None
        except NotImplementedError:
            raise Damaged(
                self._name, "packed in a way that is not known; pack it as plain zip"
            ) from None
        except RuntimeError:  # what zipfile raises for an entry that needs a password
            raise Encrypted(self._name, len(self._passwords)) from None
