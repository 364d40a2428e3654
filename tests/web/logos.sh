#!/bin/bash
# Each kind of logo does the same by the module and by the program: pictures with profiles, turned ones, WebP, drawings as
# programs export them, and what is no logo.
. "$DGS_SRC/tests/web/lib.sh"
tools=$DGS_SRC/tests/tools
mkdir "$tmp/logos" "$tmp/icc"
cd "$tmp/logos"

for kind in $(PYTHONPATH=$tools python3 -c 'import makepng; print(*makepng.KINDS)'); do
    python3 "$tools/makepng.py" "$kind" "$kind.png" 120 80
done
convert -size 6x4 plasma:teal-orange -seed 4 -modulate 100,160 -filter point -resize 96x64 fields.png
for kind in p3 adobe gray damaged; do
    python3 "$tools/makeicc.py" $kind "$tmp/icc/$kind.icc"
done
ghostscript=/usr/share/color/icc/ghostscript
for kind in p3 adobe gray; do
    colors=()
    [ $kind != gray ] || colors=(-colorspace gray)
    convert fields.png "${colors[@]}" +profile '*' -profile "$tmp/icc/$kind.icc" $kind.png
    convert $kind.png -depth 16 wide-$kind.png
    convert $kind.png -quality 90 $kind.jpg
    convert $kind.png -quality 80 $kind.webp
    convert $kind.png -define webp:lossless=true full-$kind.webp
done
for inks in default ps; do
    convert fields.png -profile $ghostscript/srgb.icc -profile $ghostscript/${inks}_cmyk.icc -quality 90 $inks.jpg
done
convert rgb-alpha8.png -quality 70 alpha.webp
convert rgb-alpha8.png -define webp:lossless=true full-alpha.webp
head -c 200 p3.webp >cut.webp
for name in a.gif a.tiff a.bmp; do
    convert fields.png $name
done
printf '%%!PS-Adobe-3.0 EPSF-3.0\n' >a.eps
printf '%%PDF-1.4\n' >a.pdf
printf '<!doctype html><html><body>404</body></html>' >page.png
python3 "$DGS_SRC/tests/logos/makers.py" . >/dev/null
cp "$DGS_SRC"/tests/logos/inkscape/*.svg .

python3 "$DGS_SRC/tests/web/cases.py" logos "$PWD" >"$tmp/cases"
same "$tmp/cases"
