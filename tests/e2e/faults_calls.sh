#!/bin/bash
# Each call of the system fails once, and then for good: the right exit code, the old handout whole, nothing left behind,
# a true manifest; a batch is gone on with. DGS_FAULTS_FULL=1 takes every call there is.
. "$DGS_SRC/tests/e2e/lib.sh"
[ -z "${DGS_SANITIZE:-}" ] || skip 'sanitizers and preloaded libraries do not go together'

# fails CALL ERRNO MOST: the first calls up to MOST, in one handout and in a batch.
fails() {
    for kind in single batch; do
        rm -rf run
        mkdir run
        (cd run && python3 "$tools/faults.py" "$DGS_PDF" "$DGS_FAULTS" $kind "$1" "$2" 1 "${DGS_FAULTS_FULL:+1}$3" 1) || fail "$1, $2"
    done
}
fails write 5 3  # EIO
fails write 28 2 # ENOSPC
fails write 4 3  # EINTR
fails write short 3
fails read 4 3
fails open 24 4 # EMFILE
fails rename 5 2
fails fsync 5 2
[ -n "${DGS_FAULTS_FULL:-}" ] || exit 0
fails write 122 9 # EDQUOT
fails write 27 9  # EFBIG
fails read 5 9
fails open 5 9
fails open 13 9 # EACCES
fails close 5 9
fails close 4 9
fails fsync 28 9
fails fsync 22 9 # EINVAL: what cannot be synchronised
fails fsync 4 9
fails syncfs 5 9
fails rename 28 9
fails renameat2 5 9
fails renameat2 22 9
fails ftruncate 5 9
fails fcntl 37 9 # ENOLCK
fails pipe 24 9
fails fork 11 9
