"""Compares how fast a folder of transcripts in plain text becomes a durable index: prints a Markdown
table."""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
import traceback
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Callable

MEMORY = 256 << 20
NOTES = """
- MB/s is 10⁶ bytes of the files per second: the median of {rounds} runs in turns A B C A B C …. Ratios are
  medians of the ratios within each turn. A run goes from the first byte of a file to an index that is
  committed and synced.
- {files} files, {bytes} bytes of UTF-8. “One core” means pinned to one core. Every engine may use 256 MB.
- zimu is measured as a whole process, with its start and end. The peer's imports and the loading of its
  dictionary are not measured.
- The work differs: zimu parses cues and speakers. It folds script, case and width into one form, stores
  what follows each word, and its index can be updated. The peer segments each file as it is, without
  jieba's hidden Markov model, and stores the text and the positions of words.
- SQLite's trigrams need no words. They cannot find texts of fewer than three characters.
- Opening the index of {files} files in a new process took {opening:.2f} ms, all of it in the library's `open`."""


@dataclass
class Result:
    seconds: float
    size: int  # bytes of the index


def main() -> None:
    options = parse()
    files = sorted(path for path in options.folder.rglob("*.txt") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    if not size:
        raise SystemExit(f"{options.folder} has no text files")
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    work = Path(tempfile.mkdtemp())
    engines = set_up(options, files, cores, work)
    results = measure(engines, options.rounds)
    print_table(engines, results, size)
    # The last run of the first engine left its index.
    opening = min(open_index(options.driver, work / "zimu") for _ in range(9))
    print(NOTES.format(
        rounds=options.rounds, files=f"{len(files):,}", bytes=f"{size:,}", opening=opening * 1e3))
    shutil.rmtree(work)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zimu", help="the command")
    parser.add_argument("driver", help="zimu-peer")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


Engine = tuple[str, Callable[[], Result]]


def set_up(
    options: argparse.Namespace, files: list[Path], cores: list[int], work: Path
) -> list[Engine]:
    engines = [("zimu, one core", zimu(options, work / "zimu", cores[:1], jobs=1))]
    try:
        engines.append((
            f"rjieba {version('rjieba')} + tantivy {version('tantivy')}, one core",
            tantivy(files, work / "tantivy", cores[:1])))
    except ImportError as error:
        print(f"skipped: {error}\n")
    try:
        engines.append((
            f"rjieba {version('rjieba')} + SQLite {sqlite3.sqlite_version} FTS5, one core",
            sqlite(files, work / "fts5", cores[:1], words=True)))
    except ImportError as error:
        print(f"skipped: {error}\n")
    engines.append((
        f"SQLite {sqlite3.sqlite_version} FTS5, trigrams, one core",
        sqlite(files, work / "trigrams", cores[:1], words=False)))
    if len(cores) > 1:
        engines.append(("zimu, two cores", zimu(options, work / "zimu-2", cores[:2], jobs=2)))
    for _, run in engines:
        run()
    return engines


def zimu(
    options: argparse.Namespace, index: Path, cores: list[int], jobs: int
) -> Callable[[], Result]:
    command = [
        options.zimu, "index", "--jobs", str(jobs), "--memory", "256M", "--index", str(index),
        str(options.folder)]

    def run() -> Result:
        shutil.rmtree(index, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL,
            preexec_fn=lambda: hold_to(cores))
        return Result(time.perf_counter() - start, size_of(index))

    return run


def tantivy(files: list[Path], index: Path, cores: list[int]) -> Callable[[], Result]:
    """jieba-rs and tantivy, in a process of their own for each run, so that they can be pinned."""
    import rjieba
    import tantivy

    def schema() -> tantivy.Schema:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("path", stored=True, tokenizer_name="raw")
        builder.add_text_field(
            "words", stored=False, tokenizer_name="whitespace", index_option="position")
        builder.add_bytes_field("text", stored=True)
        return builder.build()

    def build() -> float:
        hold_to(cores)
        index.mkdir(parents=True)
        rjieba.cut("预热", False)
        start = time.perf_counter()
        writer = tantivy.Index(schema(), path=str(index)).writer(
            heap_size=MEMORY, num_threads=1)
        for path in files:
            data = path.read_bytes()
            document = tantivy.Document()
            document.add_text("path", str(path))
            document.add_text(
                "words", " ".join(rjieba.cut(data.decode(errors="replace"), False)))
            document.add_bytes("text", data)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return time.perf_counter() - start

    def run() -> Result:
        shutil.rmtree(index, ignore_errors=True)
        return Result(in_child(build), size_of(index))

    return run


def sqlite(
    files: list[Path], index: Path, cores: list[int], words: bool
) -> Callable[[], Result]:
    """Full-text search of SQLite, over jieba-rs's words or over trigrams of the text, in one transaction."""
    if words:
        import rjieba

    def build() -> float:
        hold_to(cores)
        index.mkdir(parents=True)
        if words:
            rjieba.cut("预热", False)
        start = time.perf_counter()
        base = sqlite3.connect(index / "base")
        base.execute(f"PRAGMA cache_size = -{MEMORY >> 10}")
        columns = "path UNINDEXED, text UNINDEXED, words" if words else "path UNINDEXED, text"
        tokenizer = "unicode61" if words else "trigram"
        base.execute(f"CREATE VIRTUAL TABLE episodes USING fts5({columns}, tokenize='{tokenizer}')")
        for path in files:
            text = path.read_bytes().decode(errors="replace")
            row = [str(path), text] + ([" ".join(rjieba.cut(text, False))] if words else [])
            base.execute(f"INSERT INTO episodes VALUES ({', '.join('?' * len(row))})", row)
        base.commit()
        base.close()
        return time.perf_counter() - start

    def run() -> Result:
        shutil.rmtree(index, ignore_errors=True)
        return Result(in_child(build), size_of(index))

    return run


def in_child(work: Callable[[], float]) -> float:
    """What some work gives in a process of its own."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            os.write(writing, json.dumps(work()).encode())
            os._exit(0)
        except BaseException:  # or the child would go on as the parent
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    if os.waitstatus_to_exitcode(os.wait()[1]) != 0:
        raise SystemExit("a peer failed")
    return json.loads(answer)


def hold_to(cores: list[int]) -> None:
    if cores:
        os.sched_setaffinity(0, cores)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(engines: list[Engine], rounds: int) -> list[list[Result]]:
    turns = [[run() for _, run in engines] for _ in range(rounds)]
    return [list(runs) for runs in zip(*turns)]


def print_table(engines: list[Engine], results: list[list[Result]], size: int) -> None:
    print("| engine | MB/s | lowest–highest | × peer | × zimu on one core | index ÷ text |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    peer = next((runs for (name, _), runs in zip(engines, results) if "tantivy" in name), None)
    for (name, _), runs in zip(engines, results):
        speeds = [size / run.seconds / 1e6 for run in runs]
        print(
            f"| {name} | {statistics.median(speeds):.1f} | {min(speeds):.1f}–{max(speeds):.1f} |"
            f" {ratio(runs, peer)} | {ratio(runs, results[0])} | {runs[-1].size / size:.3f} |")


def ratio(runs: list[Result], base: list[Result] | None) -> str:
    """How many times as fast, the median of the ratios within each turn."""
    if not base:
        return "–"
    return f"{statistics.median(b.seconds / a.seconds for a, b in zip(runs, base)):.2f}"


def open_index(driver: str, index: Path) -> float:
    """Seconds that opening takes in a new process."""
    answer = subprocess.run(
        [driver, "open-index", str(index)], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)["seconds"]


if __name__ == "__main__":
    main()
