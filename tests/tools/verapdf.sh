#!/bin/bash
# veraPDF over PDF files: `verapdf.sh [--refused] FLAVOUR FILE...` (ua1, 2a, ...). Fetches the pinned release through
# Maven once, into build/verapdf, and judges all files in one Java process. Prints the rules that fail; ends with 1 when
# any did. With --refused every file must break a rule: for files that are broken on purpose.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$here/../../build/verapdf
refused=
[ "${1-}" != --refused ] || { refused=$1; shift; }
[ $# -ge 2 ] || { echo "usage: $0 [--refused] FLAVOUR FILE..." >&2; exit 2; }
flavour=$1
shift

mkdir -p "$cache"
if [ ! -s "$cache/classpath" ] || [ "$here/verapdf/pom.xml" -nt "$cache/classpath" ]; then
    full=$(realpath "$cache")
    mvn -B -q -f "$here/verapdf/pom.xml" -Dmaven.repo.local="$full/repository" dependency:build-classpath \
        -Dmdep.outputFile="$full/classpath.new" >"$cache/log" 2>&1 || {
        tail -n 20 "$cache/log" >&2
        echo 'veraPDF could not be fetched; see above' >&2
        exit 1
    }
    mv "$cache/classpath.new" "$cache/classpath"
fi
report=$(mktemp)
trap 'rm -f "$report"' EXIT
java -Djava.awt.headless=true -cp "$(cat "$cache/classpath")" org.verapdf.apps.GreenfieldCliWrapper \
    ${refused:+--loglevel 0} --flavour "$flavour" --format xml --maxfailuresdisplayed 3 "$@" >"$report" || true
python3 "$here/verapdf/report.py" "$report" $# $refused
