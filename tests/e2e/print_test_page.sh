#!/bin/bash
# The test page: a sound, tagged PDF; on paper its ruler is 100 mm, its code can be read, and nothing is scaled.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

add_queue Laser file:///dev/null "$tools/laser.ppd"
start_service
run print --test-page --practice-name 'Willow Creek' --booking-url willowcreek.example/book
[ "$code" -eq 0 ] || fail "exit code $code"
has 'Laser: 1 page, 1 copy, printed' <"$tmp/err" || fail 'it is not told'
job_of Laser 1 >"$tmp/job"
has_attribute "$tmp/job" job-name 'Test page'
has_attribute "$tmp/job" print-scaling none
page=$spool/d00001-001
qpdf --check "$page" >"$tmp/check" 2>&1 || fail "qpdf: $(cat "$tmp/check")"
python3 "$tools/structcheck.py" "$page" >"$tmp/check" 2>&1 || fail "structure: $(cat "$tmp/check")"
[ "$(pages "$page")" -eq 1 ] || fail 'not one page'
says "$page" 'Willow Creek · Laser · Letter'
says "$page" 'top 4.2, right 4.2, bottom 4.2, left 4.2'
pdftoppm -r 254 -gray -singlefile "$page" shot # 10 pixels a millimetre
zbarimg -q --raw shot.pgm >code || fail 'the code cannot be read'
has willowcreek.example/book <code || fail "the code says $(cat code)"
python3 - <<'EOF' || fail 'the ruler is not 100 mm long'
import re
data = open("shot.pgm", "rb").read()
width, height = map(int, re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data).groups())
pixels = data[-width * height:]
rows = [pixels[y * width:(y + 1) * width] for y in range(height)]
longest = max((len(run), y) for y, row in enumerate(rows[:height // 2])
              for run in re.findall(rb"[\x00-\x60]{900,1100}", row))
print("the ruler is", longest[0], "pixels long")
assert abs(longest[0] - 1000) <= 4, longest
EOF
