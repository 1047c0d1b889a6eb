"""Compares how long queries of an index take: prints a Markdown table."""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

# SQLite takes some minutes for more.
MOST_FOR_SQLITE = 20_000_000
KINDS = {"and": "a AND b", "or": "a OR b", "phrase": "phrase of two words"}
TEXTS = {"text 1-2": "text of 1–2 characters", "text 3-8": "text of 3–8 characters"}
NOTES = """
- Times are in microseconds, the shortest of {rounds} rounds for each query; × compares medians. The queries are drawn from
  the index at random, with a fixed seed. A third of their words has a document frequency below 1 %, a third up to 10 %, a
  third above.
- {episodes} episodes, {words} words, one core. All engines have the same words in the same order.
- “search” is `TranscriptIndex.search` with its defaults, from the text of the query to the result: the 20 best hits, with
  their cues, times and matches, and the exact totals of occurrences and episodes.
- “top 10” is only the ten best episodes with scores, without totals and without parsing. The peers give the same, and ×
  compares with it.
- An empty call into the peer from Python takes {empty:.1f} µs, which the peer's times include.
- The work differs: a phrase in zimu does not continue across punctuation or the end of a turn. Its score uses the
  episodes of the phrase; tantivy adds up the scores of the words. SQLite's table is in memory, without the texts. zimu and
  tantivy use mapped files."""


def main() -> None:
    options = parse()
    core = sorted(os.sched_getaffinity(0))[0]
    os.sched_setaffinity(0, {core})
    queries = measure_zimu(options)
    work = Path(tempfile.mkdtemp())
    try:
        peer = Peer(options, work)
        theirs = {f"tantivy {version('tantivy')}": best(peer, queries, options.rounds)}
        if peer.words <= MOST_FOR_SQLITE:
            base = SQLite(options)
            theirs[f"SQLite {sqlite3.sqlite_version} FTS5"] = best(base, queries, options.rounds)
        print_table(queries, theirs)
        print(NOTES.format(
            rounds=options.rounds, episodes=f"{peer.episodes:,}", words=f"{peer.words:,}",
            empty=peer.empty_call()))
    except ImportError as error:
        print(f"The peer is left out: {error}\n")
        print_table(queries, {})
    finally:
        shutil.rmtree(work)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("driver", help="zimu-peer")
    parser.add_argument("index", help="an index of zimu's")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def best(peer: "Peer | SQLite", queries: list[dict], rounds: int) -> list[float]:
    """Of each query the least of some rounds."""
    times = [[peer.time(query) for query in queries] for _ in range(rounds)]
    return [min(column) for column in zip(*times)]


def measure_zimu(options: argparse.Namespace) -> list[dict]:
    output = subprocess.run(
        [options.driver, "queries", options.index, str(options.rounds), str(options.seed)],
        check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


class Peer:
    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        import tantivy

        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(
            "words", stored=False, tokenizer_name="whitespace", index_option="position")
        self.schema = builder.build()
        index = tantivy.Index(self.schema, path=str(folder))
        writer = index.writer(heap_size=1 << 30, num_threads=1)
        self.episodes = self.words = 0
        with subprocess.Popen(
            [options.driver, "words", options.index], stdout=subprocess.PIPE, text=True,
            encoding="utf-8") as process:
            for line in process.stdout:
                writer.add_document(tantivy.Document(words=line))
                self.episodes += 1
                self.words += line.count(" ") + 1
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def time(self, query: dict) -> float:
        if query["kind"] not in KINDS:
            return 0
        parsed = self.query(query)
        start = time.perf_counter()
        self.searcher.search(parsed, 10, count=False)
        return (time.perf_counter() - start) * 1e6

    def query(self, query: dict) -> object:
        kinds, make = self.tantivy.Occur, self.tantivy.Query
        if query["kind"] == "phrase":
            return make.phrase_query(self.schema, "words", query["words"])
        occur = kinds.Must if query["kind"] == "and" else kinds.Should
        return make.boolean_query(
            [(occur, make.term_query(self.schema, "words", word)) for word in query["words"]])

    def empty_call(self) -> float:
        empty = self.tantivy.Query.empty_query()
        times = []
        for _ in range(1_000):
            start = time.perf_counter()
            self.searcher.search(empty, 10, count=False)
            times.append(time.perf_counter() - start)
        return statistics.median(times) * 1e6


class SQLite:
    """The same words in a full-text table without their texts, in memory."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute(
            "CREATE VIRTUAL TABLE episodes USING fts5(words, content='', tokenize=\"unicode61 categories 'L* N* M* P* S* C*'\")")
        with subprocess.Popen(
            [options.driver, "words", options.index], stdout=subprocess.PIPE, text=True,
            encoding="utf-8") as process:
            for number, line in enumerate(process.stdout, 1):
                self.base.execute("INSERT INTO episodes(rowid, words) VALUES (?, ?)", (number, line))
        self.base.execute("INSERT INTO episodes(episodes) VALUES ('optimize')")
        self.base.commit()

    def time(self, query: dict) -> float:
        if query["kind"] not in KINDS:
            return 0
        words = ['"' + word.replace('"', '""') + '"' for word in query["words"]]
        if query["kind"] == "phrase":
            text = '"' + " ".join(query["words"]).replace('"', '""') + '"'
        else:
            text = (" AND " if query["kind"] == "and" else " OR ").join(words)
        start = time.perf_counter()
        self.base.execute(
            "SELECT rowid, rank FROM episodes WHERE episodes MATCH ? ORDER BY rank LIMIT 10",
            (text,)).fetchall()
        return (time.perf_counter() - start) * 1e6


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def print_table(queries: list[dict], theirs: dict[str, list[float]]) -> None:
    heads = "".join(
        f" {name} p50 | {name.split()[0]} p99 | × {name.split()[0]} |" for name in theirs)
    print(f"| queries | search p50 | search p99 | top 10 p50 | top 10 p99 |{heads}")
    print("| --- | ---: | ---: | ---: | ---: |" + " ---: | ---: | ---: |" * len(theirs))
    for kind, name in (KINDS | TEXTS).items():
        numbers = [number for number, query in enumerate(queries) if query["kind"] == kind]
        search, mine = ([queries[number][name] for number in numbers] for name in ("us", "top_us"))
        cells = [
            f"{percentile(times, share):,.0f}" for times in (search, mine) for share in (0.5, 0.99)]
        for times in theirs.values():
            other = [times[number] for number in numbers]
            middle = percentile(other, 0.5)
            cells += [
                f"{middle:,.0f}", f"{percentile(other, 0.99):,.0f}",
                f"{middle / percentile(mine, 0.5):.2f}"] if kind in KINDS else ["–"] * 3
        print(f"| {name}, {len(mine)} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
