#!/bin/bash
# `sources.sh FOLDER`: puts the sources of sources.txt into FOLDER, a folder for each library, from the archive of Debian
# that this machine uses. What is there already is not fetched again. Says in one sentence which cannot be had. The
# machine's own apt is left as it is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
to=$(realpath -m "$1")
mkdir -p "$to"

lines() { # of all libraries, or of one
    grep -v '^#' "$here/sources.txt" | if [ $# -gt 0 ]; then awk -v n="$1" '$1 == n'; else cat; fi
}
is_there() { # LIBRARY
    [ -e "$to/$1/fetched" ] && lines "$1" | grep -qF "$(cat "$to/$1/fetched")"
}

missing=()
while read -r library; do
    is_there "$library" || missing+=("$library")
done < <(lines | awk '{ print $1 }' | uniq)
[ ${#missing[@]} -gt 0 ] || exit 0

apt=$(mktemp -d)
trap 'rm -rf "$apt"' EXIT
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
site=$(apt-get indextargets --format '$(SITE) $(ORIGIN)' 'Created-By: Packages' | awk '$2 == "Debian" { print $1; exit }')
keys=/usr/share/keyrings/debian-archive-keyring.gpg
for release in bookworm trixie; do # some archives are there for one of them only
    echo "deb-src [signed-by=$keys] ${site:?this machine has no package lists of Debian: run apt-get update} $release main"
done >"$apt/sources.list"
cat >"$apt/apt.conf" <<EOF
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::Lists "$apt/lists";
Dir::Cache "$apt/cache";
Acquire::Languages "none";
APT::Sandbox::User "root";
EOF
export APT_CONFIG=$apt/apt.conf
apt-get -qq update >"$apt/log" 2>&1 || true # a package that is missing then says so

version_with() { # PACKAGE SHA-256: the version whose archive has this sum
    apt-cache showsrc "$1" 2>/dev/null | awk -v sum="$2" '/^Version:/ { v = $2 } index($0, sum) { print v; exit }'
}
fetch() { # LIBRARY
    local package sum version archive
    while read -r _ package _ sum; do
        version=$(version_with "$package" "$sum")
        [ -n "$version" ] || continue
        rm -rf "$apt/archive"
        mkdir "$apt/archive"
        (cd "$apt/archive" && apt-get -qq source --download-only --tar-only "$package=$version") >>"$apt/log" 2>&1 || continue
        archive=$(find "$apt/archive" -name '*.orig.tar.*' ! -name '*.asc')
        [ "$(sha256sum "$archive" | cut -d' ' -f1)" = "$sum" ] || continue
        rm -rf "${to:?}/$1"
        mkdir "$to/$1"
        tar -xf "$archive" -C "$to/$1" --strip-components=1 --no-same-owner
        echo "$sum" >"$to/$1/fetched"
        return
    done < <(lines "$1")
    echo "the source of $1 cannot be had from Debian's archive in a version that src/web/sources.txt lists" >&2
    return 1
}
failed=0
for library in "${missing[@]}"; do
    fetch "$library" || failed=1
done
exit $failed
