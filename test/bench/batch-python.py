"""The same job with Python's csv: python3 batch-python.py <in.csv> <out.csv>"""

import csv
import sys

WEIGHTS = [20, 16, 16, 14, 10, 10, 8, 6]
MINIMUMS = [3, 0, 2, 0, 0, 0, 0, 0]


def band(total, rated, capped):
    if rated < 70:
        return "incomplete"
    if not capped and total * 10 >= 42 * rated:
        return "strong-yes"
    if not capped and total >= 3 * rated:
        return "yes"
    return "no" if total >= 2 * rated else "strong-no"


with open(sys.argv[1], newline="", encoding="utf-8") as source, open(sys.argv[2], "w", newline="", encoding="utf-8") as target:
    rows = csv.reader(source)
    writer = csv.writer(target)
    next(rows)
    for row in rows:
        total = rated = 0
        capped = False
        for text, weight, minimum in zip(row[2:10], WEIGHTS, MINIMUMS):
            if text == "":
                continue
            rating = int(text)
            total += weight * rating
            rated += weight
            capped = capped or rating < minimum
        hundredths = (200 * total + rated) // (2 * rated) if rated else 0
        score = f"{hundredths // 100}.{hundredths % 100:02d}" if rated else ""
        writer.writerow([row[0], row[1], score, rated, band(total, rated, capped), *row[2:10]])
