#!/bin/bash
# The engine's library opens no file, asks no clock, environment or random numbers, starts no process, sets no signal and
# prints nothing.
exec python3 "$DGS_SRC/tests/static/rules.py" engine "$DGS_SRC"
