#!/bin/bash
# `profile --json` is JSON, with every key, value and source.
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'name = Zoë "Hands"\naddress = 1 Mill Lane\n  Springfield\n' >practice.ini
run profile --json --phone '555 0142'
[ "$code" -eq 0 ] || fail "exit code $code"
python3 - "$tmp/out" <<'EOF' || fail "the JSON does not say what is in force"
import json, sys
all = json.load(open(sys.argv[1], encoding="utf-8"))
s = all["settings"]
assert all["profile"] == "practice.ini"
assert s["name"] == {"value": 'Zoë "Hands"', "source": "practice.ini:1"}, s["name"]
assert s["address"] == {"value": "1 Mill Lane\nSpringfield", "source": "practice.ini:2"}, s["address"]
assert s["phone"] == {"value": "555 0142", "source": "--phone"}
assert s["color"] == {"value": "#0b5f5a", "source": "built in"}
assert s["email"] == {"value": None, "source": None}
assert {tuple(one) for one in s.values()} == {("value", "source")}
EOF
