#!/bin/bash
# Version, tags, language, title, bookmarks and producer.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out handout.pdf --practice-name 'Anna & <Ben>'
pdfinfo handout.pdf >info
grep -q '^Tagged: *yes' info || fail 'not tagged'
grep -q '^PDF version: *1.7' info || fail 'not 1.7'
grep -q '^Title: *5 Easy Steps to Better Health' info || fail 'no title'
grep -q '^Producer: *dgs-pdf ' info || fail 'no producer'
grep -q '^JavaScript: *no' info || fail 'a script'
grep -q '^Author: *Anna & <Ben>' info || fail 'no author'
pdfinfo -meta handout.pdf | python3 -c 'import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read().strip())' || fail 'the metadata is no XML'
for claim in '<pdfuaid:part>1<' '<pdfaid:part>2<' '<pdfaid:conformance>A<'; do # held by judge/verapdf
    pdfinfo -meta handout.pdf | has -F "$claim" || fail "no claim $claim"
done
mutool show handout.pdf outline >outline
[ "$(wc -l <outline)" -ge 10 ] || fail "bookmarks: $(cat outline)"
grep -q 'Call a doctor today if' outline || fail "bookmarks: $(cat outline)"
