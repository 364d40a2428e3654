#!/bin/bash
# Makes the handouts that every judge looks at, into $DGS_MATRIX: NAME.pdf, NAME.content with what they
# must say, and NAME.layout with where.
set -euo pipefail
rm -rf "$DGS_MATRIX"
mkdir -p "$DGS_MATRIX"
cd "$DGS_MATRIX"
export LC_ALL=C.UTF-8
unset SOURCE_DATE_EPOCH DGS_PDF_PROFILE
export XDG_CONFIG_HOME=$DGS_MATRIX XDG_CONFIG_DIRS=$DGS_MATRIX # no profile of this machine

make_one() { # NAME ARGS...
    local name=$1
    shift
    "$DGS_PDF" -q --out "$name.pdf" "$@"
    "$DGS_PDF" -q --dump content "$@" >"$name.content"
    "$DGS_PDF" -q --dump layout "$@" >"$name.layout"
}

brand=(--practice-name 'Anna Perez Massage' --tagline 'Hands that listen' --phone '(555) 010-0199'
    --email anna@example.org --website https://www.example.org --address '12 Elm Street\nSpringfield, OR 97477'
    --booking-url 'https://example.org/book?x=1&y=2')
makepng=$DGS_SRC/tests/tools/makepng.py
python3 "$makepng" rgb-alpha8 logo.png 480 320

make_one default
make_one a4 --paper a4
for parts in guide article care worksheet guide,article guide,care guide,worksheet article,worksheet; do
    make_one "parts-$parts" --parts $parts
    make_one "parts-$parts-a4-brand" --parts $parts --paper a4 "${brand[@]}" --logo logo.png
done
[ -n "${DGS_MATRIX_USUAL:-}" ] || { # which programs of before there was a card cannot make
    make_one card --parts card
    make_one card-a4-brand --parts card --paper a4 --region GB "${brand[@]}" --logo logo.png
    make_one card-saver --parts card --ink-saver "${brand[@]}"
    make_one card-press --parts card --bleed 3mm --crop-marks --grayscale --practice-name 'Anna Perez'
}
[ -n "${DGS_MATRIX_USUAL:-}" ] || { # which programs of before there were fields cannot make
    make_one fillable --fillable
    make_one fillable-a4-brand --fillable --paper a4 --region GB "${brand[@]}" --logo logo.png
    make_one fillable-large-saver --fillable --large-print --ink-saver --parts worksheet --practice-name 'Zoë Müller'
    make_one fillable-half-letter-client --fillable --paper half-letter --parts guide,worksheet --client Sam --note 'Walk.'
    make_one fillable-phone --fillable --paper phone "${brand[@]}"
    make_one fillable-card --fillable --parts card --practice-name 'Anna Perez'
    make_one fillable-gray --fillable --grayscale --parts article,worksheet --bleed 3mm --crop-marks
}
make_one brand "${brand[@]}" --logo logo.png --color '#7a2048'
make_one brand-a4 "${brand[@]}" --logo logo.png --color '#ffe680' --paper a4
make_one welcome "${brand[@]}" --therapist 'Ana Perez, LMT' --welcome "$(printf 'Start with one step, and tell me. %.0s' {1..6})"
make_one welcome-client-a4 --paper a4 --region GB --client Sam --therapist 'Ana Perez' --welcome 'Welcome! Start with one *step*.'
make_one brand-no-logo "${brand[@]}"
make_one logo-only --logo logo.png
make_one phone-only --phone 555-0100
make_one booking-only --booking-url https://example.org/a/very/long/path/that/may/have/to/be/broken/over/two/lines/of/the/box/and/more
make_one long-name --practice-name "$(printf 'Northern Lights Massage and Movement %.0s' 1 2 3)Studio"
make_one long-name-a4 --paper a4 --logo logo.png --practice-name "$(printf 'Northern Lights Massage and Movement %.0s' 1 2 3)Studio"
make_one accents --practice-name 'Zoë Müller & Łódź Țepeș Massage' --tagline 'À bientôt – “fi fl ffi”'
make_one turkish --practice-name 'Yılmaz Masaj' --tagline $'Kadıköy\u2019de, kapalı günler dışında'
make_one single-quotes --practice-name $'The \u2018Hands\u2019 people' --tagline $'The \u2018Hands\u2019 people'
make_one accent-alone --practice-name 'Studio Aq̇' --tagline 'q̇ q̈ ẹ́' --address 'q̇'
make_one client-vietnamese --therapist 'Hứa' --address 'Dương' --client M
make_one client-greek --therapist 'Μαΐου' --address 'Ιωάννου ι' --client M
make_one vietnamese --practice-name 'Trị liệu Nguyễn Đặng Phượng' --address '12 Đường Lê Lợi'
make_one yoruba --practice-name 'Ọlá Adẹ́bọ̀wálé Ifọwọ́ra' --tagline 'Ọ̀rẹ́ ẹ̀mí' --therapist 'Ẹ̀bùn, LMT' \
    --client 'Ṣadé Ẹ́' --note 'Má ṣe gbé ẹrù tó wúwo, ọ̀rẹ́.' --footer-note 'Ẹ ṣé, ọ̀rẹ́.' --address 'Ọ̀nà Ẹ́fọ́n 1\nÌbàdàn'
