#!/bin/bash
# Lists, manifests and content that are no files are refused and not waited for; a signal ends what is waited for. For
# one handout, a profile and a logo may come out of a pipe.
. "$DGS_SRC/tests/e2e/lib.sh"

mkfifo pipe
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
printf 'name\nA\n' >list.csv
for name in pipe socket /dev/zero; do
    run batch $name --out-dir out
    ended 66 "$name: is a (pipe|socket|device), which cannot be read twice: save the list of practices as a file"
    run manifest merge $name --out all.jsonl
    ended 66 "$name: is a (pipe|socket|device), which cannot be read twice: save the manifest as a file"
done
run batch <(cat list.csv) --out-dir out
ended 66 '/dev/fd/[0-9]+: is a pipe, which cannot be read twice: save the list'
[ ! -e out ] && [ ! -e all.jsonl ] || fail 'something was written'
ok batch list.csv --out-dir out --parts guide
rm out/manifest.jsonl
mkfifo out/manifest.jsonl
before=$(listing)
run batch list.csv --out-dir out --parts guide --resume
ended 66 'out/manifest.jsonl: is a pipe, which cannot be read twice'
[ "$(listing)" = "$before" ] || fail "the folder changed: $(listing)"
mkdir words
for name in pipe /dev/zero; do
    ln -sf "$(realpath $name)" words/guide.md
    refuses 65 'words/guide.md: is a (pipe|device): the content file must be a regular file' --content words
    run batch list.csv --out-dir other --content words
    ended 65 'words/guide.md: is a (pipe|device): the content file must be a regular file'
done
for signal in TERM:143 INT:130; do # SIGINT is not ignored, as a shell lets it be in the background
    code=0
    python3 - "${signal%:*}" "$DGS_PDF" batch list.csv --out-dir other --profile pipe <<'PY' || code=$?
import os, signal, subprocess, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
child = subprocess.Popen(sys.argv[2:])
with open("pipe", "w"):  # it is open when somebody reads it
    child.send_signal(getattr(signal, "SIG" + sys.argv[1]))
    sys.exit(128 - child.wait())
PY
    [ "$code" -eq "${signal#*:}" ] || fail "exit code $code after SIG${signal%:*}"
done
python3 "$tools/makepng.py" rgb8 logo.png 480 320
ok --out a.pdf --logo logo.png --practice-name 'Anna Perez'
ok --out b.pdf --logo <(cat logo.png) --profile <(echo 'name = Anna Perez')
same_bytes a.pdf b.pdf
# A profile that nobody named is not waited for either.
mkfifo practice.ini
run --out handout.pdf
ended 65 'practice.ini: is a pipe: the profile must be a regular file'
