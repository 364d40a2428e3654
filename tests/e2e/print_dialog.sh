#!/bin/bash
# A viewer's print dialog begins with what the handout is made for: its size as it is, and both sides of the paper,
# turned over the long edge, or over the short one for a booklet. qpdf reads it.
. "$DGS_SRC/tests/e2e/lib.sh"

prints() { # DUPLEX ARGS...
    local duplex=$1
    shift
    run -q --out handout.pdf "$@"
    [ "$code" -eq 0 ] || fail "exit code $code from: $*"
    qpdf --json handout.pdf >objects.json
    python3 - "$duplex" <<'EOF_PYTHON' || fail "another print dialog for: $*"
import json, sys
with open("objects.json") as f:
    objects = json.load(f)
def walk(value):
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(item)
found = [d["/ViewerPreferences"] for d in walk(objects) if d.get("/Type") == "/Catalog"]
wanted = {"/DisplayDocTitle": True, "/PrintScaling": "/None", "/Duplex": "/" + sys.argv[1]}
sys.exit(found != [wanted] and f"{found} instead of {wanted}")
EOF_PYTHON
}
prints DuplexFlipLongEdge
prints DuplexFlipLongEdge --paper a5 --large-print --practice-name 'Willow Creek Massage'
prints DuplexFlipLongEdge --bleed 3mm --crop-marks
mkdir short
printf '# Steps\n\nTwo.\n\n## ![](walking.svg) Drink\n\nSix cups.\n' >short/guide.md
prints Simplex --parts guide --content short
prints DuplexFlipShortEdge --booklet
prints DuplexFlipShortEdge --booklet --paper a4 --parts worksheet
