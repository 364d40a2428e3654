#!/bin/bash
# The bill of materials is true: its libraries are those that the loader takes, in the versions that the packages have,
# and what it calls embedded stands in the program. It is the same each time, and tells nothing of the machine.
. "$DGS_SRC/tests/e2e/lib.sh"

python3 - "$DGS_BUILD/dgs-pdf.spdx.json" "$DGS_PDF" "$DGS_SRC" <<'EOF' || fail 'the bill of materials is not true'
import hashlib, json, os, re, subprocess, sys
bill, program, source = sys.argv[1:]

def says(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

with open(bill, encoding="utf-8") as f:
    text = f.read()
document = json.loads(text)
packages = {p["SPDXID"]: p for p in document["packages"]}
files = {f["SPDXID"]: f for f in document["files"]}
related = {}
for r in document["relationships"]:
    related.setdefault((r["spdxElementId"], r["relationshipType"]), []).append(r["relatedSpdxElement"])

def provided(kind):
    return {name for one in related[("SPDXRef-program", kind)] for name in packages[one]["comment"].split()}

needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", says("readelf", "-d", program)))
loaded = {os.path.basename(line.split()[0]) for line in says("ldd", program).splitlines() if "vdso" not in line}
assert needed and needed <= loaded
assert needed <= provided("DYNAMIC_LINK"), needed - provided("DYNAMIC_LINK")
assert all(set(packages[p]["comment"].split()) & needed for p in related[("SPDXRef-program", "DYNAMIC_LINK")])
assert provided("DYNAMIC_LINK") | provided("DEPENDS_ON") == loaded, loaded
opened = [p for p in packages if "OPTIONAL_DEPENDENCY_OF" in {kind for one, kind in related if one == p}]
assert {"libcups.so.2", "liblcms2.so.2", "libwebp.so.7"} <= {packages[p]["comment"] for p in opened}, opened

for p in packages.values():
    for reference in p.get("externalRefs", []):
        arch = reference["referenceLocator"].split("arch=")[1]
        name = p["name"] if arch == "all" else f"{p['name']}:{arch}"
        assert says("dpkg-query", "-W", "-f", "${Version}", name) == p["versionInfo"], p
        assert reference["referenceLocator"].startswith(f"pkg:deb/debian/{p['name'].replace('+', '%2B')}@"), p
        assert p["licenseDeclared"] != "NOASSERTION" or "source package gcc" in p["sourceInfo"], p # of sanitizers
assert packages["SPDXRef-dgs-pdf"]["versionInfo"] in says(program, "--version").split("\n")[0]

def checksums(path):
    with open(path, "rb") as f:
        data = f.read()
    return data, {"SHA1": hashlib.sha1(data).hexdigest(), "SHA256": hashlib.sha256(data).hexdigest()}

def sums(one):
    return {c["algorithm"]: c["checksumValue"] for c in files[one]["checksums"]}

whole, of_whole = checksums(program)
assert sums("SPDXRef-program") == of_whole
code = packages["SPDXRef-dgs-pdf"]["packageVerificationCode"]["packageVerificationCodeValue"]
assert code == hashlib.sha1(of_whole["SHA1"].encode()).hexdigest()
embedded = related[("SPDXRef-program", "CONTAINS")]
for one in embedded:
    data, of_data = checksums(os.path.join(source, files[one]["fileName"]))
    assert sums(one) == of_data, one
    assert data in whole, f"{one} does not stand in the program"
    font = "OFL-1.1-RFN" if "SourceSans" in one else "OFL-1.1"
    assert files[one]["licenseConcluded"] == (font if one.endswith(".ttf") else "MIT"), one
names = {os.path.basename(files[one]["fileName"]) for one in embedded}
assert {"SourceSans3-Regular.ttf", "guide.md", "piriformis.svg", "walking.svg"} <= names, names
assert {f for f in os.listdir(os.path.join(source, "fonts")) if f.endswith(".ttf")} <= names
assert set(os.listdir(os.path.join(source, "fonts", "noto"))) - names == {"OFL.txt"}

assert document["creationInfo"]["created"] == "2026-11-25T00:00:00Z", document["creationInfo"]
for word in (source, os.path.realpath(source), os.uname().nodename, "/usr/lib"):
    assert word not in text, word
EOF

# Made once more: the same bytes; with a date, that one.
again() { # again OUT VARIABLE...
    local names
    names=$(grep -o '"\./[^"]*"' "$DGS_BUILD/dgs-pdf.spdx.json" | tr -d '"' | sed 's|^\./||' | grep -v '^bin/' | sort -r)
    env "${@:2}" cmake -DPROGRAM="$DGS_PDF" -DVERSION="$("$DGS_PDF" --version | sed -n '1s/.* //p')" -DSOURCE="$DGS_SRC" \
        -DFONTS="$(grep '^fonts' <<<"$names" | paste -sd,)" -DASSETS="$(grep '^assets' <<<"$names" | paste -sd,)" \
        -DCOMPILER="$(sed -n 's/.*SPDXRef-compiler", "name": "\([^"]*\)", "versionInfo": "\([^"]*\)".*/\1 \2/p' "$DGS_BUILD/dgs-pdf.spdx.json")" \
        -DREADELF=readelf -DOUT="$1" -P "$DGS_SRC/src/sbom.cmake"
}
again same.json
same_bytes same.json "$DGS_BUILD/dgs-pdf.spdx.json"
# A library that came anew since then is found by the next build, which looks each time; where nothing has changed the
# file stays as it was.
cmake --build "$DGS_BUILD" --target sbom -- -n | has 'sbom\.cmake' || fail 'a build does not look at the bill of materials'
mkdir newer
cat >newer/dpkg-query <<END
#!/bin/sh
$(command -v dpkg-query) "\$@" | sed 's/^[^|]*|\(zlib|.*\)/9:9.9-9|\1/'
END
chmod +x newer/dpkg-query
touch -d @86400 same.json
again same.json
[ "$(stat -c %Y same.json)" -eq 86400 ] || fail 'the same bill of materials is written once more'
cp same.json upgraded.json
again upgraded.json PATH="$PWD/newer:$PATH"
grep -q '"name": "zlib1g", "versionInfo": "9:9.9-9"' upgraded.json || fail 'a library that came anew is not found'
again upgraded.json
same_bytes upgraded.json same.json
again dated.json SOURCE_DATE_EPOCH=86400
sed 's/"created": "1970-01-02T00:00:00Z"/"created": "2026-11-25T00:00:00Z"/' dated.json >undated.json
same_bytes undated.json same.json
! cmp -s dated.json same.json || fail 'the date is not taken'
