#!/bin/bash
# All that a practice gives stands on the handout, with links that lead there.
. "$DGS_SRC/tests/e2e/lib.sh"

ok --out brand.pdf --practice-name 'Anna Perez Massage' --tagline 'Hands that listen' --phone '(555) 010-0199' \
    --email anna@example.org --website https://www.example.org/ --address '12 Elm Street\nSpringfield, OR 97477' \
    --address 'Back door' --booking-url 'https://example.org/book?x=1&y=2'
[ "$(pages brand.pdf)" -eq 4 ] || fail "$(pages brand.pdf) pages"
says brand.pdf 'Anna Perez Massage' 1
says brand.pdf 'Hands that listen' 1
for words in '(555) 010-0199' 'anna@example.org' 'example.org' '12 Elm Street' 'Springfield, OR 97477' 'Back door'; do
    says brand.pdf "$words"
done
says_not brand.pdf '\n'
cat >links.py <<'.'
import sys
sys.path.insert(0, sys.argv[1])
import pdfread
pdf = pdfread.read(open(sys.argv[2], "rb").read())
for value in pdf.objects.values():
    if isinstance(value, dict) and value.get("Subtype") == "Link":
        uri = pdf.at(value, "A", "URI")
        print(uri.decode() if uri else "inside", "|", pdfread.text_of(pdf.get(value["Contents"])))
.
python3 links.py "$tools" brand.pdf >links
for uri in 'tel:[+]?[-0-9]*5550100199|tel:[+]?1?555' 'mailto:anna@example.org' 'https://www.example.org/' 'https://example.org/book[?]x=1&y=2' inside; do
    grep -qE "^($uri)" links || fail "no link to $uri among: $(cat links)"
done
! grep -E '[|] *$' links || fail 'a link that does not say where it leads'
