#!/bin/bash
# No control character, no direction override and nothing unseen of a stranger comes through in what is printed, whatever
# place it stands in: options, names of files, profiles, lists, content, manifests.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/hostile.py" "$DGS_PDF" >"$tmp/out" 2>"$tmp/err" || fail 'something comes through'
[ "$(sed -n 's/ runs$//p' "$tmp/out")" -gt 150 ] || fail "too few runs: $(cat "$tmp/out")"

# A program that prints what it is given is found out.
cat >"$tmp/naive" <<'.'
#!/bin/sh
case "$*" in --man) exec "$DGS_PDF" "$@" ;; esac
printf '%s\n' "$*" >&2
.
chmod +x "$tmp/naive"
! python3 "$tools/hostile.py" "$tmp/naive" >"$tmp/out" 2>"$tmp/err" || fail 'the scan sees nothing'
grep -q 'comes through from' "$tmp/err" || fail 'the scan says something else'
