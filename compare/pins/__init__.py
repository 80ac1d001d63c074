"""Pins: what a user has decided is kept to in every run, and what is open is asked."""

from compare.pins.asking import Doubt, list_doubts, write_doubts
from compare.pins.parsing import parse_pins
from compare.pins.settling import NO_TIES, Ties, doubt_roles, settle_pins

__all__ = [
    "NO_TIES",
    "Doubt",
    "Ties",
    "doubt_roles",
    "list_doubts",
    "parse_pins",
    "settle_pins",
    "write_doubts",
]
