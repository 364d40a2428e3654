#!/bin/bash
# corpora.sh FOLDER: public pictures, which others have collected to break readers of them: those in Debian's source
# packages of libpng, libjpeg-turbo and expat. Fetched once, from this machine's own sources of packages, by an apt
# whose lists and settings lie in FOLDER too: nothing of the system's changes.
set -euo pipefail
[ ! -e "$1/done" ] || exit 0
mkdir -p "$1"/{apt/lists/partial,apt/archives/partial,packages,files}
cd "$1"
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
keys=/usr/share/keyrings/debian-archive-keyring.gpg
# shellcheck disable=SC2016 # apt fills these in
apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    grep -E "^[^ ]+ $codename " | sed "s|^|deb-src [signed-by=$keys] |" >apt/sources.list
own=(-o "Dir::Etc::SourceList=$PWD/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$PWD/apt/lists" -o "Dir::Cache=$PWD/apt" -o APT::Sandbox::User= -qq)
apt-get "${own[@]}" update
(cd packages && apt-get "${own[@]}" source --download-only libpng1.6 libjpeg-turbo expat)
for archive in packages/*.orig*.tar.*; do
    mkdir -p "files/$(basename "$archive")"
    tar -xf "$archive" -C "files/$(basename "$archive")" --wildcards --no-anchored '*.png' '*.jpg' '*.jpeg' '*.xml' '*.svg' 2>/dev/null || true
done
rm -rf apt packages
: >'done'
