#!/usr/bin/env bash
# What: times and blank lines in the ASS that stable-ts writes.
# Version: stable-ts 2.19.1 (PyPI), its module text_output.
# Behaviour: seconds below ten have one digit (0:00:1.00), there is a blank line between the Format line and the first Dialogue
#   line, and the layer of each line is its number, counted from 0. A reader that takes two digits for each part, or ends
#   [Events] at a blank line, finds no cue. Its TSV has no header, and a blank line between any two rows.
# A good guess would have said: 0:00:01.00, no blank line, layer 0; and start, end, text as the first row, as Whisper's TSV has.
# Date: 2026-11-29
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv environment
environment/bin/pip -q --disable-pip-version-check install --no-deps stable-ts==2.19.1

environment/bin/python - <<'PY'
import importlib.util
import sys
import types

# The writers need neither torch nor Whisper, which the package imports: its modules are loaded without it.
package = importlib.util.module_from_spec(importlib.util.find_spec("stable_whisper"))
utilities = types.ModuleType("stable_whisper.stabilization.utils")
utilities.valid_ts = lambda segments, **_: True
sys.modules["stable_whisper"] = package
sys.modules["stable_whisper.stabilization"] = types.ModuleType("stable_whisper.stabilization")
sys.modules[utilities.__name__] = utilities
from stable_whisper import text_output

segments = [dict(start=1.0, end=3.5, text="one"), dict(start=4.0, end=12.5, text="two")]
text_output.result_to_ass(dict(segments=segments), "a.ass", word_level=False)
text_output.result_to_tsv(dict(segments=segments), "a.tsv")
PY
sed -n '/^Format: Layer/,$p' a.ass
echo
cat a.tsv
echo

[ "$(sed -n '/^Format: Layer/,$p' a.ass | sed -n 2p)" = "" ]
grep -q '^Dialogue: 0,0:00:1.00,0:00:3.50,' a.ass
grep -q '^Dialogue: 1,0:00:4.00,0:00:12.50,' a.ass
[ "$(sed -n 1p a.tsv)" = "$(printf '1000\t3500\tone')" ]
[ "$(sed -n 2p a.tsv)" = "" ]
