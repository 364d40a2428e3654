#!/bin/bash
# A practice's name in each script does the same by the module and by the program.
. "$DGS_SRC/tests/web/lib.sh"
fonts=$DGS_SRC/build/dgs-pdf-cjk.fonts
east=()
[ ! -e "$fonts" ] || east=(cjk)
python3 "$DGS_SRC/tests/tools/names.py" list "$tmp/list.csv" "${east[@]}"
python3 - "$tmp" "$fonts" "${east[@]}" <<'END' >"$tmp/cases"
import csv, json, re, sys
folder, fonts = sys.argv[1:3]
for name, in list(csv.reader(open(f"{folder}/list.csv", encoding="utf-8")))[1:]:
    east = re.search("[\u3000-\u318f\u4e00-\ud7ff\uff00-\uffef]", name)
    more = ["--fonts", fonts] if east and sys.argv[3:] else []
    print(json.dumps({"cwd": folder, "args": ["--no-profile", "--out", "out.pdf", "--parts", "guide", "--practice-name", name, *more],
                      "env": {}, "input": ""}))
END
same "$tmp/cases"
