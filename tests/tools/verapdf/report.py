"""Sums up a report of veraPDF: `report.py REPORT.xml FILES`; ends with 1 unless that many files conform."""
import os
import sys
import xml.etree.ElementTree as tree


def main():
    root, expected, good = tree.parse(sys.argv[1]).getroot(), int(sys.argv[2]), 0
    version = next((d.get("version") for d in root.iter("releaseDetails") if d.get("id") == "core"), "?")
    for job in root.iter("job"):
        name, report = os.path.basename(job.findtext("item/name") or "?"), job.find("validationReport")
        if report is None:
            print(f"{name}: veraPDF could not judge it: {job.findtext('taskException/exceptionMessage') or job.findtext('taskResult')}")
            continue
        if report.get("isCompliant") == "true":
            good += 1
        for rule in report.iter("rule"):
            if rule.get("status") == "failed":
                at = rule.findtext("check/context") or ""
                print(f"{name}: {rule.get('specification')} {rule.get('clause')}-{rule.get('testNumber')}: "
                      f"{rule.findtext('description')} ({rule.get('failedChecks')} times, {at[-100:]})")
    print(f"veraPDF {version}: {good} of {expected} files conform")
    sys.exit(0 if good == expected else 1)


if __name__ == "__main__":
    main()
