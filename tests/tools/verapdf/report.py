"""Sums up a report of veraPDF: `report.py REPORT.xml FILES [--refused]`; ends with 1 unless all conform, or none does."""
import os
import sys
import xml.etree.ElementTree as tree


def failed_rules(report):
    for rule in report.iter("rule"):
        if rule.get("status") == "failed":
            key, place = f"{rule.get('specification')} {rule.get('clause')}", (rule.findtext("check/context") or "")[-100:]
            yield f"{key}-{rule.get('testNumber')}: {rule.findtext('description')} ({rule.get('failedChecks')} times, {place})"


def judgement(job):
    """Whether a file conforms with each flavour that it was judged by; None where it was not judged."""
    reports = job.findall("validationReport")
    return all(report.get("isCompliant") == "true" for report in reports) if reports else None


def main():
    root, expected, good, bad = tree.parse(sys.argv[1]).getroot(), int(sys.argv[2]), 0, 0
    version = next((d.get("version") for d in root.iter("releaseDetails") if d.get("id") == "core"), "?")
    for job in root.iter("job"):
        name, conforms = os.path.basename(job.findtext("item/name") or "?"), judgement(job)
        if conforms is None:
            print(f"{name}: veraPDF could not judge it: {job.findtext('taskException/exceptionMessage')}")
        elif conforms:
            good += 1
            if "--refused" in sys.argv:
                print(f"{name}: conforms, although it is broken")
        else:
            bad += 1
            if "--refused" not in sys.argv:
                print("\n".join(f"{name}: {failure}" for failure in failed_rules(job)))
    print(f"veraPDF {version}: {good} of {expected} files conform, {bad} do not")
    sys.exit(0 if (bad if "--refused" in sys.argv else good) == expected else 1)


if __name__ == "__main__":
    main()
