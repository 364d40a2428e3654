#!/bin/bash
# The scripts pass shellcheck.
set -euo pipefail
cd "$DGS_SRC"
find tests .ci -name '*.sh' -print0 | xargs -0 shellcheck --severity=warning --external-sources .ci/run
