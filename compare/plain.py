"""Nouns as plain values that JSON can hold, and back again.

A dataclass becomes the list of its fields in their order, an amount its digits. Nothing says of
what kind a value is: who reads it back must know, and gets an error where it does not fit.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Maker = Callable[[Any], Any]


def flatten(value: Any) -> Any:
    """Make a noun, or a tuple of them, plain.

    >>> from compare.model import Span
    >>> flatten((Span(3, 5), None))
    [[3, 5], None]
    """
    if is_dataclass(value):
        return [flatten(getattr(value, name)) for name in _list_fields(value.__class__)]
    if isinstance(value, tuple):
        return [flatten(part) for part in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, Enum) else value


def restore(kind: type[T], value: Any) -> T:
    """Make a noun of plain values, or raise `ValueError` where they are not its own.

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
    makers: list[Maker] = []

    def make(value: Any) -> Any:
        if not makers:  # found when first asked for: a section holds sections
            hints: Mapping[str, Any] = get_type_hints(kind)
            makers.extend(_find_maker(hints[name]) for name in names)
        return kind(*(maker(part) for maker, part in zip(makers, value, strict=True)))

    return make


def _make_tuple_maker(arguments: tuple[Any, ...]) -> Maker:
    if arguments[-1:] == (...,):
        each = _find_maker(arguments[0])
        return lambda value: tuple([each(part) for part in _check(list, value)])
    makers = [_find_maker(argument) for argument in arguments]
    return lambda value: tuple([maker(part) for maker, part in zip(makers, value, strict=True)])
