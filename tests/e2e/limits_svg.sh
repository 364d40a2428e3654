#!/bin/bash
# SVG logos at the edge of what one may have are taken, one beyond is refused, and not left to rsvg-convert either.
. "$DGS_SRC/tests/e2e/lib.sh"

svg() { # svg FILE BODY
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h9v9z"/>%s</svg>' "$2" >"$1"
}
times() { # times N WORDS
    yes "$2" | head -n "$1" | tr -d '\n'
}
groups() { svg logo.svg "$(times "$1" '<g>')<path d='M2 2h9v5z'/>$(times "$1" '</g>')"; }
elements() { svg logo.svg "$(times $(($1 - 2)) '<g/>')"; }
points() { svg logo.svg "<path d='M0 0h$(times $(($1 - 3 - 1)) '1 ')'/>"; } # the first path has three
edge() { # edge MAKE MOST SENTENCE
    "$1" "$2"
    ok --logo logo.svg --dry-run
    "$1" $(($2 + 1))
    refuses 65 "logo\.svg:?[0-9]*: $3" --logo logo.svg
}
edge groups 30 'elements are nested more than 32 deep: use fewer groups'
edge elements 100000 'there are more than 100000 elements: make it simpler'
edge points 500000 'the drawing has more than 500000 points: make it simpler'
svg logo.svg ''
rest=$((2 * 1024 * 1024 - $(stat -c %s logo.svg) - 7))
bytes() { svg logo.svg "<!--$(head -c "$1" /dev/zero | tr '\0' x)-->"; }
edge bytes $rest 'the drawing is larger than 2048 KB: make it simpler'
