"""Compares the speed of engines of one kind on one file and prints a Markdown table."""

import argparse
import operator
import os
import statistics
from pathlib import Path
from subprocess import CalledProcessError

import conversion
import segmentation
from engines import Comparison, Engine, Run, ask

COMPARISONS = {"segmentation": segmentation.COMPARISON, "conversion": conversion.COMPARISON}
NOTES = """
- MB/s is 10⁶ bytes of UTF-8 per second: the median of {rounds} runs, each the best of {passes} passes. The
  engines take turns. A ratio is the median of the ratios within each turn.
- Every engine uses one thread, {pinned}.
- Every engine works on the same {lines} lines. Their {bytes} bytes count; newlines do not. Reading,
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
    runs = measure(ready, options.rounds, passes)
    print_table(comparison, size, ready, runs)
    print(NOTES.format(
        rounds=options.rounds, passes=passes, lines=len(lines), bytes=size,
        pinned="pinned to one core" if pinned else "which this system cannot pin"), end="")
    print(comparison.notes)
    print_agreement(comparison, ready, runs)
    print_setups(comparison, options)
    for name, reason in skipped.items():
        print(f"- Skipped: {name}: {reason}")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("comparison", choices=COMPARISONS)
    parser.add_argument("driver", help="the zimu-peer program")
    parser.add_argument("file", type=Path, help="UTF-8 text, a cue a line")
    parser.add_argument("--icu", help="the icu-peer program, made of icu.c")
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
    skipped = noted(options.skipped)
    paths = {"zimu-peer": options.driver, "icu-peer": options.icu}
    ready = []
    for program, engine in comparison.programs:
        if not (path := paths[program]):
            skipped.setdefault(program, "not given")
            continue
        try:
            ready.append(engine(path, str(options.file)))
        except CalledProcessError:
            skipped[program] = "cannot work on this file (is it UTF-8?)"
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
    turns = [
        [engine.run(min(passes, engine.most_passes or passes)) for engine in ready]
        for _ in range(rounds)
    ]
    return [list(runs) for runs in zip(*turns)]


def print_table(
    comparison: Comparison, size: int, ready: list[Engine], runs: list[list[Run]]
) -> None:
    speeds = [[size / run.seconds / 1e6 for run in all] for all in runs]
    bases = [fastest(base, ready, speeds) for base in comparison.bases]
    titles = "".join(f" × {base} |" for base in comparison.bases)
    print(f"| engine | MB/s | lowest–highest |{titles} {comparison.count} |")
    print(f"| --- | ---: | ---: |{' ---: |' * len(bases)} ---: |")
    for engine, all, last in zip(ready, speeds, [all[-1] for all in runs]):
        median, spread = statistics.median(all), f"{min(all):.1f}–{max(all):.1f}"
        ratios = "".join(f" {ratio(all, base)} |" for base in bases)
        print(f"| {engine.name} | {median:.1f} | {spread} |{ratios} {last.count:,} |")


def fastest(base: str, ready: list[Engine], speeds: list[list[float]]) -> list[float]:
    """Of each turn the speed of the fastest engine of a base; empty if none is ready."""
    return [max(turn) for turn in zip(*(
        all for engine, all in zip(ready, speeds) if engine.base == base))]


def ratio(speeds: list[float], base: list[float]) -> str:
    """The median of the ratios within each turn: what slows a whole turn cancels out."""
    if not base:
        return "–"
    return f"{statistics.median(map(operator.truediv, speeds, base)):.2f}"


def print_agreement(
    comparison: Comparison, ready: list[Engine], runs: list[list[Run]]
) -> None:
    """Tells whether the engines that must count alike do, in all runs."""
    counts = {
        engine.name: {run.count for run in all}
        for engine, all in zip(ready, runs) if engine.agrees
    }
    if len(counts) < 2:
        return
    names, found = ", ".join(counts), sorted(set().union(*counts.values()))
    if len(found) == 1:
        print(f"- The same number of {comparison.count}, {found[0]:,}: {names}.")
    else:
        print(f"- NOT the same number of {comparison.count}, though it should be: {names}.")


def print_setups(comparison: Comparison, options: argparse.Namespace) -> None:
    """What setting up takes, each time in a new process; the first one may fill a cache."""
    for what, arguments in comparison.setups:
        command = [options.driver, *arguments]
        ask(command)
        times = [ask(command)["seconds"] * 1e3 for _ in range(options.rounds)]
        median, spread = statistics.median(times), f"{min(times):.1f}–{max(times):.1f}"
        print(f"- {what}, once in a new process: {median:.1f} ms ({spread}).")


if __name__ == "__main__":
    main()
