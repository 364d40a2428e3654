"""Sums up a report of veraPDF: `report.py REPORT.xml FILES [--unclaimed]`; ends with 1 unless that many files conform."""
import os
import sys
import xml.etree.ElementTree as tree


# The rules that ask for the claim itself (specification, clause, test).
CLAIMS = {("ISO 14289-1:2014", "5", "1"), ("ISO 19005-2:2011", "6.6.4", "1")}


def failed_rules(report, forgiven):
    for rule in report.iter("rule"):
        key = tuple(rule.get(k) for k in ("specification", "clause", "testNumber"))
        if rule.get("status") == "failed" and key not in forgiven:
            place = (rule.findtext("check/context") or "")[-100:]
            yield f"{' '.join(key[:2])}-{key[2]}: {rule.findtext('description')} ({rule.get('failedChecks')} times, {place})"


def main():
    root, expected, good = tree.parse(sys.argv[1]).getroot(), int(sys.argv[2]), 0
    forgiven = CLAIMS if "--unclaimed" in sys.argv else set()
    version = next((d.get("version") for d in root.iter("releaseDetails") if d.get("id") == "core"), "?")
    for job in root.iter("job"):
        name, report = os.path.basename(job.findtext("item/name") or "?"), job.find("validationReport")
        if report is None:
            print(f"{name}: veraPDF could not judge it: {job.findtext('taskException/exceptionMessage')}")
            continue
        failures = list(failed_rules(report, forgiven))
        good += not failures and (bool(forgiven) or report.get("isCompliant") == "true")
        for failure in failures:
            print(f"{name}: {failure}")
    print(f"veraPDF {version}: {good} of {expected} files conform{' but for the claim' if forgiven else ''}")
    sys.exit(0 if good == expected else 1)


if __name__ == "__main__":
    main()
