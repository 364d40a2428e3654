#!/bin/bash
# veraPDF over PDF files: `verapdf.sh [--refused] FLAVOUR FILE...` (ua1, 2a, ...; 0 is all that a file claims of itself,
# at least one thing). Fetches the pinned release through Maven once, into build/verapdf, and judges all files in one Java
# process. Prints the rules that fail; ends with 1 when any did. With --refused every file must break a rule: for files
# that are broken on purpose.
# The application is older than the libraries that judge (see pom.xml). They stand before those inside its jar, and before
# them one class of the old ones, whose only task is to name the parser: the command line calls it as it was then.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$here/../../build/verapdf
refused=
[ "${1-}" != --refused ] || { refused=$1; shift; }
[ $# -ge 2 ] || { echo "usage: $0 [--refused] FLAVOUR FILE..." >&2; exit 2; }
flavour=$1
shift

# fetch FOLDER: all jars into its repository, the class into its folder "old", the order of both into its file "classpath".
fetch() {
    local full=$1 libraries application
    mvn -B -q -f "$here/verapdf/pom.xml" -Dmaven.repo.local="$full/repository" dependency:build-classpath \
        -Dmdep.outputFile="$full/jars" >"$full/log" 2>&1 || {
        tail -n 20 "$full/log" >&2
        echo 'veraPDF could not be fetched; see above' >&2
        exit 1
    }
    application=$(tr : '\n' <"$full/jars" | grep '/greenfield-apps-')
    libraries=$(tr : '\n' <"$full/jars" | grep -v '/greenfield-apps-' | paste -sd :)
    python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract("org/verapdf/pdfa/Foundries.class", sys.argv[2])' \
        "$application" "$full/old"
    echo "$full/old:$libraries:$application" >"$full/classpath.new"
    mv "$full/classpath.new" "$full/classpath"
}

mkdir -p "$cache"
if [ ! -s "$cache/classpath" ] || [ "$here/verapdf/pom.xml" -nt "$cache/classpath" ]; then
    fetch "$(realpath "$cache")"
fi
report=$(mktemp)
trap 'rm -f "$report"' EXIT
java -Djava.awt.headless=true -cp "$(cat "$cache/classpath")" org.verapdf.apps.GreenfieldCliWrapper \
    ${refused:+--loglevel 0} --flavour "$flavour" --format xml --maxfailuresdisplayed 3 "$@" >"$report" || true
python3 "$here/verapdf/report.py" "$report" $# ${refused:+--refused}
