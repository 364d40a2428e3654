#!/bin/bash
# A row's logo that is a pipe, a socket, a device or a folder costs that row alone, with 65 (a folder 66), and nothing
# is waited for: not in the check, not without it, not when going on.
. "$DGS_SRC/tests/e2e/lib.sh"

mkfifo pipe.png
mkdir folder.png
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket.png")'
for device in zero full tty; do ln -s /dev/$device $device.png; done
ln -s pipe.png link.png
printf 'name,logo\nA,\nB,pipe.png\nC,link.png\nD,socket.png\nE,zero.png\nF,full.png\nG,tty.png\nH,folder.png\nI,\n' >list.csv
for how in '' --no-precheck --resume --no-sandbox; do
    # The devices lie outside of the list's folder: links to them are not followed, where rows are held in it.
    free=$([ "$how" != --no-sandbox ] || echo 3)
    run batch list.csv --out-dir out --parts guide --jobs 2 $how
    [ "$code" -eq 4 ] || fail "exit code $code, not 4, with $how"
    [ "$(grep -c 'must be a regular file: save it as one$' "$tmp/err")" -eq $((3 + free)) ] || fail "what is told with $how"
    [ "$(grep -c 'the logo is outside the folders' "$tmp/err")" -eq $((3 - free)) ] || fail "not outside with $how"
    [ "$(cd out && echo *.pdf)" = '0001-A.pdf 0009-I.pdf' ] || fail "made with $how: $(ls out)"
    python3 - "$how" <<'PY' || fail "the manifest with $how"
import json, sys
codes = [json.loads(line).get("exit") for line in open("out/manifest.jsonl", encoding="utf-8")]
device = 65 if sys.argv[1] == "--no-sandbox" else 66
assert codes == [None] + 3 * [65] + 3 * [device] + [66, None], codes
PY
done
has 'row 2: list.csv:3: pipe.png: is a pipe: the logo' <"$tmp/err" || fail 'the pipe is not told'
has 'row 4: list.csv:5: socket.png: is a socket: the logo' <"$tmp/err" || fail 'the socket is not told'
has 'row 5: list.csv:6: zero.png: is a device: the logo' <"$tmp/err" || fail 'the device is not told'
has 'row 8: list.csv:9: folder.png: is a folder: name the logo' <"$tmp/err" || fail 'the folder is not told'
# The logo that all rows share is read for each of them, so it cannot be a pipe either.
printf 'name\nA\n' >list.csv
run batch list.csv --out-dir other --logo pipe.png
ended 65 'pipe.png: is a pipe: the logo must be a regular file'
# What stands where a handout is to be is not looked into: it is replaced.
ok batch list.csv --out-dir other --parts guide
rm other/0001-A.pdf
mkfifo other/0001-A.pdf
ok batch list.csv --out-dir other --parts guide --resume
[ -f other/0001-A.pdf ] || fail 'the pipe is still there'
