#!/bin/bash
# SVG logos: our subset stays vector, whatever editor wrote it; what goes beyond is drawn by rsvg-convert, or refused with
# the reason and what to do.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/looks.sh"

svg() { # NAME BODY: draws into 200 x 100
    printf '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="urn:i" version="1.1" viewBox="0 0 200 100">\n%s\n</svg>\n' "$2" >"$1"
}
images() {
    pdfimages -list look.pdf | awk '$3 == "image"' | wc -l
}

svg plain.svg '<metadata><a xmlns="urn:b"/></metadata><defs/><g inkscape:label="a" style="fill:#204080;fill-opacity:1">
    <path d="M50 20h100v60h-100z"/><circle cx="100" cy="50" r="20" fill="#f0c000"/></g>'
rsvg-convert --zoom 4 plain.svg >plain.png
looks plain.svg plain.png 0.05
[ "$(images)" -eq 0 ] || fail 'vector art became pixels'

gradient='<linearGradient id="a"><stop stop-color="#c02040"/><stop offset="1" stop-color="#2040c0"/></linearGradient>'
svg beyond.svg "<defs>$gradient</defs><rect x=\"50\" y=\"20\" width=\"100\" height=\"60\" fill=\"url(#a)\"/>
    <g opacity=\".5\"><circle cx=\"100\" cy=\"50\" r=\"20\" fill=\"#fff\"/></g>"
rsvg-convert --zoom 4 beyond.svg >beyond.png
looks beyond.svg beyond.png 0.05
pdfimages -list look.pdf | awk '$3 == "image" { if ($13 < 590 || $14 < 590) exit 1; seen = 1 } END { exit !seen }' ||
    fail "it is not drawn at 600 dpi: $(pdfimages -list look.pdf)"
ok --out again.pdf --logo beyond.svg --practice-name 'Anna Perez'
pdfimages -list again.pdf >/dev/null

# Neither file nor net is reached: what such a reference would show does not come.
convert -size 10x10 xc:red secret.png
svg reach.svg "<image href=\"file://$PWD/secret.png\" width=\"200\" height=\"100\"/><image href=\"secret.png\" width=\"200\"
    height=\"100\"/><rect x=\"50\" y=\"20\" width=\"100\" height=\"60\" fill=\"rgb(0,0,255)\"/>"
run --out reach.pdf --logo reach.svg
[ "$code" -eq 0 ] && grep -q 'reach.svg: it refers to another file, secret.png, which is not read' "$tmp/err" || fail 'the other file is not told'
pdftoppm -r 60 -l 1 -png -singlefile reach.pdf reach
colors=$(convert reach.png -unique-colors -depth 8 txt:)
has '#0000FF' <<<"$colors" || fail 'the drawing is not there'
! has '#FF0000' <<<"$colors" || fail 'the other file was read'

# Without the program: the place of what is too much, and what to do.
mkdir empty
with_path() {
    code=0
    PATH=$1 "$DGS_PDF" --out no.pdf --logo "$2" >"$tmp/out" 2>"$tmp/err" || code=$?
}
with_path "$PWD/empty" beyond.svg
[ "$code" -eq 65 ] || fail "exit code $code"
grep -q 'beyond\.svg:3: the attribute opacity of <g> is not supported' "$tmp/err" || grep -q 'beyond\.svg:2: .*fill' "$tmp/err" ||
    fail 'the reason is not told'
grep -q 'librsvg2-bin.*save the logo as PNG' "$tmp/err" || fail 'what to do is not told'
[ ! -e no.pdf ] || fail 'something was written'
with_path '' beyond.svg
[ "$code" -eq 65 ] || fail "without a PATH: exit code $code"
cat >rsvg-convert <<'.'
#!/bin/sh
: >"${0%/*}/ran"
.
chmod +x rsvg-convert
with_path .: beyond.svg
[ "$code" -eq 65 ] && [ ! -e ran ] || fail 'a program of the folder one happens to be in was run'
rm rsvg-convert
with_path "$PWD/empty" plain.svg
[ "$code" -eq 0 ] || fail 'a drawing of our subset needs no other program'

# A DOCTYPE is taken, and entities that name a namespace; no others.
printf '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>\n<svg xmlns="&ns_svg;" viewBox="0 0 20 10"><rect width="20" height="10" fill="#204080"/></svg>' >doctype.svg
ok --out doctype.pdf --logo doctype.svg
for entity in 'a SYSTEM "file:///etc/passwd"' 'a "b"' '% a "b"' 'a "http://b/&#38;c;"'; do
    printf '<!DOCTYPE svg [<!ENTITY %s>]>\n<svg viewBox="0 0 9 9"><text>&a;</text></svg>' "$entity" >entity.svg
    refuses 65 'entity\.svg:1: the entity a is not supported' --logo entity.svg
done
printf '<?xml-stylesheet href="a.css"?>\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg viewBox="0 0 9 9"><text>&a;</text></svg>' >entity.svg
refuses 65 'entity\.svg:2: the entity a is not supported' --logo entity.svg
svg broken.svg '<text>a'
refuses 65 'broken\.svg:3: is not well-formed SVG' --logo broken.svg

