"""Measures how cost grows with the number of generated episodes: prints a Markdown table and writes a
chart."""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

SIZES = (10, 100, 1_000, 10_000)
NOTES = """
- The episodes are generated in the style of meetings, with seed 1. Each row contains the episodes of the row before.
  Each row is one run on one core. Small times are mostly the start of a process.
- Indexing is a whole process, from files to a synced commit, with `--memory 256M`. Memory is the peak resident memory,
  with mapped files. Opening is the library's `open` in a new process, the shortest of nine times.
- Query times are medians of 200 queries in one process: `TranscriptIndex.search` with its defaults, hits and totals
  included, for two words joined by AND, and for texts of three to eight characters.
- Reports are whole processes: `terms --units words`, `phrases` the first time, `terms` with these phrases stored,
  `keywords --by episode --top 10`.
- “grows” is the cost per megabyte in the last row, divided by the cost per megabyte in the row of 100 episodes."""

Row = dict[str, float]


def main() -> None:
    options = parse()
    work = Path(options.folder or tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    rows = []
    for size in options.sizes:
        generate(options, work, size)
        if cores:
            os.sched_setaffinity(0, cores[:1])
        rows.append(measure(options, work, size))
        if cores:
            os.sched_setaffinity(0, cores)
    print_table(rows)
    print(NOTES)
    if options.chart:
        options.chart.write_text(chart(rows), encoding="utf-8")
    if not options.folder:
        shutil.rmtree(work)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zimu", help="the command")
    parser.add_argument("driver", help="zimu-peer")
    parser.add_argument("generator", help="zimu-generate")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")],
                        default=list(SIZES), help="episodes, such as 10,100")
    parser.add_argument("--folder", help="where transcripts are kept between runs")
    parser.add_argument("--chart", type=Path, help="an SVG file to write")
    return parser.parse_args()


def generate(options: argparse.Namespace, work: Path, size: int) -> None:
    """Transcripts of a row, unless they are there already."""
    talks, part = work / f"talks-{size}", work / f"part-{size}"
    if not talks.exists():
        shutil.rmtree(part, ignore_errors=True)
        subprocess.run(
            [options.generator, "--episodes", str(size), "--seed", "1", str(part)],
            check=True, stdout=subprocess.DEVNULL)
        part.rename(talks)


def measure(options: argparse.Namespace, work: Path, size: int) -> Row:
    talks, index = work / f"talks-{size}", work / f"index-{size}"
    shutil.rmtree(index, ignore_errors=True)
    row: Row = {"episodes": size, "bytes": size_of(talks)}
    row["seconds"], row["memory"] = timed(
        [options.zimu, "index", "--jobs", "1", "--memory", "256M", "--index", index, talks])
    row["size"] = size_of(index)
    row["open"] = min(
        ask([options.driver, "open-index", index])[0]["seconds"] for _ in range(9))
    queries = ask([options.driver, "queries", index, "3", "1"])
    for name, kind in (("and", "and"), ("text", "text 3-8")):
        row[name] = statistics.median(query["us"] for query in queries if query["kind"] == kind)
    command = [options.zimu]
    for name, arguments in (
        ("words", ["terms", "--units", "words"]), ("phrases", ["phrases", "--evidence", "0"]),
        ("terms", ["terms"]), ("keywords", ["keywords", "--by", "episode", "--top", "10"]),
    ):
        row[name], _ = timed(command + arguments + ["--index", index])
    shutil.rmtree(index)
    return row


def timed(command: list) -> tuple[float, float]:
    """Seconds of a process, and the megabytes that were resident at most."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[1]} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def ask(command: list) -> list[dict]:
    output = subprocess.run(
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def print_table(rows: list[Row]) -> None:
    print(
        "| episodes | MB | indexing MB/s | memory MB | index ÷ text | open ms | AND µs | text µs | words s |"
        " phrases s | terms s | keywords s |")
    print("|" + " ---: |" * 12)
    for row in rows:
        print(
            f"| {row['episodes']:,} | {row['bytes'] / 1e6:.1f} |"
            f" {row['bytes'] / row['seconds'] / 1e6:.1f} | {row['memory']:.0f} |"
            f" {row['size'] / row['bytes']:.3f} | {row['open'] * 1e3:.2f} | {row['and']:.0f} |"
            f" {row['text']:.0f} | {row['words']:.2f} | {row['phrases']:.2f} | {row['terms']:.2f} |"
            f" {row['keywords']:.2f} |")
    base = next((row for row in rows if row["episodes"] == 100), rows[0])
    last = rows[-1]
    growth = [
        f"{last[name] / last['bytes'] / (base[name] / base['bytes']):.2f}"
        for name in ("seconds", "phrases", "keywords")]
    print(
        f"| grows | | {growth[0]} | | | | | | | {growth[1]} | | {growth[2]} |")


def chart(rows: list[Row]) -> str:
    """Seconds for each megabyte of text, both axes by powers of ten."""
    series = {"indexing": "seconds", "phrases": "phrases", "keywords": "keywords", "words": "words"}
    colours = ("#2b6cb0", "#c05621", "#2f855a", "#6b46c1")
    width, height, left, bottom = 640, 320, 60, 40
    points = {
        name: [(row["episodes"], row[key] / row["bytes"] * 1e6) for row in rows]
        for name, key in series.items()}
    values = [value for line in points.values() for _, value in line]
    x_low, x_high = math.log10(rows[0]["episodes"]), math.log10(rows[-1]["episodes"])
    y_low, y_high = int(math.log10(min(values)) - 1), int(math.log10(max(values)) + 1)

    def place(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - x_low) / max(1e-9, x_high - x_low) * (width - left - 120)
        up = (math.log10(y) - y_low) / max(1, y_high - y_low) * (height - bottom - 20)
        return left + across, height - bottom - up

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{left}" y="14">seconds for a megabyte of text</text>']
    for power in range(y_low, y_high + 1):
        _, y = place(rows[0]["episodes"], 10.0 ** power)
        parts.append(
            f'<path d="M{left} {y:.1f}H{width - 120}" stroke="#ddd"/>'
            f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0 ** power:g}</text>')
    for row in rows:
        x, _ = place(row["episodes"], 10.0 ** y_low)
        parts.append(
            f'<text x="{x:.1f}" y="{height - bottom + 18}" text-anchor="middle">'
            f'{row["episodes"]:,}</text>')
    parts.append(f'<text x="{left}" y="{height - 6}">episodes</text>')
    labels: list[float] = []
    for (name, line), colour in zip(points.items(), colours):
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in line))
        x, y = place(*line[-1])
        while any(abs(y - label) < 13 for label in labels):
            y += 1
        labels.append(y)
        parts.append(
            f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>'
            f'<text x="{x + 6:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join(parts) + "\n</svg>\n"


if __name__ == "__main__":
    main()
