#!/bin/bash
# No variant breaks a page: cards whole, pictures under their headings, tables with their heads, pages full, the plate
# large, lines side by side level. A page may be less full only where the next one begins with what had no room on it.
. "$DGS_SRC/tests/e2e/lib.sh"

rules=$tools/pagerules.py
look() { # LABEL FEW ARGS...
    local label=$1 few=$2
    shift 2
    ok --dump content "$@"
    mv "$tmp/out" content
    ok --dump layout "$@"
    mv "$tmp/out" layout
    python3 "$rules" --baselines --few "$few" content layout >one || fail "$label: the rules do not run"
    sed "s/^/$label: /" one >>found
}
name='The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation Therapists of Upper Springfield LLC'
welcome=$(printf 'Thank you for your trust. %.0s' $(seq 8))
: >found
for paper in letter a4; do
    for parts in guide article care worksheet guide,article guide,care article,care guide,worksheet article,worksheet \
        guide,article,care,worksheet; do
        look "$paper $parts" 70 --region US --paper $paper --parts $parts
    done
    for variant in --large-print --ink-saver --grayscale "--large-print --ink-saver"; do
        # shellcheck disable=SC2086
        look "$paper $variant" 70 --region US --paper $paper $variant
    done
    notes=()
    for n in 0 1 2 3; do
        look "$paper client with $n notes" 70 --region US --paper $paper --client 'Maria Lopez' --focus 2,5 "${notes[@]}"
        notes+=(--note "Use the warm pack in the evening, and call me if the tingling grows.")
    done
    look "$paper welcome" 70 --region US --paper $paper --practice-name Elm --therapist 'Ana Perez' --welcome "$welcome"
    look "$paper long name" 70 --region US --paper $paper --practice-name "$name" --phone 555-0100
done
for paper in legal a5 half-letter; do
    look "$paper" 40 --region US --paper $paper
done
pages_of() { sed -n '1s/.*\(pages [0-9]*\)$/\1/p' layout; }
look letter 70
[ "$(pages_of)" = 'pages 4' ] || fail "the default has $(pages_of)"
look client 70 --client 'Maria Lopez' --next-visit 'Tue 8 December' --focus 2,5 --note 'Use the warm pack.' --note 'Call me.'
[ "$(pages_of)" = 'pages 4' ] || fail "a client's sheet has $(pages_of)"

[ ! -s found ] || fail "pages that break a rule: $(cat found)"

# Each rule sees its breach.
breaks() { # RULE SED...: the layout, edited so, breaks the rule
    local rule=$1
    shift
    ok --dump content --parts $parts
    mv "$tmp/out" content
    ok --dump layout --parts $parts
    sed -E "$@" "$tmp/out" >layout
    ! cmp -s "$tmp/out" layout || fail "the layout does not change by: $*"
    python3 "$rules" --baselines content layout >one
    has "^$rule page" one || fail "$rule: not seen by: $*"
}
parts=guide,article,care
breaks whole '0,/^1 (.*Both legs weak)/s//2 \1/'
breaks picture 's/^3 (.* art figure)/4 \1/'
breaks full '/^2 .* (figure|label|caption|item|heading|para|field) /d; /^2 .* layout/d'
breaks plate 's/^(2 [0-9.]+ [0-9.]+) ([0-9.]+) (.* label )/\1 1 \3/; s/^2 [0-9.]+ (.* label )/2 300 \1/; s/^2 [0-9.]+ ([0-9.]+) [0-9.]+ (.* art figure)/2 300 \1 20 \2/'
breaks level 's/^(3 [0-9.]+) ([0-9]+)(\.[0-9]+ .*Tell us about)/echo "\1 $((\2 + 2))\3"/e'
parts=worksheet
breaks full '/^1 .* (item|heading|para|field|rule|label|caption) /d; /^1 .* layout/d'
