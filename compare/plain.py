"""Nouns as plain text that says nothing of their kinds, and back again.

It is JSON: a dataclass becomes the list of its fields in their order, an amount its digits. Who
reads it back must know of what kind it is, and gets an error where it does not fit.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Maker = Callable[[Any], Any]

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
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
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
    if isinstance(kind, type) and issubclass(kind, Enum | Decimal):
        return kind
    return lambda value: _check(kind, value)


def _check(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r:.40} is no {kind.__name__}")
    return value


def _make_noun_maker(kind: type) -> Maker:
    names = _list_fields(kind)
    makers: list[tuple[type | None, Maker]] = []

    def make(value: Any) -> Any:
        if not makers:  # found when first asked for: a section holds sections
            hints: Mapping[str, Any] = get_type_hints(kind)
            kinds = [hints[name] for name in names]
            makers.extend((one if one in PLAIN else None, _find_maker(one)) for one in kinds)
        return kind(  # most parts are plain, and need no more than a look
            *[
                part if part.__class__ is plain else maker(part)
                for part, (plain, maker) in zip(value, makers, strict=True)
            ]
        )

    return make


def _make_tuple_maker(arguments: tuple[Any, ...]) -> Maker:
    if arguments[-1:] == (...,):
        each = _find_maker(arguments[0])
        return lambda value: tuple([each(part) for part in _check(list, value)])
    makers = [_find_maker(argument) for argument in arguments]
    return lambda value: tuple([maker(part) for maker, part in zip(makers, value, strict=True)])
