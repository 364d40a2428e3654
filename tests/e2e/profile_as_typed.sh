#!/bin/bash
# A profile with quotation marks round values, notes after them, keys in capitals and line ends written out gives the handout of
# a plain one.
. "$DGS_SRC/tests/e2e/lib.sh"

cat >plain.ini <<'EOP'
name = Willow Creek
tagline = “Hands” that listen; and #1
therapist = Ana Perez
phone = (503) 555-0142
website = willow.example
color = #0b5f5a
paper = a4
address = 12 Mill Lane ; Suite # 4
    Springfield
hours = Mon 9 to 5
    Sat 10 to 2
EOP
cat >typed.ini <<'EOP'
NAME = "Willow Creek"   ; the name as on the sign
Tagline: '“Hands” that listen; and #1'
THERAPIST = Ana Perez	# a tab before the note
Telephone = "(503) 555-0142"
Web-Site = “willow.example” # as printed
colour = '#0b5f5a' # teal
paper-size = a4 ; as here
postal address = "12 Mill Lane ; Suite # 4\r\n\r\nSpringfield"
Opening Hours = Mon 9 to 5\rSat 10 to 2
EOP
ok --profile plain.ini --out plain.pdf
ok --profile typed.ini --out typed.pdf
same_bytes plain.pdf typed.pdf
printf 'name = "A" and "B"\ntagline = "\n' >marks.ini # no marks round all of it
ok --profile marks.ini --out marks.pdf
says marks.pdf '"A" and "B"'
rm -f ./*.pdf
printf 'website = https://willow.example/book”\n' >curly.ini
refuses 65 'curly.ini:1: website .*/book” ends in ”, which does not belong to an address: remove it|curly.ini:1: website .* ends in ”' --profile curly.ini
