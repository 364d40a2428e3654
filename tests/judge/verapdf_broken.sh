#!/bin/bash
# veraPDF refuses files that are broken on purpose: it does judge.
. "$DGS_SRC/tests/tools/refused.sh"
refused verapdf.sh ua1 'alt removed' 'mark removed' 'artifact unmarked' 'MCID skipped' 'font not embedded' 'width wrong' \
    'title not shown' 'language removed' 'marked false' 'heading skipped' 'scope removed' 'link text removed' \
    'tab order removed' 'metadata removed' 'tag tree removed' 'glyph without mapping'
refused verapdf.sh 2a 'font not embedded' 'width wrong' 'metadata removed' 'file ID removed' 'script' 'marked false' \
    'glyph without mapping'
of=fillable
refused verapdf.sh ua1 'field without label' "field's parent wrong" "field's parent removed" 'field in no form'
refused verapdf.sh 2a 'field without appearance' 'field not printed'
