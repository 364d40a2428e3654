#!/bin/bash
# Our own structural checker, which shares no code with the program.
exec python3 "$DGS_SRC/tests/tools/structcheck.py" "$DGS_MATRIX"/*.pdf
