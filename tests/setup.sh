#!/bin/sh
# Installs the Debian packages that are missing: `setup.sh build|check|verapdf`, each with those before it, or
# `setup.sh web|browser|fuzz|fresh|logos|cjk`.
# Says which, asks nothing; does nothing where all are there.
set -eu

list=$(dirname "$0")/packages.txt
case ${1-} in
build) sets='build' ;;
check) sets='build|check' ;;
verapdf) sets='build|check|verapdf' ;;
web) sets='build|web' ;;
browser) sets='build|check|web|browser' ;;
fuzz) sets='build|check|fuzz' ;;
fresh) sets='build|fresh' ;;
cjk) sets='cjk' ;;
logos) sets='build|check|logos' ;;
*)
    echo "usage: $0 build|check|verapdf|web|browser|fuzz|fresh|logos|cjk" >&2
    exit 2
    ;;
esac

wanted=$(awk -v sets="^($sets)\$" '$1 ~ sets { print $2 }' "$list")
if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian system: install what these Debian packages hold, where it is missing:" $wanted >&2
    exit 0
fi

missing=
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    # What came by another way than Debian's package will do as well.
    [ "$state" = installed ] || command -v "$package" >/dev/null || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null; then
    as_root=sudo
else
    echo "Debian packages are missing; install them as root: apt-get install -y$missing" >&2
    exit 1
fi
echo "Installing the missing Debian packages:$missing"
apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A new system has no package lists yet; a list that cannot be renewed may still do.
$apt update >"$log" 2>&1 || true
if ! $apt install -y --no-install-recommends $missing >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The packages could not be installed; see above, then try: apt-get install -y$missing" >&2
    exit 1
fi
