#!/bin/bash
# A country may be written as people write it: by its codes, or by its name in English.
. "$DGS_SRC/tests/e2e/lib.sh"

while IFS=: read -r code names; do
    ok --out code.pdf --practice-name Anna --region "$code" --parts guide
    IFS='|' read -ra names <<<"$names"
    {
        echo Name,Country
        for name in "${names[@]}"; do
            echo "Anna,$name"
        done
    } >list.csv
    rm -rf out
    ok batch list.csv --out-dir out --parts guide
    [ "$(find out -name '*.pdf' | wc -l)" -eq ${#names[@]} ] || fail "$code: not all names are taken"
    for made in out/*.pdf; do
        same_bytes code.pdf "$made"
    done
done <<'END'
US:us|USA|U.S.|U.S.A.|United States|united states of america|The United States
CA:CAN|Canada|CANADA
GB:UK|U.K.|GBR|United Kingdom|the UK|Great Britain|England|Scotland|Wales
IE:IRL|Ireland|Republic of Ireland
AU:AUS|Australia
NZ:NZL|New Zealand|new-zealand|Aotearoa
END
