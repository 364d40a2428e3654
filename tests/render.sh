# shellcheck shell=bash disable=SC2034
# What the scripts that render pages for a look at them share: `SCRIPT PROGRAM FOLDER`. Leaves them in the empty FOLDER,
# with $program, and $here, the folder of the scripts.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
program=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v pdftoppm >/dev/null || { echo 'pdftoppm is missing: apt-get install poppler-utils' >&2; exit 1; }
rm -rf "$2"
mkdir -p "$2"
cd "$2"
