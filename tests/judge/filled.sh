#!/bin/bash
# What is typed into a fillable handout comes back after four programs have saved it, and is not taken for granted where
# a field is missing.
set -euo pipefail
tool=$DGS_SRC/tests/tools/filled.py
python3 "$tool" "$DGS_MATRIX"/fillable*.pdf
if PYTHONPATH=$DGS_SRC/tests/tools python3 -c 'import filled, sys
sys.exit(any(filled.findings(*sys.argv[1:])))' "$DGS_MATRIX"/fillable.pdf "$DGS_MATRIX"/fillable-card.pdf; then
    echo 'a form that lost its fields was taken for a good one' >&2
    exit 1
fi
