#!/bin/bash
# A printer gets the handout's bytes and the attributes that were asked for; nothing but the sheets says who it is for.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/printing.sh"

cat >"$tmp/keep.sh" <<EOF
#!/bin/sh
env >"$tmp/attributes.\$IPP_JOB_ID"
cp "\$1" "$tmp/job.\$IPP_JOB_ID.pdf"
EOF
chmod +x "$tmp/keep.sh"
start_printer Front -2 -s 10,10 -c "$tmp/keep.sh"
handout=(--client Zebulon --note Znote --large-print --practice-name 'Willow Creek')
before=$(listing)
HB_SHAPER_LIST=fallback ok print --printer "$printer" --copies 2 "${handout[@]}" # changes no byte (e2e/environment)
[ "$(listing)" = "$before" ] || fail "files were written: $(listing)"
ok --out wanted.pdf "${handout[@]}"
same_bytes "$tmp/job.1.pdf" wanted.pdf
has_variable() {
    has -x "IPP_$1" <"$tmp/attributes.1" || fail "not $1: $(grep "^IPP_${1%%=*}=" "$tmp/attributes.1")"
}
has_variable COPIES=2
has_variable MULTIPLE_DOCUMENT_HANDLING=separate-documents-collated-copies
has_variable MEDIA=na_letter_8.5x11in
has_variable SIDES=two-sided-long-edge
has_variable PRINT_COLOR_MODE=color
has_variable JOB_NAME=Handout
! has -a -E 'Zebulon|Znote' <"$tmp/attributes.1" || fail 'the attributes name the client'
! has -a -E 'Zebulon|Znote' <"$station/Front.log" || fail 'the printer was told of the client'
[ -z "$(find "$received" -name '*Zeb*')" ] || fail 'a file is called after the client'

# Paper has no fields, whoever asks for them.
printf 'fillable = yes\n' >form.ini
ok print --printer "$printer" --copies 2 "${handout[@]}" --profile form.ini --fillable
same_bytes "$tmp/job.2.pdf" wanted.pdf

# One page, in grey, on other paper.
mkdir short
printf '# Steps\n\nTwo.\n\n## ![](walking.svg) Drink\n\nSix cups.\n' >short/guide.md
run print --printer "$printer" --paper a4 --parts guide --content short --ink=gray
[ "$code" -eq 0 ] || fail "exit code $code"
has -x IPP_MEDIA=iso_a4_210x297mm <"$tmp/attributes.3" || fail 'not on A4'
has -x IPP_SIDES=one-sided <"$tmp/attributes.3" || fail 'one page on two sides'
has -x IPP_PRINT_COLOR_MODE=monochrome <"$tmp/attributes.3" || fail 'not in grey'
has -F "A4, and $printer has Letter" <"$tmp/err" || fail 'the other paper is not told'
has -F -- '--paper letter' <"$tmp/err" || fail 'the choice is not told'
has ': 1 page, 1 copy, printed (job 3)' <"$tmp/err" || fail 'it is not told what was printed'
