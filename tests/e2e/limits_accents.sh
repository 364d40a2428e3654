#!/bin/bash
# A text may have so many letters with accents that are no character of their own, and no more; a letter so many accents.
. "$DGS_SRC/tests/e2e/lib.sh"

letters() { # N: a guide with as many different ones, each twice
    python3 - "$1" <<'END'
import itertools, sys, unicodedata
marks = [chr(cp) for cp in (0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30b, 0x30c)]
wanted, out = int(sys.argv[1]), []
for base, *over in itertools.product("bcfklmnprstvwxz", marks, marks):
    letter = unicodedata.normalize("NFC", base + "".join(over))
    if len(letter) == 3 and len(out) < wanted:
        out.append(letter)
assert len(out) == wanted
print("# Guide\n")
for i in range(0, wanted, 20):
    print(" ".join(out[i : i + 20] + out[i : i + 20]) + "\n")
END
}
mkdir content
letters 980 >content/guide.md # marks take some of the thousand, too
ok --out most.pdf -q --no-profile --content content --parts guide
python3 "$tools/structcheck.py" most.pdf || fail 'the structure is not sound'
letters 1001 >content/guide.md
refuses 65 'more than 1000 different accented letters' -q --no-profile --content content --parts guide

many() { printf '\xcc\x81%.0s' $(seq "$1"); }
ok --out accents.pdf --no-profile --practice-name "A$(many 120)"
refuses 65 'too many accents' --no-profile --practice-name "A$(many 130)"
refuses 65 'has 2048 characters, but at most 160 fit' --no-profile --practice-name "x$(many 2047)"
