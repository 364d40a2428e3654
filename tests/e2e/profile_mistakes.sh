#!/bin/bash
# A mistake in a profile is named by file and line, and nothing is written.
. "$DGS_SRC/tests/e2e/lib.sh"

wrong() { # RE LINES
    printf '%b' "$2" >practice.ini
    refuses 65 "$1"
}

wrong "practice.ini:2: key 'fone' not found, did you mean phone" 'name = A\nfone = 1\n'
wrong 'practice.ini:1: phone .12. is too short' 'phone = 12\n'
wrong 'practice.ini:3: color .red. is not a color: write it like #0b5f5a' '\n\ncolor = red\n'
wrong 'practice.ini:1: paper .a44. is invalid: did you mean a4' 'paper = a44\n'
wrong 'practice.ini:1: name has 200 characters' "name = $(printf '%0200d' 0)\n"
wrong 'practice.ini:2: name is given twice' 'name = A\nname = B\n'
wrong 'practice.ini:1: this is not UTF-8: save the file as UTF-8' 'name = caf\xe9\n'
wrong 'practice.ini:1: website .* is not a web address' 'website = javascript:alert(1)\n'
printf 'logo = logo.png\n' >practice.ini
refuses 66 'logo.png: cannot open the logo'
head -c 100000 /dev/zero >practice.ini
refuses 65 'practice.ini: the profile is larger than 64 KB'