# Never poorer without a word.
warns() { # WORDS BODY
    svg warned.svg "$2"
    run --out warned.pdf --logo warned.svg
    [ "$code" -eq 0 ] && [ -s warned.pdf ] || fail "exit code $code: $1"
    grep -qF "warning: the logo warned.svg: $1" "$tmp/err" || fail "not told: $1"
    run --out strict.pdf --strict --logo warned.svg
    [ "$code" -eq 3 ] && [ ! -e strict.pdf ] || fail "with --strict: exit code $code: $1"
}
circle='<circle cx="50" cy="50" r="40" fill="#204080"/>'
turn='in your drawing program turn text into paths'
warns "the text 'Willow' uses the font Brandon, which is not installed: $turn" "$circle<text x='90' y='50' font-family='Brandon, serif'>Willow</text>"
warns "the text 'Willow' uses the font Brandon Two, which is not installed: $turn" "$circle<text x='90' y='50' style='font: bold 20px/1.2 \"Brandon Two\"'>Willow</text>"
warns "the text 'Willow' uses the font Brandon, which is embedded in the drawing but not used: $turn" \
    "<style>@font-face{font-family:Brandon;src:url(data:font/woff2;base64,AAAA)}text{font-family:Brandon}</style>$circle<text x='90' y='50'>Willow</text>"
warns "the text 'Willow' is set along a path, which is not drawn that way: $turn" "$circle<path id='p' d='M0 90h200'/><text><textPath href='#p'>Willow</textPath></text>"
svg letter.svg "$circle<text x='90' y='50' font-family='DejaVu Sans'>A&#x10ff0d;</text>"
run --out letter.pdf --logo letter.svg
grep -qE "the text 'A.*' has the letter '.*' \(U\+10FF0D\), which is in no font here: $turn" "$tmp/err" || fail 'a letter that no font has is not told'
warns "the text 'Willow Creek' is in a box (foreignObject), which is not drawn: $turn" "$circle<foreignObject width='50' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>Willow <b>Creek</b></p></foreignObject>"
warns "it refers to another file, a.png, which is not read: in your drawing program embed the picture" "$circle<image href='files/a.png' width='9' height='9'/>"
svg alone.svg "<image href='a.png' width='9' height='9'/>"
refuses 65 'alone\.svg: the logo cannot be drawn: it refers to another file, a\.png, which is not read' --logo alone.svg
warns "its style sheet is in another file, which is not read: embed it" "<style>@import 'a.css';</style>$circle"
warns "a picture in it (image/webp) is not drawn: in your drawing program put it in as PNG or JPEG" "$circle<image href='data:image/webp;base64,AAAA' width='9' height='9'/>"
warns "the drawing is animated, and only its first image is printed: save it without animation" "<circle cx='50' cy='50' r='40'><animate attributeName='r' to='9' dur='1s'/></circle>"

# Values that drawing programs do not agree on.
doubts() { # ATTRIBUTES WORDS
    svg doubted.svg "$circle<rect x='110' y='20' width='60' height='60' $1/>"
    run --out doubted.pdf --logo doubted.svg
    grep -qF "it has $2, which may look different" "$tmp/err" || fail "not told: $2"
}
doubts "style='fill:oklch(60% 0.15 200)'" 'fill: oklch(60% 0.15 200)'
doubts "style='fill:initial'" 'fill: initial'
doubts "style='width:calc(1px + 2px)'" 'width: calc(1px + 2px)'
doubts "stroke='#000' stroke-width='.2em'" 'stroke-width: .2em'
doubts "style='filter:grayscale(1)'" 'filter: grayscale(1)'
doubts "style='mask-image:url(#m)'" 'mask-image: url(#m)'
doubts "vector-effect='non-scaling-stroke'" 'vector-effect: non-scaling-stroke'
doubts "pathLength='9' stroke='#000' stroke-dasharray='1'" 'pathLength: 9'
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99" style="background:#fee"><text>.</text></svg>' >ground.svg
run --out ground.pdf --logo ground.svg
grep -qF 'it has background: #fee, which may look different' "$tmp/err" || fail 'a ground is not told'
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99" style="background:white">%s</svg>' "$circle" >ground.svg
run --out ground.pdf --logo ground.svg
! grep -q 'it has background' "$tmp/err" || fail 'the ground of paper is told'
warns "the rule for '@supports (fill:red)' in its style sheet is ignored" "<style>@supports (fill:red){rect{fill:red}}</style>$circle"
warns "the text 'Willow' is set with font-variant, which is not drawn that way: $turn" "$circle<text font-variant='small-caps'>Willow</text>"
# Corners up to what is none; a color that all know before one that few do.
svg corners.svg "<polyline points='10,10 60,10 60,60 20' fill='#204080'/><rect x='80' y='10' width='50' height='50' style='fill:#204080;fill:oklch(39% 0.1 260)'/>"
svg corners-plain.svg "<path d='M10 10H60V60z M80 10h50v50h-50z' fill='#204080'/>"
rsvg-convert --zoom 4 corners-plain.svg >corners.png
looks corners.svg corners.png 0.05
ok --out corners.pdf --strict --logo corners.svg

# Nothing is left of it: what may be why, not that it were white.
warns "its effect (filter) may be why it is not drawn: in your drawing program save it as PNG" "<filter id='f'><feOffset dx='5000'/></filter><g filter='url(#f)'>$circle</g>"
grep -qF 'the logo warned.svg is empty when drawn: use another file' "$tmp/err" || fail 'an empty logo is not told'
! grep -q 'white paper' "$tmp/err" || fail 'a logo that an effect hides is said to be white'
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5e21 9"><text>a</text></svg>' >large.svg
run --out large.pdf --logo large.svg
grep -qF 'its view box (0 0 5e21 9) is not supported, so it may look different: save it again' "$tmp/err" || fail 'a view box without measure is not told'

# A decimal comma in a filter, as some programs write it: the default, not nothing.
svg comma.svg "<filter id='f'><feGaussianBlur stdDeviation='0,1 0 2'/><feColorMatrix values='1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0,5 0'/></filter><g filter='url(#f)'>$circle</g>"
svg point.svg "<g opacity='.999'>$circle</g>"
rsvg-convert --zoom 4 point.svg >point.png
looks comma.svg point.png 0.05
