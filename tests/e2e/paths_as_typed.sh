#!/bin/bash
# Files as people name them are found where that is safe; else the sentence says exactly what is wrong.
# shellcheck disable=SC2088 # tildes that the shell leaves alone are what this is about
. "$DGS_SRC/tests/e2e/lib.sh"

python3 "$tools/makepng.py" rgb8 "$HOME/my logo.png" 480 320
mkdir art
cp "$HOME/my logo.png" art/logo.png
ok --out plain.pdf --practice-name A --logo art/logo.png
for name in '~/my logo.png' "file://$HOME/my%20logo.png" "file://localhost$HOME/my logo.png" 'art\logo.png' '.\art\logo.png'; do
    ok --out one.pdf --practice-name A --logo "$name"
    same_bytes one.pdf plain.pdf
    printf 'name = A\nlogo = "%s"\n' "$name" >by.ini
    ok --out one.pdf --profile by.ini
    same_bytes one.pdf plain.pdf
done
printf 'name,logo\nA,art\\logo.png\nB,file://%s/art/logo.png\n' "$PWD" >list.csv
ok batch list.csv --out-dir out
same_bytes out/0001-A.pdf plain.pdf
rm -r plain.pdf one.pdf by.ini list.csv out

refuses 66 'https://willow.example/logo.png: is a web address: save the logo as a file on this computer, and name that' \
    --logo https://willow.example/logo.png
refuses 66 'smb://server/logo.png: is an address, not a file: copy the logo to this computer' --logo smb://server/logo.png
refuses 66 'file://server/logo.png: is an address|server/logo.png: is an address, not a file' --logo file://server/logo.png
refuses 66 'C:.Users.Ana.logo.png: is a Windows path: copy the logo to this computer' --logo 'C:\Users\Ana\logo.png'
refuses 66 'is a Windows path' --logo '\\server\share\logo.png'
refuses 66 'art/Logo.PNG: logo not found, did you mean logo.png: capitals count' --logo art/Logo.PNG
refuses 66 'art/logo.jpg: logo not found, did you mean logo.png: correct the name' --logo art/logo.jpg
refuses 66 'art/leaf.svg: cannot open the logo' --logo art/leaf.svg
refuses 66 'practise.ini: cannot open the profile' --profile practise.ini
printf 'name,logo\nA,https://willow.example/logo.png\nB,art/LOGO.png\nC,~/my logo.png\n' >list.csv
run batch list.csv --out-dir out
[ "$code" -eq 4 ] || fail "exit code $code for the list"
has 'row 1: list.csv:2: https://willow.example/logo.png: is a web address: save the logo' <"$tmp/err" || fail 'row 1'
has 'row 2: list.csv:3: art/LOGO.png: logo not found, did you mean logo.png' <"$tmp/err" || fail 'row 2'
has 'row 3: list.csv:4: .*my logo.png: the logo is outside the folders that the sandbox may read' <"$tmp/err" || fail 'row 3'
run batch List.csv --out-dir out
ended 66 'List.csv: list of practices not found, did you mean list.csv'
rm -r list.csv out

ok --out '~/handout.pdf' --practice-name A
[ -e "$HOME/handout.pdf" ] || fail 'no handout in the home folder'
for name in smb://server/share/h.pdf https://willow.example/h.pdf; do
    run --out "$name" --practice-name A
    ended 73 'is an address, not a file: mount a network folder first'
done
for name in 'C:\out\h.pdf' '\\server\share\h.pdf' 'D:/h.pdf'; do
    run --out "$name" --practice-name A
    ended 73 'is a Windows path: name a file or folder on this computer'
done
mkdir '~' # a folder of that name is meant
ok --out '~/here.pdf' --practice-name A
[ -e '~/here.pdf' ] || fail 'the folder ~ is passed over'
