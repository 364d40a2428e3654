#!/bin/bash
# A batch into a folder that everybody may write to: another user cannot take the name of the manifest's spare copy, say
# through one what earlier runs made, or stop a run by a lock on the manifest.
. "$DGS_SRC/tests/e2e/lib.sh"
[ "$(id -u)" -eq 0 ] || skip 'only root can play two users'

public_copy
DGS_PDF=$tmp/dgs-pdf
chmod 755 .
as() { # USER COMMAND...
    setpriv --reuid "$1" --regid "$1" --clear-groups "${@:2}"
}
victim=65533 stranger=65532
mkdir -m 700 own
mkdir -m 1777 shared
printf 'name\nA\nB\nC\n' >own/list.csv
chown -R $victim own
batch() {
    code=0
    (cd own && as $victim env HOME="$PWD" "$DGS_PDF" batch list.csv --no-profile --parts guide -q "$@") >"$tmp/out" 2>"$tmp/err" || code=$?
    [ $code -eq 0 ] && [ ! -s "$tmp/err" ] || fail "exit code $code from: batch $*"
}
batch --out-dir clean

# A name that could be guessed, as whatever it may be; and true lines with one word more, of rows that are not known.
for kind in 'touch NAME' 'mkfifo NAME' 'mkdir NAME' 'ln -s /dev/zero NAME' 'ln -s ../own/list.csv NAME'; do
    batch --out-dir ../shared
    sed -i '2,$d' shared/manifest.jsonl
    for name in .manifest.jsonl.before .manifest.jsonl.before-0; do
        as $stranger ${kind//NAME/shared/$name}
    done
    sed 's/{/{"lie":1,/' own/clean/manifest.jsonl | as $stranger tee shared/.manifest.jsonl.before-1 >/dev/null
    batch --out-dir ../shared --resume
    cmp shared/manifest.jsonl own/clean/manifest.jsonl || fail "another manifest with '$kind'"
    rm -rf shared/.manifest* shared/*
done

# It is locked by somebody who may only read it: before the run, and for as long as that lasts.
batch --out-dir ../shared
coproc reader { python3 -c '
import fcntl, os, sys
os.setgroups([])
os.setgid(int(sys.argv[1]))
os.setuid(int(sys.argv[1]))
with open("shared/manifest.jsonl", "rb") as f:
    fcntl.lockf(f, fcntl.LOCK_SH)
    print("locked", flush=True)
    sys.stdin.read()' $stranger; }
# shellcheck disable=SC2154 # bash sets it
end=${reader[1]} pid=$reader_PID
read -r word <&"${reader[0]}" && [ "$word" = locked ] || fail 'the lock is not had'
batch --out-dir ../shared
batch --out-dir ../shared --resume
exec {end}>&-
wait "$pid" || fail 'whoever had the lock'
diff -r shared own/clean || fail 'another folder'
