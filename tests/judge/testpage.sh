#!/bin/bash
# The printer's test page is no less conformant than a handout: veraPDF, qpdf and our structural checker, on every paper
# and in every ink.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

cat >"$tmp/keep.sh" <<EOF
#!/bin/sh
cp "\$1" "$tmp/box/\$IPP_JOB_ID.pdf"
EOF
chmod +x "$tmp/keep.sh"
start_printer Front -s 10,10 -c "$tmp/keep.sh"
brand=(--practice-name 'Anna Perez Massage' --booking-url https://example.org/book --color '#ffe680' --accent '#7a2048')
made=0
for ink in '' --ink=gray --ink=saver; do
    for paper in letter a4 legal a5; do
        # shellcheck disable=SC2086
        run print --test-page --printer "$printer" --paper $paper $ink
        [ "$code" -eq 0 ] || fail "exit code $code for $paper $ink"
        # shellcheck disable=SC2086
        run print --test-page --printer "$printer" --paper $paper $ink "${brand[@]}"
        [ "$code" -eq 0 ] || fail "exit code $code for $paper $ink with a brand"
        made=$((made + 2))
    done
done
[ "$(find . -name '*.pdf' | wc -l)" -eq $made ] || fail "there are not $made pages"
for page in *.pdf; do
    qpdf --check "$page" >check 2>&1 || fail "qpdf: $(cat check)"
done
python3 "$tools/structcheck.py" ./*.pdf >check 2>&1 || fail "structure: $(cat check)"
for flavour in ua1 2a; do
    "$tools/verapdf.sh" $flavour ./*.pdf || fail "veraPDF: $flavour"
done
