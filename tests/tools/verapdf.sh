#!/bin/bash
# veraPDF over PDF files: `verapdf.sh FLAVOUR FILE...` (ua1, 2a, ...). Fetches the pinned release through Maven once,
# into build/verapdf, and judges all files in one Java process. Prints the rules that fail; ends with 1 when any did.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$here/../../build/verapdf
[ $# -ge 2 ] || { echo "usage: $0 FLAVOUR FILE..." >&2; exit 2; }
flavour=$1
shift

mkdir -p "$cache"
if [ ! -s "$cache/classpath" ] || [ "$here/verapdf/pom.xml" -nt "$cache/classpath" ]; then
    mvn -B -q -Dmaven.repo.local="$(realpath "$cache")/repository" -f "$here/verapdf/pom.xml" dependency:build-classpath -Dmdep.outputFile="$(realpath "$cache")/classpath.new" >"$cache/log" 2>&1 || {
        tail -n 20 "$cache/log" >&2
        echo 'veraPDF could not be fetched; see above' >&2
        exit 1
    }
    mv "$cache/classpath.new" "$cache/classpath"
fi
report=$(mktemp)
trap 'rm -f "$report"' EXIT
java -Djava.awt.headless=true -cp "$(cat "$cache/classpath")" org.verapdf.apps.GreenfieldCliWrapper \
    --flavour "$flavour" --format xml --maxfailuresdisplayed 3 "$@" >"$report" || true
python3 "$here/verapdf/report.py" "$report" $#
