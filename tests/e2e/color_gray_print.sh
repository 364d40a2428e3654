#!/bin/bash
# The colour file on a printer without colours: the tint is still seen, and the red of the emergency box is nearly black.
. "$DGS_SRC/tests/e2e/lib.sh"

areas() {
    python3 "$tools/pixels.py" flat file.pdf 1 "$1" "$2"
}

for color in '#0b5f5a' '#7a2048' '#f2c200' '#111111' '#e86a92' '#6b8e23' '#00ffff' '#ffffff'; do
    ok --out file.pdf --color "$color" --parts guide -q
    tint=$(areas 215 236) pale=$(areas 237 254) cap=$(areas 50 90)
    [ "$tint" -gt 20000 ] || fail "$color: $tint pixels of the tint"
    [ "$pale" -lt 300 ] || fail "$color: $pale pixels are paler than a printer shows"
    [ "$cap" -gt 3000 ] || fail "$color: $cap pixels of the alert's red"
done
