#!/bin/bash
# --dry-run: the job's attributes as JSON, nothing sent; for one page, several, a booklet, each paper.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

add_queue Laser file:///dev/null "$tools/laser.ppd"
start_service
attributes() { # WANTED ARGS...: the attributes as name=value, the copies aside
    local wanted=$1
    shift
    run print --dry-run -q "$@"
    [ "$code" -eq 0 ] && [ ! -s "$tmp/err" ] || fail "exit code $code"
    python3 - "$tmp/out" "$wanted" <<'EOF' || fail "other attributes: $(cat "$tmp/out")"
import json, sys
plan = json.load(open(sys.argv[1], encoding="utf-8"))
got = plan["attributes"]
assert plan["printer"] == "Laser" and plan["uri"].endswith("/printers/Laser")
assert plan["document"]["bytes"] > 1000 and plan["document"]["pages"] > 0
assert got["job-name"] in ("Handout", "Test page") and got["document-format"] == "application/pdf"
for pair in sys.argv[2].split():
    name, value = pair.split("=")
    assert str(got.get(name, "")) == value, (name, got)
EOF
}
attributes 'copies=1 media=na_letter_8.5x11in sides=two-sided-long-edge print-color-mode=monochrome print-scaling=none'
attributes 'copies=7 multiple-document-handling=separate-documents-collated-copies' --copies 7
attributes 'media=iso_a4_210x297mm sides=two-sided-long-edge' --paper a4
attributes 'sides=two-sided-short-edge media=na_letter_8.5x11in' --booklet
attributes 'sides=one-sided print-scaling=none' --test-page
run print --dry-run --paper phone
ended 2 '--paper phone is for a screen and cannot be printed'
run print --dry-run --paper phone --test-page
ended 2 '--paper phone cannot test a printer'
run print --dry-run -q --client Zebulon --note Znote
! has -E 'Zebulon|Znote' <"$tmp/out" || fail 'the client is named'
# Paper that the printer does not take, and too many copies.
run print --dry-run --paper legal
ended 2 'for Legal, which Laser does not support: write --paper letter or --paper a4'
run print --dry-run --copies 99999
ended 2 'copies'
[ -z "$(find "$spool" -name 'd*-*')" ] || fail 'something was sent'
# What does not go together.
run print --test-page --client Zebulon
ended 2 '--test-page prints no handout: remove options for one'
run print --wait 3 --no-wait
ended 2 '--wait and --no-wait are both given'
# Options of a file are none here, and the other way round.
run print --out handout.pdf
ended 2 '--out is not an option of dgs-pdf print'
run --copies 2 --out handout.pdf
ended 2 '--copies is only for some commands: write the command first'
