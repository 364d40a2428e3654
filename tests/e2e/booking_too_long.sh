#!/bin/bash
# A booking address whose code would have squares under 0.4 mm: exit code 65. Without the code's part it is only a link.
. "$DGS_SRC/tests/e2e/lib.sh"

address=example.org/$(printf 'é%.0s' {1..240}) # each letter takes six signs as a URL
refuses 65 'too long for a QR code .* give a shorter one' --booking-url "$address"
ok --out guide.pdf --parts guide --booking-url "$address"