make_one marks --practice-name "$(printf 'Ȳstwyth Ė\xcc\x83 q\xcc\x87 Ų́')" --tagline "$(printf 'Y\xcc\x84 К\xcc\x80 i\xcc\x87\xcc\x81')"
make_one greek --practice-name 'Φυσιοθεραπεία Ελένη Ξανθού' --tagline 'Καλή υγεία'
make_one cyrillic --practice-name 'Массаж Ёлкина' --tagline 'Щукін і Їжак'
for kind in $(PYTHONPATH=$DGS_SRC/tests/tools python3 -c 'import makepng; print(*makepng.KINDS)'); do
    python3 "$makepng" "$kind" "$kind.png"
    make_one "logo-$kind" --parts guide --practice-name 'Anna Perez' --logo "$kind.png"
done
make_one logo-svg --practice-name 'Anna Perez' --logo "$DGS_SRC/assets/icons/web.svg"
convert -size 300x200 xc:white -fill '#204080' -draw 'rectangle 60,50 200,120' margin.jpg
convert margin.jpg -colorspace CMYK inks.jpg
convert -size 200x100 xc:none -fill white -draw 'rectangle 20,20 180,80' pale.png
printf '<svg viewBox="0 0 20 10"><g opacity=".5"><path d="M2 2h9v5h-9z"/></g></svg>' >beyond.svg
for logo in margin.jpg inks.jpg pale.png beyond.svg; do
    make_one "logo-${logo%.*}" --parts guide --practice-name 'Anna Perez' --logo $logo
done
# Logos that programs of before did not take.
new_logos() {
    local kind
    for kind in p3 adobe gray; do
        python3 "$DGS_SRC/tests/tools/makeicc.py" $kind $kind.icc
    done
    convert logo.png -background white -alpha remove +profile '*' -profile p3.icc -quality 90 p3.jpg
    convert logo.png +profile '*' -profile adobe.icc adobe.png
    convert logo.png -background white -alpha remove -colorspace gray +profile '*' -profile gray.icc -quality 90 gray.jpg
    convert logo.png -background white -alpha remove -profile /usr/share/color/icc/ghostscript/srgb.icc \
        -profile /usr/share/color/icc/ghostscript/default_cmyk.icc -quality 90 press.jpg
    convert logo.png -quality 80 lossy.webp
    convert logo.png -define webp:lossless=true full.webp
    python3 "$DGS_SRC/tests/logos/makers.py" made >/dev/null
    cp made/{affinity-gradient,figma-shadow,illustrator-entities,other-variables,other-prefix,illustrator-text-brand}.svg .
    for kind in p3.jpg adobe.png gray.jpg press.jpg lossy.webp full.webp \
        affinity-gradient.svg figma-shadow.svg illustrator-entities.svg other-variables.svg other-prefix.svg illustrator-text-brand.svg; do
        make_one "logo-${kind/./-}" --parts guide --practice-name 'Anna Perez' --logo "$kind"
    done
}
[ -n "${DGS_MATRIX_USUAL:-}" ] || new_logos
"$DGS_PDF" init-content -q letters
python3 "$DGS_SRC/tests/tools/letters.py" markdown >>letters/article.md
n=0
while IFS=$'\t' read -r parts wholes; do
    n=$((n + 1))
    letters=(--content letters --parts article --practice-name "$parts" --tagline "$parts")
    make_one "letters-$n" "${letters[@]}"
    make_one "letters-$n-saver" "${letters[@]}" --ink=saver
    make_one "letters-$n-client" --client M --therapist "$wholes" --address "$parts"
