"""Which goals and sections of one report answer to which of another, and why."""

from compare.alignment.encoder import Encoder
from compare.alignment.goals import align_texts, link_goals, list_texts
from compare.alignment.sections import link_sections
from compare.alignment.titles import count_titles

__all__ = ["Encoder", "align_texts", "count_titles", "link_goals", "link_sections", "list_texts"]
