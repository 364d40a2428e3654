#!/bin/bash
# Whoever hears a handout gets along: what cannot wait comes first, what is filled in has a name and a kind, pages that are
# named are links, and nothing is said twice. All by the tag tree (tests/tools/listen.py).
. "$DGS_SRC/tests/e2e/lib.sh"

hear() { # FILE ARGS...
    ok --out "$1.pdf" "${@:2}"
    python3 "$tools/listen.py" "$1.pdf" >"$1.txt"
}
line_of() { grep -n -m 1 -- "$1" "$2" | cut -d : -f 1; }
before() { # FILE FIRST THEN
    local first next
    first=$(line_of "$2" "$1") next=$(line_of "$3" "$1")
    [ -n "$first" ] && [ -n "$next" ] && [ "$first" -lt "$next" ] || fail "$1: '$2' (line $first) is not before '$3' (line $next)"
}

hear all --practice-name 'Willow Creek' --phone '(555) 010-4477' --email hello@willow.example \
    --website willow.example --booking-url willow.example/book --logo "$DGS_SRC/assets/icons/web.svg"
hear client --parts guide,worksheet --client Maria --note 'Bring shoes.' --practice-name 'Willow Creek'

# The signs of an emergency, in each choice.
before all.txt '^heading 2: Call 911' '^heading 2: 1 '
before client.txt '^heading 2: Call 911' '^heading 2: 1 '
for parts in article care worksheet card; do
    hear "$parts" --parts "$parts"
    [ "$(grep -m 1 '^heading 2: ' "$parts.txt")" = 'heading 2: Call 911 now or go to an emergency room' ] ||
        fail "$parts: the first heading is $(grep -m 1 '^heading 2: ' "$parts.txt")"
done

# Boxes, lines and rings.
for words in '- Day 1, Water: check box, not checked' '- Day 14, Pain: number from 0 to 10' 'What changed since day 1: line to write on' \
    '- Morning: check box, not checked'; do
    has -Fx -- "$words" <all.txt || fail "nobody hears: $words"
done
[ "$(grep -c '^heading 4: Day [0-9]*$' all.txt)" -eq 14 ] || fail 'not each day has its heading'
! has -E '^(cell|header)|blank' <all.txt || fail 'the days are heard as a table'
# A link right before the tracker leads past it, to what is asked when the days are over; on paper nothing is added.
[ "$(grep -B 4 -m 1 '^heading 4: Day 1$' all.txt | grep -c '^heading 3: link: Your 14 days, skip the days, go to “What changed since day 1”$')" -eq 1 ] ||
    fail 'no link leads past the days'
python3 - all.pdf <<'EOF' || fail 'the link past the days leads elsewhere'
import json, re, subprocess, sys
objects = json.loads(subprocess.run(["qpdf", "--json=2", sys.argv[1]], stdout=subprocess.PIPE).stdout)["qpdf"][1]
dicts = [o.get("value") for o in objects.values()]
[link] = [d for d in dicts if isinstance(d, dict) and "skip the days" in str(d.get("/Contents"))]
words = subprocess.run(["pdftotext", "-f", "4", "-l", "4", "-bbox", sys.argv[1], "-"], stdout=subprocess.PIPE, text=True).stdout
height = float(re.search(r'<page[^>]* height="([\d.]+)"', words)[1])
top = float(re.search(r'yMin="([\d.]+)"[^>]*>changed<', words)[1])
assert abs(height - link["/Dest"][3] - top) < 24, (link["/Dest"], height, top)
EOF
# The tracker is the last thing of its part: whoever has heard enough of it misses nothing.
after=$(sed '1,/^- Day 14, Pain/d' all.txt)
[ "$(wc -l <<<"$after")" -le 5 ] && ! has -E '^(heading|- |picture)' <<<"$after" || fail "after the last day: $after"
before all.txt '^- Day 14, Pain' '^What changed since day 1' # which is asked when they are over
[ "$(grep -c '^list of 5$' all.txt)" -ge 14 ] || fail 'the ring of a day is not in its list'

# What is for a pen says so once, before the first box; what can be filled in says nothing of pens.
hear fillable --fillable --phone '(555) 010-4477'
[ "$(grep -c 'for a pen' all.txt)" -eq 1 ] || fail 'nobody hears that the boxes are for a pen'
[ "$(grep -m 1 -B 2 'check box\|line to write on' all.txt | sed 's/:.*//;s/[?.].*//' | tr '\n' '|')" = 'Want to fill this in on a screen|list of 5|- Wallet in a back pocket|' ] ||
    fail 'the pen is not heard of right before the first list'
[ "$(grep -c 'or ask for a file to fill in' all.txt)" -eq 1 ] || fail 'no contact offers the file'
has -Fx 'link: (555) 010-4477, Call (555) 010-4477, or ask for a file to fill in on a screen' <all.txt || fail 'the phone does not offer the file'
! has -F 'file to fill in' <fillable.txt || fail 'a file to fill in offers itself'
! has -w pen <fillable.txt || fail "heard of a form to fill in: $(grep -w pen fillable.txt)"
has -Fx 'text field, empty: Mark where it hurts' <<<"$(tr '[]' '\n\n' <fillable.txt)" || fail 'no field to say where it hurts'

