#!/bin/bash
# No room calls what it does not link.
exec python3 "$DGS_SRC/tests/static/rules.py" calls "$DGS_SRC"
