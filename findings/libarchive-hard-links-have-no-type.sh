#!/usr/bin/env bash
# What: the type of a file that a tar holds under a second name, read by libarchive.
# Version: libarchive 3.6.2 (Debian 12: libarchive13), through libarchive-c 5.1 (PyPI).
# Behaviour: tar stores the second name of a file as a hard link without content. For such a member archive_entry_filetype gives 0:
#   neither a regular file, nor a symbolic link, nor a folder, and isfile of libarchive-c is false. Its size is 0. Only
#   archive_entry_hardlink tells, and islnk of libarchive-c, which asks it. A program that takes members of type regular file drops one of the names without a word; one that
#   takes all that are no folder reads it as an empty file.
# A good guess would have said: a regular file, as the first name is, with a mark that it is a link.
# Date: 2026-11-29
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q libarchive13 >/dev/null 2>&1
dpkg -x libarchive13_*.deb root
python3 -m venv environment
environment/bin/pip -q --disable-pip-version-check install libarchive-c==5.1

echo text >first.txt
ln first.txt second.txt
tar -cf a.tar first.txt second.txt

export LIBARCHIVE="$folder/root/usr/lib/$(uname -m)-linux-gnu/libarchive.so.13"
environment/bin/python - <<'PY' | tee seen
import libarchive

print(libarchive.ffi.version_number())
with libarchive.file_reader("a.tar") as archive:
    for entry in archive:
        kinds = [kind for kind in ("isfile", "islnk", "issym", "isdir") if getattr(entry, kind)]
        print(entry.pathname, entry.filetype, kinds, entry.size, entry.linkpath)
PY

grep -qx '3006002' seen
grep -qx "first.txt 32768 \['isfile'\] 5 None" seen
grep -qx "second.txt 0 \['islnk'\] 0 first.txt" seen
