#!/bin/bash
# Margins are cut off, wide, tall and square logos are about as strong, and a pale one gets a tile.
. "$DGS_SRC/tests/e2e/lib.sh"
. "$DGS_SRC/tests/tools/looks.sh"

# The same mark with and without margins, opaque and not, kept as it is compressed and not, turned and not.
convert -size 300x150 'gradient:#204080-#c02040' mark.png
convert mark.png -bordercolor none -border 90x200 margin-clear.png
convert mark.png -bordercolor white -border 90x200 margin-white.png
convert mark.png -background white -gravity northwest -extent 700x400 -quality 97 margin-right.jpg
convert mark.png -bordercolor white -border 20 -type Palette PNG8:margin-palette.png
show mark.png
place picture >want
cp look.png want-mark.png
for file in margin-clear.png margin-white.png margin-palette.png; do
    looks $file mark.png 0.05
    same_bytes <(place picture) want
done
looks margin-right.jpg mark.png 0.06
read -r x y w h < <(place picture)
awk -v w="$w" -v h="$h" 'BEGIN { r = w / h; exit !(r > 1.9 && r < 2.1) }' || fail "the JPEG's margin: $x $y $w $h"
printf '<svg viewBox="0 0 90 90"><rect width="90" height="90" fill="#fff"/><path d="M30 40h30v15h-30z"/></svg>' >margin.svg
show margin.svg
read -r x y w h < <(place art)
awk -v w="$w" -v h="$h" 'BEGIN { r = w / h; exit !(r > 1.99 && r < 2.01) }' || fail "the drawing's margin: $w x $h"

# The picture begins at the left edge of the type area and keeps its bounds.
areas=()
for size in 600x120 300x300 150x300; do
    convert -size $size xc:'#204080' shape.png
    for paper in letter a4; do
        show shape.png --paper $paper
        [ $paper = letter ] && left=48 || left=42
        read -r x y w h < <(place picture)
        awk -v x="$x" -v y="$y" -v w="$w" -v h="$h" -v left="$left" \
            'BEGIN { exit !(x == left && y >= 20 && w <= 132 && h <= 56) }' || fail "$size on $paper: $x $y $w $h"
        [ "$(pages look.pdf)" -eq 4 ] || fail "$size on $paper: $(pages look.pdf) pages"
    done
    areas+=("$(awk -v w="$w" -v h="$h" 'BEGIN { print w * h }')")
done
printf '%s\n' "${areas[@]}" | sort -n | awk 'NR == 1 { least = $1 } END { exit !($1 < least * 1.7) }' || fail "areas: ${areas[*]}"

# White and cream on nothing; not where there is a dark part, a ground, or the page's own colour.
convert -size 200x100 xc:none -fill white -draw 'circle 50,50 50,5' -fill '#fff8e0' -draw 'rectangle 110,20 190,80' pale.png
printf '<svg viewBox="0 0 20 10"><path fill="#fff" d="M1 1h8v8h-8z"/></svg>' >pale.svg
for logo in pale.png pale.svg; do
    show $logo --color '#7a2048'
    read -r x y w h < <(place "$([ $logo = pale.png ] && echo picture || echo art)")
    read -r tx ty tw th < <(place fill)
    awk -v x="$x" -v y="$y" -v w="$w" -v h="$h" -v tx="$tx" -v ty="$ty" -v tw="$tw" -v th="$th" \
        'BEGIN { exit !(x > tx + 4 && y > ty + 4 && x + w < tx + tw - 4 && y + h < ty + th - 4) }' ||
        fail "$logo: $x $y $w $h is not inside $tx $ty $tw $th"
    pdftoppm -r 72 -f 1 -singlefile -x "${tx%.*}" -y "${ty%.*}" -W "${tw%.*}" -H "${th%.*}" look.pdf tile
    [ "$(convert tile.ppm -format '%[pixel:p{8,3}]' info:)" = 'srgb(122,32,72)' ] || fail "$logo: the tile has another colour"
done
convert pale.png -fill '#204080' -draw 'rectangle 130,30 170,70' mixed.png
convert pale.png -background '#204080' -flatten ground.png
printf '<svg viewBox="0 0 20 10"><path fill="currentColor" d="M1 1h8v8h-8z"/></svg>' >own.svg
for logo in mixed.png ground.png own.svg; do
    show $logo
    read -r x y w h < <(place "$([ $logo = own.svg ] && echo art || echo picture)")
    [ "$x" = 48.00 ] || fail "$logo: it stands on a tile"
done
