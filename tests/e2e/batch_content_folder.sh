#!/bin/bash
# A content folder with too much in it is refused for that, with 65 and its name, before any of it is read. (4,096 files:
# limits_list.)
. "$DGS_SRC/tests/e2e/lib.sh"

printf 'name\nA\n' >list.csv
# content: a folder that is taken; refused RE: it is not any more.
content() {
    rm -rf words
    mkdir words
    printf '# Words\n\n## See a doctor soon if\n\nWords.\n' >words/article.md
}
refused() {
    run batch list.csv --out-dir out --parts guide --content words
    ended 65 "$1"
    [ ! -e out ] || fail 'something was written'
}
content
mkdir -p words/a/b/c/d
ln -s nowhere words/nothing
mkfifo words/pipe
ok batch list.csv --out-dir out --parts guide --content words
rm -r out
mkdir words/a/b/c/d/e
refused 'words: has more than 4 folders in each other: name a folder with only the content'
content
for i in $(seq 120); do ln -s . words/link$i; done
refused 'words/link1: leads back to words, which contains it: remove this link'
content
mkdir -p words/a/b
ln -s ../../a words/a/b/up
refused 'words/a/b/up: leads back to words/a, which contains it'
content
mkdir words/few
for i in $(seq 256); do mkdir words/folder$i; done
refused 'words: has more than 256 folders'
content # folders that lead into each other without a loop are many soon
mkdir words/1 words/2 words/3 words/4
for i in 1 2 3; do for j in $(seq 20); do ln -s ../$((i + 1)) words/$i/$j; done; done
refused 'words: has more than 256 folders'
content
for i in $(seq 9); do truncate -s 30M words/$i.png; done
refused 'words: has more than 256 MB'
# What changes meanwhile is told, and made again by --resume.
content
awk 'BEGIN { print "name"; for (i = 1; i <= 3000; i++) print "Practice " i }' >list.csv
mkfifo lines
"$DGS_PDF" batch list.csv --out-dir out --parts guide,article --content words --json --no-precheck -q >lines 2>"$tmp/err" &
pid=$!
exec 3<lines
read -r _ <&3
echo 'More words.' >>words/article.md
cat <&3 >/dev/null
code=0
wait $pid || code=$?
: >"$tmp/out"
ended 75 'words: the content changed while the batch was running: continue with --resume'
