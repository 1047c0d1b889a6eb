"""What office programs and libraries for tables write."""

import csv
import json

from sample import CUES, Cue, expected, sample, until_next

LINES = expected(CUES)


def clock(ms):
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d}"


def whole_seconds(ms):
    return ms // 1000 * 1000


def turns():
    """The cues of an export that has whole seconds and no ends."""
    return until_next(expected(CUES, start=whole_seconds))


@sample("python-docx", "feishu")
def _(folder):
    import docx

    document = docx.Document()
    document.add_heading("咖啡例会", 0)
    document.add_paragraph("2024年11月30日 下午 3:00|12分钟 5秒")
    document.add_paragraph("关键词:")
    document.add_paragraph("咖啡、水温")
    document.add_paragraph("文字记录:")
    for cue in LINES:
        document.add_paragraph(f"{cue.speaker} {clock(cue.start_ms)}")
        document.add_paragraph(cue.text)
        document.add_paragraph()
    document.save(folder / "sample.docx")
    return turns()


@sample("python-docx", "tingwu")
def _(folder):
    import docx

    document = docx.Document()
    for number, cue in enumerate(LINES):
        document.add_paragraph(f"发言人{number % 2 + 1}   {clock(cue.start_ms)[3:]}")
        # Formatting and spelling marks cut a paragraph into runs.
        paragraph = document.add_paragraph()
        paragraph.add_run(cue.text[:3]).bold = True
        paragraph.add_run(cue.text[3:])
    document.save(folder / "sample.docx")
    return [Cue(c.start_ms, c.end_ms, f"发言人{number % 2 + 1}", c.text) for number, c in enumerate(turns())]


@sample("python-docx", "teams")
def _(folder):
    import docx

    document = docx.Document()
    document.add_paragraph("咖啡例会-20241130_150000-Meeting Recording")
    document.add_paragraph("November 30, 2024, 7:00AM")
    document.add_paragraph("16s")
    for cue in CUES:
        paragraph = document.add_paragraph()
        paragraph.add_run(cue.speaker).bold = True
        paragraph.add_run(f"   {cue.start_ms // 60000}:{cue.start_ms // 1000 % 60:02d}")
        paragraph.add_run().add_break()
        for number, line in enumerate(cue.text.split("\n")):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)
    document.save(folder / "sample.docx")
    return turns()


@sample("python-docx", "table")
def _(folder):
    import docx

    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for cue in LINES:
        for cell, text in zip(table.add_row().cells, [clock(cue.start_ms), cue.speaker, cue.text]):
            cell.text = text
    document.save(folder / "sample.docx")
    return turns()


def table(folder, name, fields, rows, **options):
    encoding = options.pop("encoding", "utf-8")
    with open(folder / name, "w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, **options)
        writer.writerow(fields)
        writer.writerows(rows)


@sample("python-csv", "comma-chinese-header")
def _(folder):
    rows = [[c.start_ms / 1000, c.end_ms / 1000, c.speaker, c.text] for c in CUES]
    table(folder, "sample.csv", ["开始时间", "结束时间", "说话人", "内容"], rows, encoding="utf-8-sig")
    return expected(CUES)


@sample("python-csv", "semicolon")
def _(folder):
    rows = [[clock(c.start_ms), c.speaker, c.text] for c in CUES]
    table(folder, "sample.csv", ["Start", "Speaker", "Text"], rows, delimiter=";")
    return turns()


@sample("python-csv", "pipe")
def _(folder):
    rows = [[c.start_ms, c.end_ms, c.text] for c in CUES]
    table(folder, "sample.csv", ["start_ms", "end_ms", "文本"], rows, delimiter="|", lineterminator="\n")
    return expected(CUES, speakers=False)


@sample("python-csv", "tabs-utf16")
def _(folder):
    rows = [[c.start_ms, c.end_ms, c.speaker, c.text] for c in CUES]
    table(folder, "sample.tsv", ["开始", "结束", "说话人", "文本"], rows, delimiter="\t", encoding="utf-16")
    return expected(CUES)


@sample("python-json", "lines")
def _(folder):
    rows = [dict(episode="一", start=c.start_ms / 1000, end=c.end_ms / 1000, speaker=c.speaker, text=c.text) for c in CUES]
    lines = "".join(json.dumps(row, ensure_ascii=number % 2 == 0) + "\n" for number, row in enumerate(rows))
    (folder / "sample.jsonl").write_text(lines, encoding="utf-8")
    return expected(CUES)
