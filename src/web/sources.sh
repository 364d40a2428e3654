#!/bin/bash
# `sources.sh FOLDER`: puts the sources of sources.txt into FOLDER, a folder for each library, from the archive of Debian
# that this machine uses, with Debian's patches: the libraries of the native program have them too, and a broken picture
# would else be read differently. What is there already is not fetched again. Says in one sentence which cannot be had. The
# machine's own apt is left as it is.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
to=$(realpath -m "$1")
mkdir -p "$to"

lines() { # of all libraries, or of one
    grep -v '^#' "$here/sources.txt" | if [ $# -gt 0 ]; then awk -v n="$1" '$1 == n'; else cat; fi
}
is_there() { # LIBRARY
    [ -e "$to/$1/fetched" ] && lines "$1" | grep -qF "$(cut -d' ' -f1 "$to/$1/fetched")" && grep -q ' ' "$to/$1/fetched"
}

missing=()
while read -r library; do
    is_there "$library" || missing+=("$library")
done < <(lines | awk '{ print $1 }' | uniq)
[ ${#missing[@]} -gt 0 ] || exit 0

apt=$(mktemp -d)
trap 'rm -rf "$apt"' EXIT
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
# Some archives are there for one release only; patches for security may be in this machine's other lists first.
apt-get indextargets --format '$(SITE) $(RELEASE) $(ORIGIN)' 'Created-By: Packages' |
    awk '$3 == "Debian" { print $1, $2; if (!site) site = $1 } END { if (site) print site, "bookworm\n" site, "trixie" }' |
    sort -u | sed 's|.*|deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] & main|' >"$apt/sources.list"
[ -s "$apt/sources.list" ] || { echo "this machine has no package lists of Debian: run apt-get update" >&2 && exit 1; }
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

versions_with() { # PACKAGE SHA-256: the versions whose archive has this sum, the last one first
    apt-cache showsrc "$1" 2>/dev/null | awk -v sum="$2" '/^Version:/ { v = $2 } index($0, sum) { print v }' | sort -ruV
}
get() { # PACKAGE VERSION OPTION...: into a new folder
    rm -rf "$apt/archive"
    mkdir "$apt/archive"
    (cd "$apt/archive" && apt-get -qq source --download-only "${@:3}" "$1=$2") >>"$apt/log" 2>&1
}
unpack() { # LIBRARY SHA-256 VERSION: if the archive is that one; with Debian's patches if they came along
    local archive
    archive=$(find "$apt/archive" -name '*.orig.tar.*' ! -name '*.asc')
    [ -n "$archive" ] && [ "$(sha256sum "$archive" | cut -d' ' -f1)" = "$2" ] || return
    rm -rf "${to:?}/$1"
    if [ -n "$(find "$apt/archive" -name '*.dsc')" ]; then
        dpkg-source --no-check -x "$apt"/archive/*.dsc "$to/$1" >>"$apt/log" 2>&1 || return
    else
        mkdir "$to/$1"
        tar -xf "$archive" -C "$to/$1" --strip-components=1 --no-same-owner
    fi
    echo "$2 $3" >"$to/$1/fetched"
}
fetch() { # LIBRARY
    local package sum version versions
    while read -r _ package _ sum; do
        versions=$(versions_with "$package" "$sum")
        for version in $versions; do
            if get "$package" "$version" && unpack "$1" "$sum" "$version"; then return; fi
        done
        for version in $versions; do
            get "$package" "$version" --tar-only && unpack "$1" "$sum" "${version%-*}" || continue
            echo "Debian's patches for $1 cannot be had, so the page has it without them"
            return
        done
    done < <(lines "$1")
    echo "the source of $1 cannot be had from Debian's archive in a version that src/web/sources.txt lists" >&2
    return 1
}
failed=0
for library in "${missing[@]}"; do
    fetch "$library" || failed=1
done
exit $failed
