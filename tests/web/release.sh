#!/bin/bash
# `release.sh FOLDER`: the page, the last commit's source, the bills of materials of page and program, and the sums of all.
# Where no folder is named it is a test: the sums are right, the source is whole, the page's bill is valid.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
make_release() { # FOLDER
    local version name
    version=$("$root/build/release/dgs-pdf" --version | sed -n '1s/.* //p')
    name=dgs-pdf-$version
    rm -rf "$1"
    mkdir -p "$1"
    cp "$root/build/web/handout.html" "$root/build/web/handout.spdx.json" "$root/build/release/dgs-pdf.spdx.json" "$1"
    git -C "$root" archive --prefix="$name/" HEAD | xz -9 >"$1/$name.tar.xz"
    (cd "$1" && sha256sum -- * >"../SHA256SUMS.$$" && mv "../SHA256SUMS.$$" SHA256SUMS)
}
if [ $# -gt 0 ]; then
    make_release "$1"
    (cd "$1" && ls -l)
    exit
fi
. "$DGS_SRC/tests/web/lib.sh"
make_release "$tmp/dist"
cd "$tmp/dist"
sha256sum --quiet --check SHA256SUMS
tar -tf dgs-pdf-*.tar.xz >"$tmp/listed"
for file in README.md CHANGES LICENSE Makefile src/web/CMakeLists.txt; do
    grep -q "^dgs-pdf-[0-9.]*/$file\$" "$tmp/listed" || { echo "the source has no $file" >&2; exit 1; }
done
cache=$("$DGS_SRC/tests/tools/fetched.sh" spdx)
PYTHONPATH=$cache python3 "$DGS_SRC/tests/tools/spdx/validate.py" handout.spdx.json
# All that is in the page is in its bill, with its license, and each notice on the page.
python3 - "$DGS_SRC" <<'END'
import base64, gzip, json, re, sys
page = open("handout.html", encoding="utf-8").read()
bill = {p["name"]: p for p in json.load(open("handout.spdx.json", encoding="utf-8"))["packages"]}
notices = gzip.decompress(base64.b64decode(re.search(r'id="license-pack">([^<]*)<', page)[1])).decode()
sums = {p["checksums"][0]["checksumValue"] for p in bill.values() if "checksums" in p}
fetched = [line.split() for line in open(sys.argv[1] + "/src/web/sources.txt", encoding="utf-8") if not line.startswith("#")]
for library in {line[0] for line in fetched}:
    assert sums & {line[3] for line in fetched if line[0] == library}, f"the bill has not {library}"
for name in [*bill, "Source Sans 3", "Fraunces", "Noto Sans", "libwebp", "Little CMS", "Expat"]:
    assert bill[name]["licenseDeclared"] not in ("", "NOASSERTION", "NONE"), name
    assert re.search(rf"^{re.escape(name)}: ", notices, re.M), f"the page has no notice of {name}"
END
