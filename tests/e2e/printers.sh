#!/bin/bash
# dgs-pdf printers: the usual one, state, paper, sides, colour; --json; words of a stranger do not steer the terminal.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

add_queue Laser file:///dev/null "$tools/laser.ppd"
add_queue Raw file:///dev/null
sed -i $'s/^Info Raw.*/Info Red \033[31m desk/' "$service_folder/etc/printers.conf"
start_service
run printers
[ "$code" -eq 0 ] && [ ! -s "$tmp/err" ] || fail "exit code $code"
head -n 1 "$tmp/out" | has -E '^PRINTER +STATE +PAPER +SIDES +COLOR +ABOUT$' || fail 'no head'
has -E '^Laser \* +ready +Letter +both sides +no +Laser of the test$' <"$tmp/out" || fail "Laser: $(cat "$tmp/out")"
has -E '^Raw +ready +\? +\? +\? +Red .* desk$' <"$tmp/out" || fail "Raw: $(cat "$tmp/out")"
has 'used if --printer is not given' <"$tmp/out" || fail 'the star is not explained'
! LC_ALL=C tr -d '\n' <"$tmp/out" | LC_ALL=C has -a '[[:cntrl:]]' || fail 'control characters reach the terminal'
run printers --json
python3 - "$tmp/out" <<'EOF' || fail "other JSON: $(cat "$tmp/out")"
import json, sys
laser, raw = json.load(open(sys.argv[1], encoding="utf-8"))
assert laser["name"] == "Laser" and laser["default"] is True and laser["state"] == "idle" and laser["accepting"] is True
assert laser["reasons"] == [] and laser["two_sided"] is True and laser["color"] is False
assert laser["paper"]["usual"] == "na_letter_8.5x11in"
assert laser["paper"]["supported"] == ["na_letter_8.5x11in", "iso_a4_210x297mm"]
assert laser["location"] == "Hall" and laser["model"] == "Test Laser" and laser["uri"].startswith("ipp://")
assert raw["default"] is False and raw["two_sided"] is None and raw["color"] is None and raw["paper"]["usual"] is None
EOF
