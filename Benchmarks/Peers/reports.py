"""Compares how fast a folder of transcripts in plain text becomes a first table of frequent terms: prints a
Markdown table."""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import Callable

from indexing import hold_to, in_child

TOP = 50
NOTES = """
- Seconds from the files to the table: the median of {rounds} runs in turns A B C A B C …, pinned to one
  core. Ratios are medians of the ratios within each turn. {files} files, {bytes} bytes of UTF-8.
- zimu is measured as two whole processes, `index` to an empty folder and `terms`. The peer's imports and
  the loading of its dictionaries are not measured.
- The work differs: the peer converts each file to simplified characters (OpenCC, t2s) and segments it without
  jieba's hidden Markov model. It counts words and the files that have them, and keeps only the counts.
- zimu writes a synced index with times and speakers. It leaves out numbers, stop words and words composed of
  stop words. The last row also finds phrases."""

Engine = tuple[str, Callable[[], float]]


def main() -> None:
    options = parse()
    files = sorted(path for path in options.folder.rglob("*.txt") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    if not size:
        raise SystemExit(f"{options.folder} has no text files")
    cores = sorted(os.sched_getaffinity(0))[:1] if hasattr(os, "sched_getaffinity") else []
    work = Path(tempfile.mkdtemp())
    engines = set_up(options, files, cores, work)
    turns = [[run() for _, run in engines] for _ in range(options.rounds)]
    print_table(engines, [list(runs) for runs in zip(*turns)], size)
    print(NOTES.format(rounds=options.rounds, files=f"{len(files):,}", bytes=f"{size:,}"))
    shutil.rmtree(work)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zimu", help="the command")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


def set_up(
    options: argparse.Namespace, files: list[Path], cores: list[int], work: Path
) -> list[Engine]:
    engines = []
    try:
        engines.append((
            f"OpenCC {version('OpenCC')} + rjieba {version('rjieba')} + Counter",
            counter(files, cores)))
    except ImportError as error:
        print(f"skipped: {error}\n")
    for units in ("words", "both"):
        engines.append((f"zimu, `--units {units}`", zimu(options, work / "index", cores, units)))
    for _, run in engines:
        run()
    return engines


def counter(files: list[Path], cores: list[int]) -> Callable[[], float]:
    import opencc
    import rjieba

    def report() -> float:
        hold_to(cores)
        converter = opencc.OpenCC("t2s")
        converter.convert("預熱")
        rjieba.cut("预热", False)
        start = time.perf_counter()
        counts, episodes = Counter(), Counter()
        for path in files:
            text = converter.convert(path.read_bytes().decode(errors="replace"))
            words = Counter(rjieba.cut(text, False))
            counts.update(words)
            episodes.update(words.keys())
        top = [(word, count, episodes[word]) for word, count in counts.most_common(TOP)]
        seconds = time.perf_counter() - start
        assert len(top) == TOP
        return seconds

    return lambda: in_child(report)


def zimu(
    options: argparse.Namespace, index: Path, cores: list[int], units: str
) -> Callable[[], float]:
    commands = [
        [options.zimu, "index", "--jobs", "1", "--index", str(index), str(options.folder)],
        [options.zimu, "terms", "--units", units, "--top", str(TOP), "--index", str(index)],
    ]

    def run() -> float:
        shutil.rmtree(index, ignore_errors=True)
        start = time.perf_counter()
        for command in commands:
            subprocess.run(
                command, check=True, stdout=subprocess.DEVNULL, preexec_fn=lambda: hold_to(cores))
        return time.perf_counter() - start

    return run


def print_table(engines: list[Engine], results: list[list[float]], size: int) -> None:
    print("| first table of terms | s | MB/s | × peer |")
    print("| --- | ---: | ---: | ---: |")
    peer = results[0] if "Counter" in engines[0][0] else None
    for (name, _), runs in zip(engines, results):
        seconds = statistics.median(runs)
        times = statistics.median(b / a for a, b in zip(runs, peer)) if peer else None
        print(
            f"| {name} | {seconds:.2f} | {size / seconds / 1e6:.1f} |"
            f" {'–' if times is None else f'{times:.2f}'} |")


if __name__ == "__main__":
    main()
