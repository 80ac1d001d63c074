"""A file of pins, as JSON or TOML (or YAML, where PyYAML is installed)."""

import json
import tomllib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any

from compare.errors import BadPins
from compare.model import Decision, Pin, Pins, Quote, Role, RolePin

_GOAL_KEYS = {"decision", "old", "new", "now", "score"}  # the last two only inform
_ROLE_KEYS = {"side", "heading", "role"}
_QUOTE_KEYS = {"quote", "line", "section"}  # the section only informs
_SIDES = ("old", "new")


def parse_pins(data: bytes, name: str) -> Pins:
    """Read a file of pins; an empty decision decides nothing.

    Raises `BadPins`, which names the file and the entry at fault.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in LOADERS:
        raise BadPins(name, f"unknown format; known endings are {', '.join(sorted(LOADERS))}")
    try:
        found = LOADERS[ending](data.decode("utf-8-sig"))
    except ImportError:
        raise BadPins(name, "PyYAML is needed for YAML; write the pins as TOML or JSON") from None
    except (ValueError, RecursionError) as error:
        raise BadPins(name, f"not {ending[1:].upper()} in UTF-8 ({error})") from None
    if not isinstance(found, dict) or (strange := found.keys() - {"pins", "roles"}):
        what = f"unknown {', '.join(sorted(map(str, strange)))}" if isinstance(found, dict) else ""
        raise BadPins(name, what or "must hold lists named pins and roles")
    goals = [_Entry(name, "pins", *entry) for entry in _number(found, "pins", name)]
    roles = [_Entry(name, "roles", *entry) for entry in _number(found, "roles", name)]
    return Pins(
        tuple(filter(None, (entry.read_pin() for entry in goals))),
        tuple(filter(None, (entry.read_role() for entry in roles))),
        name,
    )


def _number(found: Mapping[str, Any], key: str, name: str) -> list[tuple[int, Any]]:
    entries = [] if found.get(key) is None else found[key]
    if not isinstance(entries, list):
        raise BadPins(name, f"{key}: must be a list")
    return [*enumerate(entries, 1)]


class _Entry:
    """One entry of a list, which knows how to complain."""

    def __init__(self, name: str, key: str, number: int, table: Any) -> None:
        self._name, self._where = name, f"{key}, entry {number}"
        if not isinstance(table, dict):
            raise self._fault("must be a table")
        self._table = table

    def _fault(self, problem: str) -> BadPins:
        return BadPins(self._name, f"{self._where}: {problem}")

    def read_pin(self) -> Pin | None:
        self._check(self._table, _GOAL_KEYS)
        quotes = [self._read_quote(side) for side in _SIDES]
        decision = self._choose("decision", [*Decision])
        return Pin(Decision(decision), *quotes) if decision else None

    def read_role(self) -> RolePin | None:
        self._check(self._table, _ROLE_KEYS)
        heading, side = self._read_quote("heading"), self._choose("side", _SIDES)
        role = self._choose("role", [*Role])
        if not side:
            raise self._fault("side is missing; it is old or new")
        return RolePin(side, heading, Role(role)) if role else None

    def _check(self, table: Mapping[str, Any], known: set[str]) -> None:
        if strange := sorted(map(str, table.keys() - known)):
            raise self._fault(f"unknown {', '.join(strange)}")

    def _choose(self, key: str, known: "list[Any] | tuple[str, ...]") -> str:
        """Read one word of several, or none."""
        value = self._table.get(key) or ""
        if value and value not in [*map(str, known)]:
            raise self._fault(f"{key} {value!r} is none of {', '.join(map(str, known))}")
        return str(value)

    def _read_quote(self, key: str) -> Quote:
        """Read a quote: its words, or a table of quote and line."""
        value = self._table.get(key)
        table = value if isinstance(value, dict) else {"quote": value}
        self._check(table, _QUOTE_KEYS)
        text, line = table.get("quote"), table.get("line")
        if not (isinstance(text, str) and text.strip()):
            raise self._fault(f"{key} must quote some words")
        if line is not None and not (isinstance(line, int) and line >= 1):
            raise self._fault(f"{key}: line {line!r} is no number from 1")
        return Quote(text, line)


def _load_yaml(text: str) -> Any:
    yaml = import_module("yaml")
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from None


LOADERS: Mapping[str, Callable[[str], Any]] = {
    ".json": json.loads,
    ".toml": tomllib.loads,
    ".yaml": _load_yaml,
    ".yml": _load_yaml,
}
