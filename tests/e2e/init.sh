#!/bin/bash
# `init` writes a profile that works as it is, keeps what is there already, and fills in what options say.
. "$DGS_SRC/tests/e2e/lib.sh"

run init
[ "$code" -eq 0 ] || fail "exit code $code"
one_line '^practice.ini: fill it in with any text editor, then run: dgs-pdf --out handout.pdf$'
! grep -v '^#     dgs-pdf' practice.ini | has -E -- 'option|--|quotes' || fail 'a note speaks of the command line'
ok profile --json
keys=$(python3 -c 'import json, sys; print(*json.load(sys.stdin)["settings"], sep="\n")' <"$tmp/out")
diff <(sed -n 's/^# Example: \([a-z_]*\) = ..*/\1/p' practice.ini) - <<<"$keys" || fail 'not every key has an example'
diff <(sed -n 's/^\([a-z_]*\) =$/\1/p' practice.ini) - <<<"$keys" || fail 'not every key is there to be filled in'
ok --out handout.pdf
[ "$(pages handout.pdf)" -eq 4 ] || fail "not four pages"
echo 'name = Mine' >practice.ini
run init
ended 73 'practice.ini already exists: name another file, or replace it with --force'
[ "$(cat practice.ini)" = 'name = Mine' ] || fail "the old profile is lost"
run -q init other.ini --practice-name 'Willow Creek'
[ "$code" -eq 2 ] || fail "an option before the command is not refused"
run init -q other.ini --practice-name 'Willow Creek' --address '1 Mill Lane\nSpringfield'
[ "$code" -eq 0 ] && [ ! -s "$tmp/err" ] || fail "init with options: $code"
run init third.ini
one_line '^third.ini: fill it in with any text editor, then run: dgs-pdf --profile third.ini --out handout.pdf$'
ok --profile other.ini --out handout.pdf
says handout.pdf 'Willow Creek'
says handout.pdf '1 Mill Lane, Springfield'
run init --force
[ "$code" -eq 0 ] || fail "exit code $code"
! grep -q Mine practice.ini || fail "--force did not replace"
run init missing/practice.ini
ended 73 'missing'
