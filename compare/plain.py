"""Nouns as plain text that says nothing of their kinds, and back again.

It is JSON: a dataclass becomes the list of its fields in their order, an amount its digits. Who
reads it back must know of what kind it is, and gets an error where it does not fit.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Maker = Callable[[Any], Any]
Part = tuple[type | None, Maker]  # the class of what needs no making, and what makes all else

PLAIN = (str, int, float, bool)


def write(value: object) -> str:
    """Write a noun, or a tuple of them, as plain text.

    >>> from compare.model import Span
    >>> write((Span(3, 5), None))
    '[[3, 5], null]'
    """
    return json.dumps(value, ensure_ascii=False, check_circular=False, default=_open)


def _open(value: Any) -> Any:
    """Give what JSON does not know in terms of what it knows; called for nothing else."""
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, Enum) else _find_opener(value.__class__)(value)


@cache
def _find_opener(kind: Any) -> Callable[[Any], Any]:
    names = _list_fields(kind)
    return attrgetter(*names) if len(names) > 1 else lambda noun: [getattr(noun, names[0])]


def restore(kind: type[T], value: Any) -> T:
    """Make a noun of what JSON has read, or raise `ValueError` where it is not its own.

    >>> from compare.model import Span
    >>> restore(Span, [3, 5])
    Span(start=3, end=5)
    """
    try:
        made: T = _find_maker(cast("Any", kind))(value)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ValueError(f"not a {kind}: {error}") from error
    return made


@cache
def _list_fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _find_maker(kind: Any) -> Maker:
    """Find out once how values of a kind are made."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _make_noun_maker(kind)
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return _make_tuple_maker(arguments)
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_find_maker(part) for part in arguments if part is not type(None))
        return lambda value: None if value is None else inner(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return kind if kind is Decimal else lambda value: _check(kind, value)


def _check(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r:.40} is no {kind.__name__}")
    return value


def _make_noun_maker(kind: type) -> Maker:
    parts: list[Part] = []

    def make(value: Any) -> Any:
        if not parts:  # found when first asked for: a section holds sections
            hints: Mapping[str, Any] = get_type_hints(kind)
            parts.extend(_find_part(hints[name]) for name in _list_fields(kind))
        return kind(*_make_parts(parts, value))

    return make


def _make_tuple_maker(arguments: tuple[Any, ...]) -> Maker:
    if arguments[-1:] != (...,):
        parts = [_find_part(argument) for argument in arguments]
        return lambda value: tuple(_make_parts(parts, value))
    plain, maker = _find_part(arguments[0])
    if plain is None:
        return lambda value: tuple([maker(part) for part in _check(list, value)])
    return lambda value: tuple(
        [part if part.__class__ is plain else maker(part) for part in _check(list, value)]
    )


def _find_part(kind: Any) -> Part:
    return kind if kind in PLAIN else None, _find_maker(kind)


def _make_parts(parts: Sequence[Part], value: Any) -> list[Any]:
    """Make the parts of a value; most of them are plain, and need no more than a look."""
    return [
        part if part.__class__ is plain else maker(part)
        for part, (plain, maker) in zip(value, parts, strict=True)
    ]
