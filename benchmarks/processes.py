"""Whole processes timed side by side: in turn, so that a machine that slows down hits all alike."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Runner:
    """A command and what its rounds took.

    ``seconds`` by the clock on the wall, ``work`` by the processor's, which a busy machine blurs
    less; ``peak`` is the largest resident size in bytes.
    """

    name: str
    command: Sequence[object]
    seconds: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    peak: int = 0

    def run(self) -> tuple[float, float]:
        """Run once; return the seconds and the processor's; a failure shows what was said."""
        start = time.perf_counter()
        with subprocess.Popen(
            list(map(str, self.command)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.stderr.buffer.write(errors)
            raise SystemExit(f"{self.name} failed with {process.returncode}")
        kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
        self.peak = max(self.peak, round(kibibytes * 1024))
        return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def run_in_turn(runners: Sequence[Runner], rounds: int) -> None:
    """Run A B C A B C …; the first round warms the disk and is not counted."""
    for number in range(rounds + 1):
        for runner in runners:
            seconds, work = runner.run()
            if number:
                runner.seconds.append(seconds)
                runner.work.append(work)


def find_ratio(ours: Sequence[float], peer: Sequence[float]) -> float:
    """Take the ratio round by round and return the median."""
    return statistics.median(mine / theirs for mine, theirs in zip(ours, peer, strict=True))
