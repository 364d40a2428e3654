#!/bin/bash
# No overlap, nothing outside the margins, nothing too small, reading order is content order.
exec python3 "$DGS_SRC/tests/tools/layoutcheck.py" "$DGS_MATRIX"/*.layout
