#!/bin/bash
# In a folder that everybody may write to, no link of another user leads what is written elsewhere, whenever it comes or
# goes; with the sandbox and without.
. "$DGS_SRC/tests/e2e/lib.sh"
[ "$(id -u)" -eq 0 ] || skip 'only root can play two users'
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers and preloaded libraries do not go together'

public_copy
${CC:-cc} -shared -fPIC -o "$tmp/swap.so" "$tools/swap.c" -ldl
chmod 755 . "$tmp/swap.so"
python3 "$tools/swap.py" "$tmp/dgs-pdf" "$tmp/swap.so" >"$tmp/out" 2>"$tmp/err" || fail 'a link of another user is followed'
[ "$(sed -n 's/ moments$//p' "$tmp/out")" -gt 100 ] || fail "too few moments: $(cat "$tmp/out")"

# It is told, and one's own link is not mistaken for it.
rm -rf shared
mkdir -m 1777 shared
ln -s "$tmp/box/elsewhere.pdf" shared/handout.pdf
chown -h 65532 shared/handout.pdf
run --no-profile --out shared/handout.pdf
ended 73 '^dgs-pdf: shared/handout.pdf: another user.s link leads there, in a folder that others can write to: name the target itself, or a folder of your own$'
[ ! -e elsewhere.pdf ] || fail 'the link is followed'
