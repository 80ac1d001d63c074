"""What many years say beyond their neighbours: lines of goals, and what else goes by year."""

from compare.timeline.building import build_timeline
from compare.timeline.pairs import compare_pairs

__all__ = ["build_timeline", "compare_pairs"]
