#!/bin/bash
# One file alone knows libharu, and of it only what 2.3.0 and 2.4.6 have alike, as far as is known: a program built with
# the headers of the one gives the same bytes with the library of the other. Whoever needs another name looks at both, and
# writes #if on HPDF_VERSION_ID where they differ (HPDF_PageAttr, HPDF_Doc_Rec, dashes, whatever was misspelt).
set -euo pipefail
cd "$DGS_SRC"

alike='BYTE STATUS OK UINT UINT32 VERSION_TEXT FAILD_TO_ALLOC_MEM Error_Rec Error_Init MMgr MMgr_New MMgr_Free
    Stream Stream_Free CallbackWriter_New Xref Xref_New Xref_Add Xref_Free Obj_Header Obj_WriteValue OTYPE_INDIRECT
    OCLASS_DICT Dict Dict_New Dict_Add Dict_AddName Dict_AddNumber String_New Binary_New'
know=$(grep -rlE --exclude-dir=shim 'hpdf[a-z_]*\.h|HPDF_' src) # shim: how the page builds it
[ "$know" = src/pdf/object.c ] || { echo "libharu is known to: $know" >&2 && exit 1; }
others=$(grep -oE '\bHPDF_[A-Za-z0-9_]+' src/pdf/object.c | sort -u | grep -vxF "$(printf 'HPDF_%s\n' $alike)") || true
[ -z "$others" ] || { echo "not known to be alike in libharu 2.3 and 2.4: $others" >&2 && exit 1; }
# Of its structures: the object's number, what writes a dictionary, and where a stream leads.
fields=$(grep -oE '\b(dict|stream)->[a-z_.]+' src/pdf/object.c | sort -u | tr '\n' ' ')
[ "$fields" = 'dict->after_write_fn dict->attr dict->header.obj_id dict->write_fn stream->attr ' ] ||
    { echo "other fields of libharu's structures: $fields" >&2 && exit 1; }