done < <(python3 "$DGS_SRC/tests/tools/letters.py" lines)
make_one clinical --labels clinical
SOURCE_DATE_EPOCH=1700000000 make_one dated
make_one custom --content "$DGS_SRC/tests/judge/content"
make_one custom-article --content "$DGS_SRC/tests/judge/content" --parts article
make_one custom-a4 --content "$DGS_SRC/tests/judge/content" --paper a4 "${brand[@]}" --logo logo.png
for paper in letter a4; do
    make_one booklet-$paper --booklet --paper $paper "${brand[@]}" --logo logo.png
    make_one booklet-$paper-large --booklet --paper $paper --large-print
done
make_one booklet-custom --booklet --content "$DGS_SRC/tests/judge/content"
make_one booklet-client --booklet --large-print --ink=saver --client 'Maria Lopez' --note 'Bring your shoes.'
make_one booklet-one --booklet --parts worksheet --ink=gray --practice-name 'Trị liệu Nguyễn'
make_one press --bleed 3mm --crop-marks --practice-name 'Anna Perez' --color '#7a2048'
make_one press-a5-large --bleed 3mm --crop-marks --paper a5 --large-print
cp "$DGS_SRC/assets/icons/web.svg" logo.svg
python3 "$makepng" rgb8 wide.png 720 120
convert logo.png -quality 90 logo.jpg
while read -r line; do
    eval "set -- $line" # quoted for a shell
    make_one "$@"
done < <(python3 "$DGS_SRC/tests/tools/pairs.py")
phones() {
    local parts
    for parts in guide article care worksheet guide,article article,worksheet guide,article,care,worksheet; do
        make_one "phone-$parts" --paper phone --parts $parts
        make_one "phone-$parts-large-brand" --paper phone --parts $parts --large-print "${brand[@]}" --logo logo.png
    done
    make_one phone-client --paper phone "${brand[@]}" --client 'Maria Lopez' --focus 1,4 --note 'Bring your shoes.' \
        --note 'Use the warm pack in the evening.' --next-visit 'Friday at 10' --theme rose
    make_one phone-welcome --paper phone --large-print --ink-saver --therapist 'Ana Perez' --welcome 'Start with one step.'
    make_one phone-clinical --paper phone --labels clinical --grayscale --practice-name 'Trị liệu Nguyễn Đặng Phượng'
    make_one phone-custom --paper phone --content "$DGS_SRC/tests/judge/content" "${brand[@]}"
}
[ -n "${DGS_MATRIX_USUAL:-}" ] || phones
neck=$DGS_SRC/tests/handouts/stiff-neck/en-US # which programs of before there were manifests cannot make
[ -n "${DGS_MATRIX_USUAL:-}" ] || for parts in moves diary moves,diary; do
    make_one "neck-$parts" --content "$neck" --parts $parts
    make_one "neck-$parts-a4-brand" --content "$neck" --parts $parts --paper a4 "${brand[@]}" --logo logo.png
    make_one "neck-$parts-large" --content "$neck" --parts $parts --large-print --ink=saver
done
printf '%s handouts\n' "$(find . -name '*.pdf' | wc -l)"
