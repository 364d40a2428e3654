#!/bin/bash
# The source is laid out as .clang-format says, in clang-format 19's reading, which Debian 12 and 13 both have
# (`make format` does it).
set -euo pipefail
cd "$DGS_SRC"
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format-19 --dry-run -Werror
