"""Is each of these files a valid SPDX document? `validate.py FILE...`, by spdx-tools. Prints what is not."""
import sys

from spdx_tools.spdx.parser.error import SPDXParsingError
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document


def faults(path):
    try:
        return [m.validation_message for m in validate_full_spdx_document(parse_file(path))]
    except SPDXParsingError as error:
        return error.get_messages()


found = [f"{path}: {fault}" for path in sys.argv[1:] for fault in faults(path)]
print("\n".join(found) if found else f"spdx-tools: {len(sys.argv) - 1} valid")
sys.exit(bool(found) or len(sys.argv) < 2)
