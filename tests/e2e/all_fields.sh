#!/bin/bash
# A practice that says all that it can, under a name of three lines, takes four pages: its booking box shrinks to a strip,
# which holds an address that is wider than a row.
. "$DGS_SRC/tests/e2e/lib.sh"

practice=(--region US
    --practice-name 'The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation Therapists of Upper Springfield LLC'
    --tagline 'Hands that listen, for backs that work' --therapist 'Ana Maria Perez' --license 'LMT 12345'
    --phone '(503) 555-0142' --email hello@willowcreek.example --website willowcreek.example
    --booking-url https://willowcreek.example/book --hours 'Mon to Fri 9 to 6, Sat 10 to 2'
    --address '1234 Long Springfield Avenue, Suite 200, Upper Springfield, OR 97000'
    --footer-note 'Fully insured. Gift cards.')
for paper in letter a4; do
    for more in '' --fillable --ink-saver '--client Maria'; do
        # shellcheck disable=SC2086
        ok --out all.pdf "${practice[@]}" --paper $paper $more
        [ "$(pages all.pdf)" -eq 4 ] || fail "$paper $more: $(pages all.pdf) pages"
        for words in 'Book your next massage' 'Address: 1234 Long Springfield Avenue' 'OR 97000' 'Hours: Mon to Fri' \
            'Book online' 'Scan to' 'What changed since day 1?'; do
            says all.pdf "$words" 4
        done
    done
done
