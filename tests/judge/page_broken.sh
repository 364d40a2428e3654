#!/bin/bash
# page-validation refuses files that are broken on purpose: it does judge.
. "$DGS_SRC/tests/tools/refused.sh"
refused page.sh ua1 'alt removed' 'mark removed' 'artifact unmarked' 'font not embedded' 'width wrong' 'title not shown' \
    'language removed' 'marked false' 'heading skipped' 'scope removed' 'link text removed' 'tab order removed' \
    'metadata removed' 'tag tree removed' 'glyph without mapping' 'table row short' 'list without items'
refused page.sh 2a 'font not embedded' 'width wrong' 'metadata removed' 'file ID removed' 'script' 'marked false' \
    'glyph without mapping' 'glyph 0 shown' 'line end in a stream' 'no binary comment'
of=fillable
refused page.sh ua1 'field without label' "field's parent wrong" "field's parent removed" 'field in no form'
refused page.sh 2a 'field without appearance' 'field not printed'
