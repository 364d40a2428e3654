#!/bin/bash
# fresh.sh FOLDER HANDOUT RELEASE...: README's two commands on a new, minimal system of each Debian release (bookworm,
# trixie), and its handout beside HANDOUT, the same bytes. The last commit is tested. What a system needs beyond make,
# tests/setup.sh has to install by itself. The sources and settings of apt are this machine's own, with the other
# release's name, and so are the certificates that npm and pip trust. Takes some 4 GB in FOLDER meanwhile, and nothing after. The logs stay there: RELEASE.log.
set -euo pipefail
src=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
mkdir -p "$1"
work=$(realpath "$1")
handout=$(realpath "$2")
shift 2
[ "$(id -u)" -eq 0 ] || { echo "make fresh has to run as root, since it sets up whole systems" >&2 && exit 1; }
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)

# sources RELEASE: apt's one-line format.
sources() {
    # shellcheck disable=SC2016 # apt fills these in
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        sed -nE "s/^([^ ]+) $codename((-[^ ]*)? [^ ]+)\$/deb \\1 $1\\2/p"
}

# inside ROOT COMMAND, in the background: in namespaces of its own, so that no mount and no process outlives it. It is the root of its
# namespace, not a chroot's, where no test could unshare anything.
inside() {
    # shellcheck disable=SC2016 # the inner shell's
    exec unshare --mount --pid --fork --kill-child bash -euc '
        cd "$1"
        mount --bind . .
        cd "$1" # the new mount
        mount --rbind /dev dev
        mount --rbind /sys sys
        mount -t proc proc proc
        mkdir -p old
        pivot_root . old
        umount -l /old
        exec env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
            NODE_EXTRA_CA_CERTS=/etc/trusted.crt npm_config_cafile=/etc/trusted.crt PIP_CERT=/etc/trusted.crt \
            ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} bash -c "$2"' \
        bash "$1" "$2"
}

# fresh RELEASE
fresh() {
    local root
    root=$(mktemp -d "$work/$1.XXXXXX")
    # shellcheck disable=SC2064 # this root, now; unshare heeds no other signal, and takes all within with it
    trap "kill -KILL \$(jobs -p) 2>/dev/null || true; wait; rm -rf --one-file-system '$root'" EXIT
    trap 'exit 1' INT TERM HUP
    chmod 755 "$root"
    apt-config dump | grep -E '^Acquire::(Check-|http|https|Retries|ForceIPv)' >"$work/apt.conf" || true
    sources "$1" | mmdebstrap --mode=root --variant=minbase --include=make --aptopt="$work/apt.conf" "$1" "$root" -
    rm "$work/apt.conf"
    printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$(hostname)" >"$root/etc/hosts"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/trusted.crt" # a proxy's own among them
    git clone -q --no-hardlinks "$src" "$root/project"
    echo "$(sed -n 's/^PRETTY_NAME=//p' "$root/etc/os-release"), commit $(git -C "$root/project" rev-parse --short HEAD)"
    inside "$root" 'cd /project && make handout && make check VERAPDF=OFF' &
    wait $!
    cmp "$root/project/handout.pdf" "$handout"
}

for release; do
    echo "$release: make handout, make check; see $work/$release.log"
    set +e # so that it holds within
    (set -e && fresh "$release") >"$work/$release.log" 2>&1
    code=$?
    set -e
    [ $code -eq 0 ] || {
        tail -n 40 "$work/$release.log" >&2
        echo "$release: README's commands failed there, or its handout has other bytes" >&2
        exit 1
    }
    grep -E 'tests passed|Total Test time' "$work/$release.log"
    echo "$release: passed, the same handout"
done
