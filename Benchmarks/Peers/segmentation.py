"""Word segmentation by Zimu and its peers."""

from importlib.metadata import version

from engines import Comparison, Engine, Run, ask, timed, zimu

ICU, RJIEBA = "ICU from C", "rjieba"
PIECE = 64 * 1024  # bytes of UTF-8


def icu(program: str, path: str) -> Engine:
    """ICU's word break iterator, driven from C; a process of its own that times itself."""

    def run(passes: int) -> Run:
        answer = ask([program, path, str(passes)])
        return Run(answer["seconds"], answer["tokens"])

    name = f"ICU {ask([program, path, '1'])['version']} from C (cues)"
    return Engine(name, run, base=ICU, agrees=True)


def pyicu(lines: list[str]) -> Engine:
    """ICU's word break iterator, driven from Python."""
    import icu

    words = icu.BreakIterator.createWordInstance(icu.Locale(""))

    def segment() -> int:
        tokens = 0
        for line in lines:
            words.setText(line)
            tokens += len(list(words))
        return tokens

    return Engine(f"PyICU {icu.VERSION} (ICU {icu.ICU_VERSION}) (cues)", timed(segment, int))


def rjieba(texts: list[str], title: str = "cues") -> Engine:
    """jieba-rs, without its hidden Markov model for unknown words."""
    from rjieba import cut

    def segment() -> int:
        return sum(len(cut(text, False)) for text in texts)

    return Engine(f"rjieba {version('rjieba')} ({title})", timed(segment, int), base=RJIEBA)


def rjieba_pieces(lines: list[str]) -> Engine:
    """jieba-rs given pieces about as long as an episode."""
    return rjieba(pieces(lines), "64 KB")


def rjieba_whole(lines: list[str]) -> Engine:
    """jieba-rs given all lines in one call."""
    return rjieba(["\n".join(lines)], "block")


def pieces(lines: list[str]) -> list[str]:
    """The lines joined by newlines to texts that end as soon as they have `PIECE` bytes."""
    texts, current, size = [], [], 0
    for line in lines:
        current.append(line)
        size += len(line.encode()) + 1
        if size >= PIECE:
            texts.append("\n".join(current))
            current, size = [], 0
    return texts + ["\n".join(current)] if current else texts


def jieba(lines: list[str]) -> Engine:
    """jieba in Python, without its hidden Markov model for unknown words."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()

    def segment() -> int:
        return sum(len(tokenizer.lcut(line, HMM=False)) for line in lines)

    return Engine(f"jieba {jieba.__version__} (cues)", timed(segment, int), most_passes=1)


COMPARISON = Comparison(
    programs=[
        zimu("zimu (cues)", "segment", "cues", agrees=True),
        zimu("zimu (block)", "segment"),
        zimu("zimu, fold and search lexicon (cues)", "segment-search", "cues"),
        zimu("zimu, ICU engine (cues)", "segment-icu", "cues", agrees=True),
        ("icu-peer", icu),
    ],
    peers=[
        ("PyICU", pyicu), ("rjieba", rjieba), ("rjieba", rjieba_pieces), ("rjieba", rjieba_whole),
        ("jieba", jieba),
    ],
    bases=[ICU, RJIEBA],
    count="tokens",
    volume=5_000_000,
    notes="""
- “cues”: each line is one call. “block”: all lines are one call, with newlines. “64 KB”: pieces of this
  size with newlines, about as long as an episode.
- “× rjieba” is relative to the fastest of its three rows in each turn. Only one long string would be
  unfair to rjieba, because it then makes one list of all words. Pieces were faster in every trial.
- zimu and ICU from C do the same work. From UTF-8 they fill arrays with the start, end and kind of each
  segment, in UTF-8 offsets. zimu also gives the number of the word in its lexicon. ICU from C converts
  a line by u_strFromUTF8 and gives it to one iterator by ubrk_setText.
- The row “fold and search lexicon” first folds every line to search form. Its offsets are those of
  the search form.
- Some work differs: PyICU starts from Python strings and gives only UTF-16 offsets. rjieba and jieba
  start from Python strings and give new Python strings. The peers' time includes the calls from
  Python. jieba makes one pass per run.
- Tokens are all segments, with spaces and punctuation; in “block” and “64 KB” also newlines. The
  numbers of rjieba and jieba differ because their dictionaries and rules differ.""",
    setups=[
        ("Set-up: compiling the lexicon", ["compile", "original"]),
        ("Set-up: opening the lexicon from the cache", ["open", "original"]),
        ("Set-up: compiling the search lexicon", ["compile", "search"]),
        ("Set-up: opening the search lexicon from the cache", ["open", "search"]),
    ])
