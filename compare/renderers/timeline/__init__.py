"""Renderers of many years: each takes a `Timeline` as those above take a `Comparison`."""
