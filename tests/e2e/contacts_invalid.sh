#!/bin/bash
# An email, website or booking address that is none: exit code 65.
. "$DGS_SRC/tests/e2e/lib.sh"

refuses 65 'email' --email 'anna at example'
refuses 65 'website' --website 'javascript:alert(1)'
refuses 65 'booking-url' --booking-url 'ftp://example.org'
refuses 65 'booking-url' --booking-url 'not an address'
refuses 65 'website' --website "https://example.org/$(printf 'a%.0s' $(seq 600))"
