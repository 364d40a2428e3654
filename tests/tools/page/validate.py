"""Sums up what page-validation says: `validate.py [--refused] FLAVOUR FILE...`, see tests/tools/page.sh."""
import os
import sys

import page

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import claims  # noqa: E402


def failures(path, flavours):
    """None where it conforms with all of them."""
    try:
        reports = [page.validate_pdf(path, profile=flavour) for flavour in flavours]
    except page.PageError as error:
        return [f"could not be read: {error}"]
    if all(report.is_compliant for report in reports):
        return None
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def main():
    arguments = sys.argv[1:]
    refused = arguments[0] == "--refused"
    flavour, paths = arguments[refused], arguments[refused + 1 :]
    good = bad = 0
    for path in paths:
        flavours = claims.of_file(path) if flavour == "0" else [flavour]
        found = failures(path, flavours) if flavours else ["claims nothing"]
        good, bad = good + (found is None), bad + (found is not None)
        if refused and found is None:
            print(f"{os.path.basename(path)}: conforms, although it is broken")
        elif not refused:
            print("".join(f"{os.path.basename(path)}: {sentence}\n" for sentence in found or []), end="")
    print(f"page-validation {page.__version__}: {good} of {len(paths)} files conform, {bad} do not")
    sys.exit(0 if (bad if refused else good) == len(paths) else 1)


if __name__ == "__main__":
    main()
