#!/bin/bash
# A file is found whether its name holds a letter with an accent as one character or as a letter and marks, on the disk
# and as it is typed; each part of a path by itself. Where both are there, the one that is named is taken.
. "$DGS_SRC/tests/e2e/lib.sh"

whole=é parted=$(printf 'e\xcc\x81')
python3 "$tools/makepng.py" rgb8 logo.png 300 100
ok --out wanted.pdf --no-profile --practice-name Ana --logo logo.png
for disk in "$whole" "$parted"; do
    for typed in "$whole" "$parted"; do
        rm -rf box && mkdir -p "box/D$disk/content$disk" && cp logo.png "box/D$disk/logo$disk.png"
        ok --out got.pdf --no-profile --practice-name Ana --logo "box/D$typed/logo$typed.png"
        same_bytes got.pdf wanted.pdf
        mixed=box/D$disk/logo$typed.png # the folder by the completion of the shell
        ok --out got.pdf --no-profile --practice-name Ana --logo "$mixed"
        same_bytes got.pdf wanted.pdf
        printf 'name = Ana\nlogo = logo%s.png\n' "$typed" >"box/D$disk/p$disk.ini"
        ok --out got.pdf --profile "box/D$typed/p$typed.ini"
        same_bytes got.pdf wanted.pdf
        printf 'name,logo\nAna,logo%s.png\n' "$typed" >"box/D$disk/list$disk.csv"
        ok batch "box/D$typed/list$typed.csv" --no-profile --out-dir many
        same_bytes many/0001-Ana.pdf wanted.pdf
        printf '# Guide\n\n![A ring](bild%s.png)\n' "$typed" >"box/D$disk/content$disk/guide.md"
        cp logo.png "box/D$disk/content$disk/bild$disk.png"
        ok --out content.pdf --no-profile --parts guide --content "box/D$typed/content$typed"
        rm -rf many
    done
done

# Both are there.
mkdir two && cp logo.png "two/$whole.png"
python3 "$tools/makepng.py" rgb8 "two/$parted.png" 100 300
ok --out got.pdf --no-profile --practice-name Ana --logo "two/$whole.png"
same_bytes got.pdf wanted.pdf
ok --out got.pdf --no-profile --practice-name Ana --logo "two/$parted.png"
! cmp -s got.pdf wanted.pdf || fail 'the other file was taken'
refuses 66 'logo not found, did you mean .*: correct the name' --no-profile --practice-name Ana --logo "two/x$parted.png"
