"""Compares the speed of engines of one kind on one file and prints a Markdown table."""

import argparse
import operator
import os
import statistics
from pathlib import Path

import conversion
import segmentation
from engines import Comparison, Engine, Run

COMPARISONS = {"segmentation": segmentation.COMPARISON, "conversion": conversion.COMPARISON}
NOTES = """
- MB/s: 10⁶ bytes of UTF-8 a second, the median of {rounds} runs; of each run the best of {passes}
  passes counts. The runs alternate, and the ratio is the median of the ratios within each turn.
- Every engine uses one thread, {pinned}.
- Every engine works on the same {lines} lines. Their {bytes} bytes count, newlines do not. Reading,
  decoding, set-up and loading of dictionaries are not measured."""


def main() -> None:
    options = parse()
    comparison = COMPARISONS[options.comparison]
    pinned = hold_to_one_core()
    lines = [line for line in options.file.read_bytes().split(b"\n") if line]
    if not lines:
        raise SystemExit(f"{options.file} has no text")
    size = sum(map(len, lines))
    passes = options.passes or max(3, comparison.volume // size)
    texts = [line.decode(errors="replace") for line in lines]
    ready, skipped = set_up(comparison, options, texts)
    print_table(comparison, size, ready, measure(ready, options.rounds, passes))
    print(NOTES.format(
        rounds=options.rounds, passes=passes, lines=len(lines), bytes=size,
        pinned="pinned to one core" if pinned else "which this system cannot pin"), end="")
    print(comparison.notes)
    for name, reason in skipped.items():
        print(f"- Skipped: {name}: {reason}")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("comparison", choices=COMPARISONS)
    parser.add_argument("driver", help="the zimu-peer program")
    parser.add_argument("file", type=Path, help="UTF-8 text, a cue a line")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each engine")
    parser.add_argument("--passes", type=int, help="passes a run; by default by the file's size")
    parser.add_argument("--skipped", type=Path, help="packages not installed: name, tab, reason")
    return parser.parse_args()


def hold_to_one_core() -> bool:
    """Holds engines to one thread; pins this process and its children where the system can."""
    os.environ["RAYON_NUM_THREADS"] = "1"
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return True


def set_up(
    comparison: Comparison, options: argparse.Namespace, lines: list[str]
) -> tuple[list[Engine], dict[str, str]]:
    """Sets up and warms every engine whose package is there; names the others, and why not."""
    ready = [engine(options.driver, str(options.file)) for engine in comparison.zimu]
    skipped = noted(options.skipped)
    for package, peer in comparison.peers:
        try:
            ready.append(peer(lines))
        except ImportError as error:
            skipped.setdefault(package, str(error))
    for engine in ready:
        engine.run(1)
    return ready, skipped


def noted(path: Path | None) -> dict[str, str]:
    """What could not be installed, and why."""
    lines = path.read_text().splitlines() if path else []
    return dict(line.split("\t", 1) for line in lines)


def measure(ready: list[Engine], rounds: int, passes: int) -> list[list[Run]]:
    """Runs A B C A B C …, so that what disturbs the machine disturbs all alike.

    Returns each engine's runs, in the engines' order.
    """
    turns = [[engine.run(passes) for engine in ready] for _ in range(rounds)]
    return [list(runs) for runs in zip(*turns)]


def print_table(
    comparison: Comparison, size: int, ready: list[Engine], runs: list[list[Run]]
) -> None:
    speeds = [[size / run.seconds / 1e6 for run in all] for all in runs]
    bases = [all for engine, all in zip(ready, speeds) if engine.is_base]
    base = [max(turn) for turn in zip(*bases)]
    print(f"| engine | MB/s | lowest–highest | × {comparison.base} | {comparison.count} |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for engine, all, last in zip(ready, speeds, [all[-1] for all in runs]):
        median, spread = statistics.median(all), f"{min(all):.1f}–{max(all):.1f}"
        print(f"| {engine.name} | {median:.1f} | {spread} | {ratio(all, base)} | {last.count:,} |")


def ratio(speeds: list[float], base: list[float]) -> str:
    """The median of the ratios within each turn: what slows a whole turn cancels out."""
    if not base:
        return "–"
    return f"{statistics.median(map(operator.truediv, speeds, base)):.2f}"


if __name__ == "__main__":
    main()
