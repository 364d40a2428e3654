#!/bin/bash
# The source is laid out as .clang-format says (`make format` does it).
set -euo pipefail
cd "$DGS_SRC"
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
