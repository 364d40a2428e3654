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
convert -size 100x60 xc:blue blue.png
looks reach.svg blue.png 0.05

# Without the program: the place of what is too much, and what to do.
mkdir empty
with_path() {
    code=0
    PATH=$1 "$DGS_PDF" --out no.pdf --logo "$2" >"$tmp/out" 2>"$tmp/err" || code=$?
}
with_path "$PWD/empty" beyond.svg
[ "$code" -eq 65 ] || fail "exit code $code"
grep -q 'beyond\.svg:3: the attribute opacity of <g> is not taken' "$tmp/err" || grep -q 'beyond\.svg:2: .*fill' "$tmp/err" ||
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

# Entities never get so far.
printf '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<svg viewBox="0 0 9 9"><text>&a;</text></svg>' >entity.svg
refuses 65 'entity\.svg:1: DOCTYPE and entities are not taken' --logo entity.svg
printf '<?xml-stylesheet href="a.css"?>\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg viewBox="0 0 9 9"><text>&a;</text></svg>' >entity.svg
refuses 65 'entity\.svg:1: ' --logo entity.svg
svg broken.svg '<text>a'
refuses 65 'broken\.svg: rsvg-convert cannot draw it' --logo broken.svg