# Nothing is heard twice in a row: a line right below the heading that names it is a line; one that goes on from another
# is that one's.
# Each line has its own name, that of its question, for whoever comes to it from elsewhere.
for words in 'Mark where it hurts' 'What did you do before it hurt' 'What could you change' 'Next visit'; do
    has -Fx "$words: line to write on" <all.txt || fail "no line is called: $words"
    has -Fx "text field, empty: $words" <fillable.txt || fail "no field is called: $words"
done
# A number is chosen on paper, and written where a file is filled in.
has -Fx 'How much does it hurt now: number from 0 to 10' <all.txt || fail 'the scale is no field'
has -Fx 'text field, empty: How much does it hurt now: number from 0 to 10' <fillable.txt || fail 'the scale cannot be filled in'
! has -F '· 1 ·' <all.txt || fail 'the numbers of the scale are heard one by one'
# What names a field in a file to fill in is heard once, and in the words of the print.
[ "$(grep -oE '(Water|Driving|Crossed legs|What changed since)' fillable.txt | sort | uniq -c | awk '{ print $1 $2 }' | tr '\n' ' ')" = '1Crossed 1Driving 15Water 2What ' ] ||
    fail "a label is heard twice: $(grep -oE '(Water|Driving|Crossed legs|What changed since)' fillable.txt | sort | uniq -c)"
sed -n 's/^- \([^:]*\): check box, not checked$/\1/p' all.txt | sort >printed
sed -n 's/^- check box, not checked: //p' fillable.txt | sed '/^Day /!s/^[^,]*, //' | sort >filled
cmp -s printed filled || fail "the fields have other names than the print: $(diff printed filled | head -n 4)"
hear bare
[ "$(grep -c '^Phone or stamp' bare.txt)" -eq 1 ] || fail 'the lines for a stamp are not one'

# What stands under the picture of a heading, right after it.
before all.txt '^heading 2: 1 ' '^picture: 1 cup is 8 ounces$'
before all.txt '^picture: 1 cup is 8 ounces$' '^heading 2: 2 '
[ "$(grep -A 1 '^heading 2: 1 Drink water$' all.txt | tail -n 1)" = 'picture: 1 cup is 8 ounces' ] || fail 'the words under a picture'

# A page that is named is a link that says where it leads; so is a heading in quotation marks.
! sed 's/\[link: [^]]*\]//g' all.txt | has -E 'page [0-9]' || fail 'a page that is named is no link'
has -E '\[link: page [0-9], [A-Z]' <all.txt || fail 'no page is named'

has -x 'heading 2: Notes for you' <client.txt || fail 'the notes have no heading'
# One title, that of the document; its steps and the other parts below it, and no rank left out (structcheck.py).
[ "$(grep '^heading 1: ' all.txt)" = 'heading 1: 5 Easy Steps to Better Health' ] || fail 'there is not one title'
[ "$(grep -cE '^heading 2: [1-5] ' all.txt)" -eq 5 ] || fail 'the steps are not below their part'
[ "$(grep -cE '^heading 2: (Why does|Get help|What sets)' all.txt)" -eq 3 ] || fail 'the parts are not below the title'
# The code says what it is for with its link, once; a place for a stamp says that it is one.
has -Fx 'picture: Scan to book: a QR code that opens willow.example/book' <all.txt || fail 'the code'
! has -x '.*Scan to book' <all.txt || fail 'a scrap beside the code'
has -Fx 'Space for a stamp' <bare.txt && has -Fx 'Phone or stamp: space for your practice' <bare.txt || fail 'the stamp'

# A caption comes right after its picture, then the labels, all in one element, and does not say the same again.
python3 "$tools/structcheck.py" --tags all.pdf >tags
awk '/^ *Figure/ { match($0, /^ */); figure = RLENGTH } /^ *Caption/ { match($0, /^ */); n++; if (RLENGTH != figure) exit 1 } END { exit n < 4 }' tags ||
    fail 'a caption is not beside its picture'
grep -A 1 -E '^picture: ' all.txt >pairs
[ "$(grep -c '^caption: ' pairs)" -ge 6 ] || fail 'a caption does not follow its picture'
awk -F ': ' '$1 == "picture" { alt = $2; next } $1 == "caption" && (index(alt, $2) || index($2, substr(alt, 1, length(alt) - 1))) { exit 1 }' pairs ||
    fail 'a caption says what its picture has said'
[ "$(grep -c '^- Piriformis muscle$' all.txt)" -eq 1 ] || fail 'a label is not heard once'
[ "$(grep -c 'Piriformis muscle' all.txt)" -eq 1 ] || fail 'a label is heard again'

[ "$(grep -o 'Willow Creek' all.txt | wc -l)" -le 2 ] || fail "the name is said $(grep -c 'Willow Creek' all.txt) times"
