"""The same job with Python's csv: python3 batch-python.py <in.csv> <out.csv> <rubric.json>"""

import csv
import json
import sys

with open(sys.argv[3], encoding="utf-8") as file:
    RUBRIC = json.load(file)
RULES = RUBRIC["recommendation"]
BANDS = RULES["bands"]
NEEDS = RULES["strongYesNeeds"]
LEAST = RULES["coverageAtLeast"]
WEIGHTS = [dimension["weight"] for dimension in RUBRIC["dimensions"]]
MINIMUMS = [dimension.get("minimum", 0) for dimension in RUBRIC["dimensions"]]


def band(total, rated, capped, short):
    if rated < LEAST:
        return "incomplete"
    if not capped and not short and total * 10 >= 10 * BANDS["strong-yes"] * rated:
        return "strong-yes"
    if not capped and total >= BANDS["yes"] * rated:
        return "yes"
    return "no" if total >= BANDS["no"] * rated else "strong-no"


with open(sys.argv[1], newline="", encoding="utf-8") as source, open(sys.argv[2], "w", newline="", encoding="utf-8") as target:
    rows = csv.reader(source)
    writer = csv.writer(target)
    next(rows)
    for row in rows:
        total = rated = 0
        capped = short = False
        for text, weight, minimum in zip(row[2:10], WEIGHTS, MINIMUMS):
            if text == "":
                continue
            rating = int(text)
            total += weight * rating
            rated += weight
            capped = capped or rating < minimum
            short = short or rating < NEEDS
        hundredths = (200 * total + rated) // (2 * rated) if rated else 0
        score = f"{hundredths // 100}.{hundredths % 100:02d}" if rated else ""
        writer.writerow([row[0], row[1], score, rated, band(total, rated, capped, short), *row[2:10]])
