"""Time a comparison of two reports as users meet it: the whole process, beside a peer.

Absolute times drift on a shared machine; the ratios are taken round by round and are what counts.
"""

import argparse
import importlib.util
import statistics
import sys
import tempfile
from pathlib import Path

from processes import Runner, find_ratio, run_in_turn

PEER = Path(__file__).with_name("redlines_words.py")
MEBIBYTE = 1 << 20

# ours, what it is measured against, the ratio we allow ourselves
BARS = (("diff to HTML", "redlines on words", 1.0), ("--help", "import click", 2.0))
PEAK_BAR = 200


def list_runners(old: Path, new: Path, folder: Path) -> list[Runner]:
    """List the commands to run in turn; without redlines, ours alone."""
    python = sys.executable
    ours = [python, "-m", "compare", "diff", old, new, "-o", folder / "ours.html"]
    runners = [
        Runner("diff to HTML", ours),
        Runner("--help", [python, "-m", "compare", "--help"]),
        Runner("import click", [python, "-c", "import click"]),
        Runner("nothing", [python, "-c", "pass"]),
    ]
    if importlib.util.find_spec("redlines"):
        peer = [python, PEER, old, new, folder / "peer.html"]
        runners.append(Runner("redlines on words", peer))
    else:
        print("redlines is not installed (pip install -e '.[bench]'): no peer to compare with")
    return runners


def show(runners: list[Runner]) -> None:
    """Print medians, then our ratios to the peers by the wall's clock and the processor's."""
    print(f"{'process':20} {'median':>9} {'processor':>11} {'peak':>9}")
    for runner in runners:
        seconds, work = statistics.median(runner.seconds), statistics.median(runner.work)
        peak = runner.peak / MEBIBYTE
        print(f"{runner.name:20} {seconds:7.3f} s {work:9.3f} s {peak:6.0f} MB")
    print()
    by_name = {runner.name: runner for runner in runners}
    for name, peer_name, bar in BARS:
        if peer_name in by_name:
            ours, peer = by_name[name], by_name[peer_name]
            ratio = find_ratio(ours.seconds, peer.seconds)
            work = find_ratio(ours.work, peer.work)
            said = "ok" if ratio <= bar else "OVER"
            print(f"{name} / {peer_name}: {ratio:.2f} (processor {work:.2f}; bar {bar:.1f}) {said}")
    peak = by_name["diff to HTML"].peak / MEBIBYTE
    print(f"peak memory: {peak:.0f} MB (bar {PEAK_BAR}) {'ok' if peak < PEAK_BAR else 'OVER'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    known = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runners = list_runners(known.old, known.new, Path(folder))
        run_in_turn(runners, known.rounds)
    print(f"{known.old} against {known.new}, {known.rounds} rounds")
    show(runners)


if __name__ == "__main__":
    main()
