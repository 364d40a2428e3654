#!/bin/bash
exec python3 "$DGS_SRC/tests/static/rules.py" house "$DGS_SRC"
