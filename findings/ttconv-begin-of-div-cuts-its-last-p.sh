#!/usr/bin/env bash
# What: the end of the last <p> of a <div> that has a begin.
# Version: ttconv 1.2.3 (PyPI), reading TTML and writing SubRip.
# Behaviour: the times of a <p> count from the begin of its <div>. Where the <div> has no end, ttconv takes the largest end among
#   its <p> without adding the begin of the <div>: with begin="10s" a <p> from 0 s to 25 s ends after 15 s, and one that ends
#   sooner than the <div> begins is lost. Its TTML writer puts that end into the file, so other readers are right to cut there.
# A good guess would have said: a <div> without an end lasts until its last <p> has ended, as with begin="0s".
# Date: 2026-11-29
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv environment
environment/bin/pip -q --disable-pip-version-check install ttconv==1.2.3

convert() {
  environment/bin/python - "$@" <<'PY'
import sys
import xml.etree.ElementTree as tree

import ttconv.imsc.reader
import ttconv.srt.writer

div, end = sys.argv[1:]
text = f"""<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="zh">
<head><layout><region xml:id="r"/></layout></head>
<body><div{div}><p region="r" begin="0s" end="{end}">text</p></div></body></tt>"""
model = ttconv.imsc.reader.to_model(tree.ElementTree(tree.fromstring(text)))
print([line for line in ttconv.srt.writer.from_model(model).splitlines() if "-->" in line])
PY
}

without="$(convert '' 25s)"
with="$(convert ' begin="10s"' 25s)"
lost="$(convert ' begin="10s"' 5s)"
ended="$(convert ' begin="10s" end="40s"' 25s)"
printf 'no begin:         %s\nbegin 10 s:       %s\nbegin 10 s, <p> to 5 s: %s\nbegin and end:    %s\n' "$without" "$with" "$lost" "$ended"

[ "$without" = "['00:00:00,000 --> 00:00:25,000']" ]
[ "$with" = "['00:00:10,000 --> 00:00:25,000']" ]
[ "$lost" = "[]" ]
[ "$ended" = "['00:00:10,000 --> 00:00:35,000']" ]
