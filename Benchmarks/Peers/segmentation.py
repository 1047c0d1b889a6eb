"""Word segmentation by Zimu and its peers."""

from importlib.metadata import version

from engines import Comparison, Engine, timed, zimu


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

    return Engine(f"PyICU {icu.VERSION} (ICU {icu.ICU_VERSION})", timed(segment, int))


def rjieba(lines: list[str], title: str = "lines") -> Engine:
    """jieba-rs, without its hidden Markov model for unknown words."""
    from rjieba import cut

    def segment() -> int:
        return sum(len(cut(line, False)) for line in lines)

    name = f"rjieba {version('rjieba')}, {title}"
    return Engine(name, timed(segment, int), is_base=title == "lines")


def rjieba_whole(lines: list[str]) -> Engine:
    """jieba-rs given the whole file in one call, newlines and all."""
    return rjieba(["\n".join(lines)], "whole file")


def jieba(lines: list[str]) -> Engine:
    """jieba in Python, without its hidden Markov model for unknown words."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()

    def segment() -> int:
        return sum(len(tokenizer.lcut(line, HMM=False)) for line in lines)

    return Engine(f"jieba {jieba.__version__}", timed(segment, int))


COMPARISON = Comparison(
    zimu=[zimu("zimu (ICU engine)", "segment")],
    peers=[
        ("PyICU", pyicu), ("rjieba", rjieba), ("rjieba", rjieba_whole), ("jieba", jieba),
    ],
    base="rjieba",
    count="tokens",
    volume=500_000,
    notes="""
- Every engine is given the lines one by one, but for the row that says “whole file”.
- Not quite the same work: zimu starts from UTF-8 and gives byte offsets and a kind for every
  segment; PyICU starts from Python strings and gives UTF-16 offsets alone; rjieba and jieba start
  from Python strings and give new Python strings. The peers' time includes the calls from Python.
- Tokens: all segments, spaces and punctuation among them. The engines have different dictionaries
  and rules, so their numbers differ; zimu and PyICU are the same if they run the same ICU.""")
