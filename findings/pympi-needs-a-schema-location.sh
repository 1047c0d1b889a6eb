#!/usr/bin/env bash
# What: an ELAN file without xsi:noNamespaceSchemaLocation, read by pympi.
# Version: pympi-ling 1.71 (PyPI).
# Behaviour: the attribute is a hint that XML lets a document leave out, and the schema of EAF does not ask for it. pympi deletes
#   it from what it has read without looking whether it is there: Eaf() raises KeyError, and nothing of a valid file is read.
# A good guess would have said: the file is read, and pympi writes its own location when it saves.
# Date: 2026-11-29
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv environment
environment/bin/pip -q --disable-pip-version-check install pympi-ling==1.71

environment/bin/python - <<'PY' | tee seen
from pympi.Elan import Eaf

NAMES = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
LOCATION = 'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd"'
for name, attributes in (("with", f"{NAMES} {LOCATION}"), ("without", NAMES)):
    with open(f"{name}.eaf", "w", encoding="utf-8") as file:
        file.write(
            f'<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-11-29T00:00:00Z" FORMAT="3.0" VERSION="3.0" {attributes}>'
            '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/><TIME_ORDER/>'
            '<TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="one"/>'
            '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/></ANNOTATION_DOCUMENT>')
    try:
        print(name, list(Eaf(f"{name}.eaf").get_tier_names()))
    except KeyError as error:
        print(name, "KeyError", error)
PY

grep -qx "with \['one'\]" seen
grep -q "^without KeyError .*noNamespaceSchemaLocation" seen
