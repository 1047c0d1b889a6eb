"""Exports the samples in each format, has other programs read them, and compares.

usage: check.py ZIMU CORPUS

Prints one line per program. The exit status is 1 when something differs.
"""

import csv
import html
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode not in (0, 2):
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()}")
    return done.stdout


class Exports:
    """What Zimu exports of an index."""

    def __init__(self, zimu, corpus, folder):
        self.zimu, self.folder, self.index = zimu, folder, folder / "index"
        run(zimu, "index", "--index", self.index, "-g", "2024*", corpus)

    def path(self, name):
        """Returns the path of an export, which is made when it is first asked for."""
        path = self.folder / name
        if not path.exists():
            run(self.zimu, "export", "--index", self.index, "--format", name, "--output", path)
        return path

    def cues(self):
        """Returns the cues with times of each file of JSON, by the stem of its name."""
        files = sorted(self.path("json").glob("*.json"))
        cues = {file.stem: json.loads(file.read_text())["cues"] for file in files}
        timed = {name: [cue for cue in cues if cue["start_ms"] is not None] for name, cues in cues.items()}
        return {name: cues for name, cues in timed.items() if cues}

    def tokens(self):
        """Returns the columns of each document of the vertical text."""
        documents = []
        for line in self.path("vertical").read_text().splitlines():
            if line.startswith("<doc"):
                documents.append([])
            elif not line.startswith("<"):
                documents[-1].append([html.unescape(field) for field in line.split("\t")])
        return documents


def scipy(exports):
    """The matrix has the counts of the words in the vertical text."""
    mmread = importlib.import_module("scipy.io").mmread
    folder = exports.path("matrix-market")
    matrix = mmread(folder / "matrix.mtx").tocsc()
    terms = (folder / "terms.txt").read_text().splitlines()
    rows = list(csv.DictReader((folder / "episodes.csv").open(newline="")))
    documents = exports.tokens()
    assert matrix.shape == (len(terms), len(rows)) == (len(terms), len(documents))
    for column, document in enumerate(documents):
        counts = {}
        for _, key, kind, _, _ in document:
            if kind not in ("symbol", "other"):
                counts[key] = counts.get(key, 0) + 1
        found = matrix[:, [column]].tocoo()
        assert {terms[row]: int(count) for row, count in zip(found.row, found.data)} == counts
        assert matrix[:, [column]].sum() == int(rows[column]["words"])
    return f"{matrix.shape[0]} × {matrix.shape[1]}, {matrix.nnz} values"


def conllu(exports):
    """Forms, lemmas and offsets are those of the vertical text, and stand in the text of the sentence."""
    parse = importlib.import_module("conllu").parse_incr
    tokens = []
    for sentence in parse(exports.path("conllu").open()):
        text = sentence.metadata["text"].encode()
        for token in sentence:
            start, end = int(token["misc"]["StartByte"]), int(token["misc"]["EndByte"])
            assert text[start:end].decode() == token["form"]
            tokens.append([token["form"], token["lemma"], token["xpos"], str(start), str(end)])
    assert tokens == [token for document in exports.tokens() for token in document]
    return f"{len(tokens)} tokens"


def srt(exports):
    """Times are those of the cues; texts too, with the speaker in front."""
    parse = importlib.import_module("srt").parse
    count = 0
    for name, cues in exports.cues().items():
        found = list(parse((exports.path("srt") / f"{name}.srt").read_text()))
        assert len(found) == len(cues)
        for subtitle, cue in zip(found, cues):
            assert round(subtitle.start.total_seconds() * 1000) == cue["start_ms"]
            assert round(subtitle.end.total_seconds() * 1000) == (cue["end_ms"] or cue["start_ms"] + 2000)
            prefix = f"{cue['speaker']}: " if cue["speaker"] else ""
            assert html.unescape(subtitle.content) in (prefix + cue["text"], f"<v {cue['speaker']}>{cue['text']}")
            count += 1
    return f"{count} cues"


def webvtt(exports):
    """Times, texts and voices are those of the cues."""
    read = importlib.import_module("webvtt").read
    count = 0
    for name, cues in exports.cues().items():
        found = read(exports.path("vtt") / f"{name}.vtt").captions
        assert len(found) == len(cues)
        for caption, cue in zip(found, cues):
            hours, minutes, seconds = caption.start.split(":")
            start = (int(hours) * 60 + int(minutes)) * 60000 + round(float(seconds) * 1000)
            assert start == cue["start_ms"] and html.unescape(caption.text) == cue["text"]
            assert (caption.voice or None) == cue["speaker"]
            count += 1
    return f"{count} cues"


def cwb(exports):
    """The corpus has the columns of the vertical text."""
    data, registry = exports.folder / "data", exports.folder / "registry"
    data.mkdir()
    registry.mkdir()
    attributes = [option for name in ("key", "kind", "start", "end") for option in ("-P", name)]
    run(
        "cwb-encode", "-d", data, "-R", registry / "zimu", "-f", exports.path("vertical"), "-c", "utf8", "-xsB",
        *attributes, "-S", "doc:0+id+episode+title+show+date+url", "-S", "s:0+n+start+end+speaker")
    run("cwb-makeall", "-r", registry, "ZIMU")
    lines = run("cwb-decode", "-r", registry, "-C", "ZIMU", "-P", "word", *attributes).splitlines()
    expected = [token for document in exports.tokens() for token in document]
    assert [line.split("\t") for line in lines] == expected
    return f"{len(lines)} tokens"


def is_there(check):
    if check is cwb:
        return shutil.which("cwb-encode") is not None
    return importlib.util.find_spec(check.__name__) is not None


def main():
    zimu, corpus = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        exports = Exports(zimu, corpus, pathlib.Path(folder))
        for check in (scipy, conllu, srt, webvtt, cwb):
            if not is_there(check):
                print(f"not tried  {check.__name__}: it is not installed")
                continue
            try:
                print(f"same       {check.__name__}: {check(exports)}")
            except (AssertionError, RuntimeError) as error:
                failures += 1
                print(f"DIFFERENT  {check.__name__}: {error!r}")
    sys.exit(1 if failures else 0)


main()
