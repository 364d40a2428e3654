#!/bin/bash
# Links open the phone, the mail program or the web, by https or http as it was typed; other schemes are refused.
. "$DGS_SRC/tests/e2e/lib.sh"

for scheme in javascript file ftp data mailto tel HTTPX; do
    refuses 65 'website' --website "$scheme:alert(1)"
    refuses 65 'booking-url' --booking-url "$scheme://example.org/a"
    refuses 65 'email' --email "$scheme:anna@example.org?x"
done
refuses 65 'booking-url' --booking-url 'data:text/html,<script>alert(1)</script>'
refuses 65 'phone' --phone 'tel:javascript'

ok --out links.pdf --phone '+1 (555) 010-0199' --email anna@example.org --website http://anna.example \
    --booking-url HTTPS://anna.example/book
qpdf --qdf --object-streams=disable links.pdf plain.pdf
grep -aoE '/URI \([^)]*\)' plain.pdf | sort -u >uris
for uri in tel:+15550100199 mailto:anna@example.org http://anna.example https://anna.example/book; do
    grep -qxF "/URI ($uri)" uris || fail "no link to $uri among: $(cat uris)"
done
! grep -vE '\((tel:|mailto:|https?://)' uris || fail 'a link of another kind'
! grep -aE '/(JavaScript|Launch|GoToR|SubmitForm)' plain.pdf || fail 'an action that opens more than an address'
