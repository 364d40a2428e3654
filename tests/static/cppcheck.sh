#!/bin/bash
# cppcheck finds nothing in src/.
set -euo pipefail
cd "$DGS_SRC"
cppcheck --quiet --error-exitcode=1 --std=c11 --library=posix --enable=warning,performance,portability \
    --inline-suppr --suppress=missingInclude --suppress=readdirCalled --suppress=missingIncludeSystem \
    --suppress=normalCheckLevelMaxBranches '-DDGS_VERSION=""' --force -I src -j 2 src
