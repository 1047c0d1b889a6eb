"""Compares the speed of word segmenters on one file and prints a Markdown table."""

import argparse
import operator
import os
import statistics
from pathlib import Path

import engines
from engines import Engine, Run

BASE = "rjieba"
NOTES = """
- MB/s: 10⁶ bytes of UTF-8 a second, the median of {rounds} runs; of each run the best of {passes}
  passes counts. The runs alternate, and the ratio is the median of the ratios within each turn.
- Every engine uses one thread, {pinned}.
- Every engine is given the same {lines} lines ({bytes} bytes) one by one, but for the row that says
  “whole file”. Reading, decoding, set-up and loading of dictionaries are not counted.
- Not quite the same work: zimu starts from UTF-8 and gives byte offsets and a kind for every
  segment; PyICU starts from Python strings and gives UTF-16 offsets alone; rjieba and jieba start
  from Python strings and give new Python strings. The peers' time includes the calls from Python.
- Tokens: all segments, spaces and punctuation among them. The engines have different dictionaries
  and rules, so their numbers differ; zimu and PyICU are the same if they run the same ICU.
"""


def main() -> None:
    options = parse()
    pinned = hold_to_one_core()
    lines = [line for line in options.file.read_bytes().split(b"\n") if line]
    if not lines:
        raise SystemExit(f"{options.file} has no text")
    size = sum(map(len, lines))
    passes = options.passes or max(3, 500_000 // size)
    ready, skipped = set_up(options, [line.decode(errors="replace") for line in lines])
    print_table(size, measure(ready, options.rounds, passes))
    print(NOTES.format(
        rounds=options.rounds, passes=passes, lines=len(lines), bytes=size,
        pinned="pinned to one core" if pinned else "which this system cannot pin").rstrip())
    for name, reason in skipped.items():
        print(f"- Skipped: {name}: {reason}")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("driver", help="the zimu-peer program")
    parser.add_argument("file", type=Path, help="UTF-8 text, a cue a line")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each engine")
    parser.add_argument("--passes", type=int, help="passes a run; by default by the file's size")
    parser.add_argument("--skipped", type=Path, help="packages not installed: name, tab, reason")
    return parser.parse_args()


def hold_to_one_core() -> bool:
    """Pins this process and its children where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return True


def set_up(
    options: argparse.Namespace, lines: list[str]
) -> tuple[list[Engine], dict[str, str]]:
    """Sets up and warms every engine whose package is there; names the others, and why not."""
    ready = [engines.zimu(options.driver, str(options.file))]
    skipped = noted(options.skipped)
    for peer in [engines.pyicu, engines.rjieba, engines.rjieba_whole, engines.jieba]:
        try:
            ready.append(peer(lines))
        except ImportError as error:
            skipped.setdefault(peer.__name__.split("_")[0], str(error))
    for engine in ready:
        engine.run(1)
    return ready, skipped


def noted(path: Path | None) -> dict[str, str]:
    """What could not be installed, and why."""
    lines = path.read_text().splitlines() if path else []
    return dict(line.split("\t", 1) for line in lines)


def measure(ready: list[Engine], rounds: int, passes: int) -> dict[str, list[Run]]:
    """Runs A B C A B C …, so that what disturbs the machine disturbs all alike."""
    runs: dict[str, list[Run]] = {engine.name: [] for engine in ready}
    for _ in range(rounds):
        for engine in ready:
            runs[engine.name].append(engine.run(passes))
    return runs


def print_table(size: int, runs: dict[str, list[Run]]) -> None:
    speeds = {name: [size / run.seconds / 1e6 for run in all] for name, all in runs.items()}
    base = next((all for name, all in speeds.items() if name.startswith(BASE)), None)
    print("| engine | MB/s | lowest–highest | × rjieba | tokens |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, all in speeds.items():
        median, spread = statistics.median(all), f"{min(all):.1f}–{max(all):.1f}"
        tokens = runs[name][-1].tokens
        print(f"| {name} | {median:.1f} | {spread} | {ratio(all, base)} | {tokens:,} |")


def ratio(speeds: list[float], base: list[float] | None) -> str:
    """The median of the ratios within each turn: what slows a whole turn cancels out."""
    if not base:
        return "–"
    return f"{statistics.median(map(operator.truediv, speeds, base)):.2f}"


if __name__ == "__main__":
    main()
