"""Puts tables that were measured together into RESULTS.md, and their claims of speed into the READMEs.

Each table is a Markdown file of its own in a folder: segmentation, segmentation-short, conversion, reading, indexing,
queries, reports, scale. What is missing keeps its last table in RESULTS.md.
"""

import argparse
import datetime
import platform
import re
import subprocess
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECTIONS = {
    "segmentation": "Word segmentation, long lines",
    "segmentation-short": "Word segmentation, the samples' short lines",
    "conversion": "Conversion",
    "reading": "Reading",
    "indexing": "Indexing",
    "queries": "Queries",
    "reports": "A first report",
    "scale": "Scale",
    "profile": "Where the time goes, and targets that were missed",
}
BEGIN, END = "<!-- {} -->", "<!-- /{} -->"


def main() -> None:
    options = parse()
    results = ROOT / "Benchmarks" / "RESULTS.md"
    old = results.read_text(encoding="utf-8") if results.exists() else ""
    stamp = f"{datetime.date.today().isoformat()}; {machine()}; {version(options.zimu)}"
    texts = {name: read(options.folder, name, old, stamp) for name in SECTIONS}
    results.write_text(page(texts), encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(with_claims(readme.read_text(encoding="utf-8"), texts), encoding="utf-8")
    readme = ROOT / "README.zh-CN.md"
    readme.write_text(with_chinese_claims(readme.read_text(encoding="utf-8"), texts), encoding="utf-8")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zimu", help="the command that was measured")
    parser.add_argument("folder", type=Path, help="with tables such as scale.md")
    return parser.parse_args()


def read(folder: Path, name: str, old: str, stamp: str) -> str:
    """A table that was measured now, with when, where and what; or else the last one."""
    file = folder / f"{name}.md"
    if file.exists():
        text = file.read_text(encoding="utf-8").strip()
        return text if name == "profile" else f"Measured {stamp}.\n\n{text}"
    return between(old, name) or ""


def between(text: str, name: str) -> str | None:
    begin, end = BEGIN.format(name), END.format(name)
    if begin not in text:
        return None
    return text.split(begin, 1)[1].split(end, 1)[0].strip()


def version(zimu: str) -> str:
    return subprocess.run(
        [zimu, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def page(texts: dict[str, str]) -> str:
    parts = [
        "# Results",
        "`Benchmarks/Results/run` writes this file. Each table is one run: compare numbers only within a table. "
        "The notes below a table say what is measured and what differs between the programs. Each peer is used in "
        "its fastest way, and its set-up is not counted.",
        "![seconds per megabyte of text, by number of episodes](Results/scale.svg)"
        if (ROOT / "Benchmarks/Results/scale.svg").exists() else "",
    ]
    for name, title in SECTIONS.items():
        if texts[name]:
            parts.append(f"## {title}\n\n{BEGIN.format(name)}\n\n{texts[name]}\n\n{END.format(name)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def machine() -> str:
    """Processor, cores, memory, system."""
    name, memory = platform.processor() or platform.machine(), ""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        name = next(line.split(":", 1)[1].strip() for line in lines if "model name" in line)
        cores = sum(line.startswith("processor") for line in lines)
        kilobytes = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1])
        memory = f", {cores} cores, {kilobytes / 2**20:.0f} GB"
    except (OSError, StopIteration, TypeError):
        pass
    return f"{name}{memory}, {platform.system()}"


# MARK: The README's claims


def cells(table: str, row: str, needed: int = 4) -> dict[str, str]:
    """The cells of the first row whose first cell begins so, by the names of their columns.

    A row without a number in one of the `needed` first cells gives none.
    """
    lines = [line for line in table.splitlines() if line.startswith("|")]
    if not lines:
        return {}
    split = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    found = next((line for line in split[2:] if line[0].startswith(row)), None)
    if not found or "–" in found[:needed]:
        return {}
    return dict(zip(split[0], found))


def claims(texts: dict[str, str]) -> dict[str, str]:
    """Sentences by the names of their marks; those whose numbers are missing are left out."""
    made = {}
    for name, make in (
        ("speed-words", words), ("speed-spellings", spellings), ("speed-queries", queries),
        ("speed-reports", reports), ("speed-indexing", indexing), ("speed-scale", scale),
    ):
        try:
            made[name] = make(texts)
        except (AttributeError, KeyError, IndexError, StopIteration):
            continue
    return made


def words(texts: dict[str, str]) -> str:
    long, short = (cells(texts[name], "zimu") for name in ("segmentation", "segmentation-short"))
    names = [name for name in long if name.startswith("×")]
    return (
        f"**Segmentation** cue by cue was {long[names[0]]} times (long lines) and {short[names[0]]} times (short lines) "
        f"as fast as ICU called from C. It was {long[names[1]]} and {short[names[1]]} times as fast as rjieba in its "
        "fastest use.")


def spellings(texts: dict[str, str]) -> str:
    row = cells(texts["conversion"], "zimu search form")
    ratio = next(value for name, value in row.items() if name.startswith("×"))
    return (
        f"**Search form**: blocks of cues were folded {ratio} times as fast as by the fastest of OpenCC, zhconv-rs and "
        "opencc-fmmseg.")


def indexing(texts: dict[str, str]) -> str:
    row = cells(texts["indexing"], "zimu, one core")
    return (
        f"**Indexing**, from files to a synced index, read {row['MB/s']} MB per second. That was {row['× peer']} times "
        f"as fast as jieba-rs with tantivy. The size of the index was {row['index ÷ text']} times that of the text.")


def queries(texts: dict[str, str]) -> str:
    rows = [cells(texts["queries"], name) for name in ("a AND b", "a OR b", "phrase")]
    rows.append(cells(texts["queries"], "text of 3", needed=3))
    times = [row["search p50"] for row in rows]
    top = [row["top 10 p50"] for row in rows[:3]]
    ratios = [row["× tantivy"] for row in rows[:3]]
    return (
        f"**Searches** of 1,000 generated episodes: the median of `TranscriptIndex.search`, with hits, cues and exact "
        f"totals, was {times[0]} µs for two words joined by AND, {times[1]} µs by OR, {times[2]} µs for a phrase of two "
        f"words, and {times[3]} µs for a text of three to eight characters. The ten best episodes alone, without totals, "
        f"took {top[0]}, {top[1]} and {top[2]} µs for the words. That was {ratios[0]}, {ratios[1]} and {ratios[2]} times "
        "as fast as tantivy over the same words.")


def reports(texts: dict[str, str]) -> str:
    files, size = re.search(r"([\d,]+) files, ([\d,]+) bytes", texts["reports"]).groups()
    megabytes = int(size.replace(",", "")) / 1e6
    words, both = (cells(texts["reports"], f"zimu, `--units {units}`") for units in ("words", "both"))
    return (
        f"**A first report** on {files} files ({megabytes:.0f} MB), from files to table, took {words['s']} s with "
        f"`--units words`. That was {words['× peer']} times as fast as OpenCC, rjieba and Counter. With phrases it took "
        f"{both['s']} s, {both['× peer']} times as fast.")


def scale(texts: dict[str, str]) -> str:
    row = cells(texts["scale"], "10,000")
    return (
        f"**Scale**: for 10,000 generated episodes ({row['MB']} MB), finding phrases the first time took "
        f"{row['phrases s']} s. After that, `zimu terms` took {row['terms s']} s and the keywords of every episode "
        f"{row['keywords s']} s.")


def with_claims(readme: str, texts: dict[str, str]) -> str:
    for name, text in claims(texts).items():
        readme = replaced(readme, name, wrapped(text))
    return readme


def with_chinese_claims(readme: str, texts: dict[str, str]) -> str:
    """The Chinese README with its list of speeds; the old list if a number is missing."""
    try:
        return replaced(readme, "speed-zh", chinese_claims(texts))
    except (AttributeError, KeyError, IndexError, StopIteration):
        return readme


def replaced(readme: str, name: str, text: str) -> str:
    """The README with `text` between the marks of `name`."""
    if between(readme, name) is None:
        return readme
    head, rest = readme.split(BEGIN.format(name), 1)
    tail = rest.split(END.format(name), 1)[1]
    return f"{head}{BEGIN.format(name)}\n{text}\n{END.format(name)}{tail}"


def chinese_claims(texts: dict[str, str]) -> str:
    index = cells(texts["indexing"], "zimu, one core")
    rows = [cells(texts["queries"], name) for name in ("a AND b", "a OR b", "phrase")]
    text = cells(texts["queries"], "text of 3", needed=3)
    files = re.search(r"([\d,]+) files", texts["reports"])[1]
    words, both = (cells(texts["reports"], f"zimu, `--units {units}`") for units in ("words", "both"))
    large = cells(texts["scale"], "10,000")
    long, short = (cells(texts[name], "zimu") for name in ("segmentation", "segmentation-short"))
    icu, rjieba = [name for name in long if name.startswith("×")]
    form = cells(texts["conversion"], "zimu search form")["× fastest peer"]
    times = "、".join(f"{row['search p50']} µs" for row in rows)
    top = "、".join(f"{row['top 10 p50']} µs" for row in rows)
    ratios = "、".join(row["× tantivy"] for row in rows)
    return "\n".join([
        f"- **建立索引**：每秒 {index['MB/s']} MB，从读取文件到写盘完成，是 jieba-rs 加 tantivy 的 {index['× peer']} 倍；"
        f"索引大小是文本的 {index['index ÷ text']}。",
        f"- **查询**：在 1,000 集生成语料中，`TranscriptIndex.search`（含命中的字幕和精确总数）的 AND、OR 和双词短语查询"
        f"的中位数为 {times}，三到八个字的文本查询为 {text['search p50']} µs；只取得分最高的十集、不计总数时，"
        f"词语查询为 {top}，速度分别是 tantivy 的 {ratios} 倍。",
        f"- **第一张词频表**：{files} 个文件，只统计词用时 {words['s']} s，是 OpenCC 加 rjieba 和 Counter 的 "
        f"{words['× peer']} 倍；包括短语用时 {both['s']} s，是 {both['× peer']} 倍。",
        f"- **规模**：10,000 集生成语料（{large['MB']} MB），首次发现短语用时 {large['phrases s']} s；此后 `zimu terms` 用时 "
        f"{large['terms s']} s，统计每一集的关键词用时 {large['keywords s']} s。",
        f"- **分词**：逐条字幕分词，速度是 C 语言调用 ICU 的 {long[icu]} 倍（长行）和 {short[icu]} 倍（短行），"
        f"是 rjieba 最快用法的 {long[rjieba]} 倍和 {short[rjieba]} 倍。",
        f"- **检索形式**：成块转换时，速度是 OpenCC、zhconv-rs 和 opencc-fmmseg 中最快者的 {form} 倍。",
    ])


def wrapped(text: str) -> str:
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    main()
