#!/bin/bash
# Eight parts: each row of a list gets its own, whatever a row before it was given with the same practice's data.
. "$DGS_SRC/tests/e2e/lib.sh"

cp -r "$DGS_SRC/tests/handouts/stiff-neck/en-US" many
sed -i '/^- part: /d' many/handout.md
for i in 1 2 3 4 5 6 7 8; do
    printf -- '- part: p%d, p%d.md, %s, 1 page\n' $i $i "$([ $i = 3 ] && echo steps || echo sheet)" >>many/handout.md
    printf '# Part %d\n\n## Words of %d\n\nSome words.\n' $i $i >many/p$i.md
done
sed -i '/page {{page/d' many/emergency.md
all=(p1 p2 p3 p4 p5 p6 p7 p8 'p1,p5' 'p1,p6' 'p4,p8' 'p1,p2,p3,p4,p5,p6,p7,p8' p5 p1)
{
    echo 'name,parts'
    for parts in "${all[@]}"; do printf 'Elm,"%s"\n' "$parts"; done
} >list.csv
ok batch list.csv --out-dir made --content many --no-profile --jobs 1 --file-name '{n}.pdf'
for i in "${!all[@]}"; do
    ok --out one.pdf --content many --no-profile --practice-name Elm --parts "${all[i]}"
    same_bytes "made/$((i + 1)).pdf" one.pdf
    for part in 1 2 3 4 5 6 7 8; do
        case ,${all[i]}, in
        *,p$part,*) says one.pdf "Words of $part" ;;
        *) says_not one.pdf "Words of $part" ;;
        esac
    done
done
