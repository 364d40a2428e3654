#!/bin/bash
# Stands in for the program at $DGS_REAL: writes to $DGS_RECORD what it is asked for, each word with a NUL after it (folder,
# SOURCE_DATE_EPOCH, the number of words, the words), and does it.
printf '%s\0' "$PWD" "${SOURCE_DATE_EPOCH-}" "$#" "$@" >>"$DGS_RECORD"
exec "$DGS_REAL" "$@"
