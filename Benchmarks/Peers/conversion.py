"""Conversion to simplified characters, and to the search form, by Zimu and its peers."""

from importlib import import_module
from importlib.metadata import version
from typing import Callable

from engines import Comparison, Engine, timed, zimu

Convert = Callable[[], str]
BASE = "fastest peer"


def pyicu(lines: list[str]) -> Engine:
    """ICU's transform, driven from Python."""
    import icu

    transform = icu.Transliterator.createInstance("Traditional-Simplified")
    text = whole(lines)
    name = f"PyICU {icu.VERSION} (ICU {icu.ICU_VERSION})"
    return engine(name, lambda: transform.transliterate(text), base=None)


def opencc(lines: list[str]) -> Engine:
    """OpenCC, handed UTF-8 as its module does inside: encoding a string anew takes longer."""
    import opencc

    convert = super(opencc.OpenCC, opencc.OpenCC("t2s")).convert
    text = whole(lines).encode()
    return engine(f"OpenCC {opencc.__version__}", lambda: convert(text, len(text)))


def zhconv(lines: list[str], package: str = "zhconv-rs") -> Engine:
    """zhconv in Rust, with the rules of MediaWiki."""
    convert = import_module(package.replace("-", "_")).zhconv
    text = whole(lines)
    return engine(f"{package} {version(package)}", lambda: convert(text, "zh-hans"))


def zhconv_opencc(lines: list[str]) -> Engine:
    """zhconv in Rust, with the dictionaries of OpenCC besides."""
    return zhconv(lines, "zhconv-rs-opencc")


def fmmseg(lines: list[str]) -> Engine:
    """opencc-fmmseg, in Rust."""
    from opencc_pyo3 import OpenCC

    converter = OpenCC("t2s")
    text = whole(lines)
    name = f"opencc-fmmseg (opencc-pyo3 {version('opencc-pyo3')})"
    return engine(name, lambda: converter.convert(text))


def no_conversion(lines: list[str]) -> Engine:
    """What Python strings cost an engine that works on UTF-8."""
    text = whole(lines)
    return engine("no conversion, UTF-8 and back", lambda: text.encode().decode(), base=None)


def whole(lines: list[str]) -> str:
    """The whole file, as zimu has it in its rows “block”."""
    return "\n".join(lines)


def engine(name: str, convert: Convert, base: str | None = BASE) -> Engine:
    """An engine that gives strings; the bytes in them are counted."""
    return Engine(name, timed(convert, lambda text: len(text.encode())), base)


COMPARISON = Comparison(
    programs=[
        zimu("zimu search form (block)", "fold"),
        zimu("zimu search form (cues)", "fold", "cues"),
        zimu("zimu simplified (block)", "simplify"),
    ],
    peers=[
        ("PyICU", pyicu), ("OpenCC", opencc), ("zhconv-rs", zhconv),
        ("zhconv-rs-opencc", zhconv_opencc), ("opencc-pyo3", fmmseg),
        ("Python", no_conversion),
    ],
    bases=[BASE],
    count="bytes out",
    volume=5_000_000,
    notes="""
- Every engine gets all lines in one call, with newlines. In the row “cues” each line is one call. Line
  by line, no peer was faster beyond the noise.
- The fastest peer is, in each turn, the fastest of OpenCC, zhconv-rs (both dictionaries) and
  opencc-fmmseg.
- The work differs: zimu's search form also folds case and normalises (NFKC). It converts character
  by character, without rules for phrases. Both of zimu's forms keep a map of offsets back to the
  text. The peers give no offsets and do not change case and width.
- OpenCC, zhconv-rs and opencc-fmmseg have dictionaries of characters and phrases. zimu simplified and
  PyICU apply the rules of ICU's transform, some of them for phrases.
- zimu converts UTF-8 to UTF-8, OpenCC UTF-8 to a Python string, and the others Python strings to Python
  strings. The peers' time includes these conversions. The last row shows how fast strings alone become
  UTF-8 and strings again. No call of the Rust peers takes UTF-8.
- Bytes out are bytes of UTF-8, with newlines except for “cues”. The texts differ because the
  dictionaries differ. zimu simplified and PyICU are the same if they use the same ICU.""")
