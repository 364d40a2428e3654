#!/bin/bash
# What has the name of a handout and may not be replaced, such as a folder, costs that row alone, with 4 in the end, since
# doing it again does not help; pipes, sockets and links are replaced, and nothing is written through them.
. "$DGS_SRC/tests/e2e/lib.sh"

socket() {
    python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "$1"
}
printf 'name\nA\nB\nC\nD\nE\nF\n' >list.csv
mkdir out elsewhere
mkdir out/0001-A.pdf out/0001-A.pdf/full
mkfifo out/0002-B.pdf
socket out/0003-C.pdf
printf 'precious' >elsewhere/file
ln -s ../elsewhere/file out/0004-D.pdf
ln -s ../elsewhere/none out/0005-E.pdf
ln -s ../elsewhere out/0006-F.pdf
sentence='^dgs-pdf: row 1: list.csv:2: out/0001-A.pdf: a folder has this name: move it away, or name the files differently with --file-name$'
for how in '' --no-precheck --resume --jobs=1; do
    run batch list.csv --out-dir out --no-profile --parts worksheet $how
    [ "$code" -eq 4 ] || fail "exit code $code, not 4, with '$how'"
    has -E "$sentence" <"$tmp/err" || fail "the folder is not told with '$how'"
    [ "$(grep -c ': row ' "$tmp/err")" -eq 1 ] || fail "more rows are told with '$how'"
    [ "$(find out -type f -name '*.pdf' | wc -l)" -eq 5 ] || fail "not every other row is made with '$how': $(ls -A out)"
    [ -d out/0001-A.pdf/full ] || fail "the folder is gone with '$how'"
    python3 -c '
import json
rows = [json.loads(line) for line in open("out/manifest.jsonl", encoding="utf-8")]
assert [r.get("exit") for r in rows] == [73] + 5 * [None], rows' || fail "the manifest with '$how'"
done
[ "$(cat elsewhere/file)" = precious ] && [ "$(ls elsewhere)" = file ] || fail 'something was written elsewhere'
[ -z "$(find out -name '.*' -type f)" ] || fail "left behind: $(ls -A out)"
rm -r out/0001-A.pdf
ok batch list.csv --out-dir out --no-profile --parts worksheet --resume
ok batch list.csv --out-dir clean --no-profile --parts worksheet
diff -r out clean || fail 'another folder than that of a clean run'

# The folder of --split-dirs, which has a row more in it than the next one.
head -n 2 list.csv >one.csv
mkdir split
: >split/0000
run batch one.csv --out-dir split --no-profile --split-dirs
[ "$code" -eq 4 ] || fail "exit code $code, not 4, where a file is to be a folder"
has 'split/0000/0001-A.pdf: part of the path is a file, not a folder' <"$tmp/err" || fail 'the file is not told'

# A name as long as the system takes, in a folder whose path leaves no room for it.
deep=$(printf '%0200d/' $(seq 20))
mkdir -p "$deep"
run batch one.csv --out-dir "$deep$(printf '%060d' 1)" --no-profile --file-name "$(printf '%0150d' 7)-{n}"
[ "$code" -eq 4 ] || fail "exit code $code, not 4, where the path is too long"

# Another user's file, in a folder where everybody keeps what is their own.
if [ "$(id -u)" -eq 0 ]; then
    public_copy
    chmod 755 .
    mkdir -m 1777 shared
    printf 'theirs' >shared/0001-A.pdf
    chmod 666 shared/0001-A.pdf
    code=0
    as() { setpriv --reuid 65533 --regid 65533 --clear-groups env HOME=/nonexistent "$tmp/dgs-pdf" "$@" >"$tmp/out" 2>"$tmp/err"; }
    as batch list.csv --out-dir shared --no-profile --parts worksheet || code=$?
    [ "$code" -eq 4 ] || fail "exit code $code, not 4, with another user's file"
    has 'shared/0001-A.pdf: something with this name cannot be replaced' <"$tmp/err" || fail "another user's file is not told"
    [ "$(ls shared | wc -l)" -eq 7 ] && [ "$(cat shared/0001-A.pdf)" = theirs ] || fail "shared: $(ls shared)"
    code=0
    as --no-profile --out shared/0001-A.pdf || code=$?
    ended 73 '^dgs-pdf: shared/0001-A.pdf: something with this name cannot be replaced \(.*\): move it away, or choose another name$'
    [ "$(ls -A shared | wc -l)" -eq 7 ] || fail "left behind: $(ls -A shared)"
fi

# The manifest's own place.
ok batch one.csv --out-dir manifest --no-profile
for kind in mkfifo socket 'ln -s ../elsewhere/file' 'ln -s ../elsewhere/none'; do
    rm manifest/manifest.jsonl
    $kind manifest/manifest.jsonl
    ok batch one.csv --out-dir manifest --no-profile
    [ -f manifest/manifest.jsonl ] && [ ! -L manifest/manifest.jsonl ] || fail "after $kind it is no file"
done
[ "$(cat elsewhere/file)" = precious ] && [ "$(ls elsewhere)" = file ] || fail 'something was written elsewhere'
rm manifest/manifest.jsonl
mkdir manifest/manifest.jsonl
for how in --no-precheck:73 --resume:66; do
    run batch one.csv --out-dir manifest --no-profile "${how%:*}"
    ended "${how#*:}" '^dgs-pdf: manifest/manifest.jsonl: is a folder'
done

# One handout: 73, and what is there stays. A link of one's own is followed.
mkdir folder
ln -s folder link
socket socket
for name in folder link socket folder/; do
    run --out "$name" --no-profile
    ended 73 "^dgs-pdf: $name: "
done
[ -d folder ] && [ -z "$(ls -A folder)" ] && [ -L link ] && [ -S socket ] || fail 'what was there has changed'
ln -s elsewhere/new dangling
ok --out dangling --no-profile
[ -L dangling ] && [ -f elsewhere/new ] || fail 'a link of one'"'"'s own is not followed'
