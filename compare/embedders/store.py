"""A file of vectors by key: SQLite, so that several runs may use it at once."""

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.embedders.nouns import Rows

MOST = 100_000  # vectors; those unused for longest go first. About 90 MB
PATIENCE = 30.0  # seconds to wait for another run to write
TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, row BLOB, used REAL)"


class Store:
    """Vectors in half precision, by key; where the file cannot be used, nothing is kept."""

    def __init__(self, path: Path, most: int = MOST) -> None:
        self.most = most
        self._file = _open(path)

    def read(self, keys: Sequence[bytes]) -> dict[bytes, "Rows"]:
        """Give what is known of these keys, and mark it as used."""
        import numpy as np

        found: dict[bytes, Rows] = {}
        with contextlib.suppress(sqlite3.Error):
            for key in keys:
                ask = self._file.execute("SELECT row FROM vectors WHERE key = ?", (key,))
                for (row,) in ask:
                    found[key] = np.frombuffer(row, "<f2")
            now = time.time()
            self._change("UPDATE vectors SET used = ? WHERE key = ?", ((now, key) for key in found))
        return found

    def write(self, rows: Mapping[bytes, "Rows"]) -> None:
        """Keep vectors, and drop the oldest of too many."""
        now = time.time()
        values = [(key, row.astype("<f2").tobytes(), now) for key, row in rows.items()]
        with contextlib.suppress(sqlite3.Error):
            self._change("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", values)
            (count,) = self._file.execute("SELECT count(*) FROM vectors").fetchone()
            if count > self.most:
                self._change(
                    "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used"
                    " LIMIT ?)",
                    [(count - self.most,)],
                )

    def _change(self, command: str, values: Iterable[tuple[object, ...]]) -> None:
        with self._file:
            self._file.executemany(command, values)


def _open(path: Path) -> sqlite3.Connection:
    """Open a file; one that is no store is begun anew, one that cannot be is kept in memory."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _begin(str(path))
        except sqlite3.OperationalError:  # locked for long, or not to be written
            break
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
        except OSError:
            break
    return _begin(":memory:")


def _begin(place: str) -> sqlite3.Connection:
    file = sqlite3.connect(place, timeout=PATIENCE)
    file.execute(TABLE)
    file.commit()
    return file
