#!/bin/bash
# What the handouts of a batch have notices and warnings of is told once for each kind, with the first row and the number of
# others; the manifest has all of them. Of a color that was made darker it alone tells, so that a batch where all is well
# says nothing.
. "$DGS_SRC/tests/e2e/lib.sh"

{
    echo name,tagline,phone,color
    echo 'Zen 🙏,x,555-0142 / 555-0143,#ffe000'
    for i in $(seq 2 40); do
        echo "Zen $i 🌸,🙏 now,555-0142,"
    done
    echo 'Plain,x,555-0142 or 555-0143,'
} >list.csv
run batch list.csv --out-dir out --jobs 2 --parts guide
[ "$code" -eq 0 ] || fail "exit code $code"
sort "$tmp/err" >told
sort >meant <<'END'
dgs-pdf: notice: list.csv: row 1 and 39 others (see the manifest): name is printed without 🙏, which no font here has
dgs-pdf: warning: list.csv: row 1 and 1 other (see the manifest): phone has more than one number ("555-0142 / 555-0143"), so it is not a link: give one number, and write others in the hours or the footer_note
END
diff meant told || fail 'other words'
[ "$(grep -c '"notices":\["' out/manifest.jsonl)" -eq 40 ] || fail 'other notices in the manifest'
[ "$(grep -c '"warnings":\["phone has more than one' out/manifest.jsonl)" -eq 2 ] || fail 'other warnings in the manifest'
has -F '"notices":["name is printed without 🌸, which no font here has","tagline is printed without 🙏, which no font here has"]' \
    <out/manifest.jsonl || fail 'a row of several notices'
has -F 'which no font here has","the color #ffe000 is too light for text: headings are set in #1c1b13"]' <out/manifest.jsonl ||
    fail 'a color is not told'
cp -r out before
ok batch list.csv --out-dir out --parts guide --resume # what was kept is not told again, and stays in the manifest
diff -r before out || fail 'another manifest'
rm -r out
ok batch list.csv --out-dir out --parts guide # and -q tells nothing
