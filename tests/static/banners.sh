#!/bin/bash
exec python3 "$DGS_SRC/tests/static/rules.py" banners "$DGS_SRC"
