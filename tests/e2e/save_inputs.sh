#!/bin/bash
# A handout replaces neither the profile nor the logo that it is made from, by whatever name or link it is to be written.
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'name = Elm\nlogo = logo.png\n' >practice.ini
python3 "$tools/makepng.py" rgb8 logo.png 60 40
cp practice.ini profile.kept
cp logo.png logo.kept
ln -s practice.ini link.pdf
ln logo.png second.pdf
for out in practice.ini ./practice.ini link.pdf; do
    run --out "$out"
    ended 2 "$out: is the profile that the handout is made from: name another file after --out"
done
for out in logo.png second.pdf; do
    run --out "$out"
    ended 2 "$out: is the logo that the handout is made from: name another file after --out"
done
same_bytes practice.ini profile.kept
same_bytes logo.png logo.kept
ok --out handout.pdf
ok --out handout.pdf # over an old one
