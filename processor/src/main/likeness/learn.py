#!/usr/bin/env python3
"""Learns likeness.tsv of org.wiretally.story from labelled pairs.

    python3 learn.py PAIRS LIKENESS_JAVA > likeness.tsv

PAIRS is the folder that a run of Blocks and Likeness over the collections wrote (docs/stories.md); LIKENESS_JAVA is Likeness.java, for the names of
the measures. Needs numpy and scikit-learn. Only pairs of the train parts are learned from; the figures of the others go to
standard error.
"""
import re
import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

# How much the pairs of one event count in each collection, and those of two events: a collection counts as a whole, not by
# its number of pairs; a false join costs more where reports of two events are much alike.
SAME = {"gva": 1.0, "ecbplus": 1.0, "trec_ts": 1.0}
OTHER = {"gva": 0.7, "ecbplus": 2.0, "trec_ts": 2.0}


def names_of(java):
    text = java.read_text("utf8")
    start = text.index("MEASURES =")
    return re.findall(r'"(\w+)"', text[start:text.index(";", start)])


def pairs(path, width):
    rows = np.fromfile(path, dtype=">i4").reshape(-1, 2 + width)
    return rows[:, 2:].copy().view(">f4").astype(float), rows[:, 0].astype(int), rows[:, 1] == 1


def main(folder, java):
    names = names_of(java)
    data = {s: pairs(folder / f"{s}.bin", len(names)) for s in SAME}
    x, y, weights = [], [], []
    for s, (measures, same, train) in data.items():
        labels = same[train]
        x.append(measures[train])
        y.append(labels)
        weights.append(np.where(labels == 1, SAME[s] / labels.sum(), OTHER[s] / (1 - labels).sum()))
    weights = np.concatenate(weights)
    model = HistGradientBoostingClassifier(
        max_depth=4, max_iter=110, learning_rate=0.12, min_samples_leaf=50, l2_regularization=1)
    model.fit(np.vstack(x), np.concatenate(y), sample_weight=weights * len(weights) / weights.sum())
    for s, (measures, same, train) in data.items():
        p = model.predict_proba(measures[~train])[:, 1]
        print(s, "dev pairs: area under the curve %.3f" % roc_auc_score(same[~train], p), file=sys.stderr)
    print("# Likeness of two articles on a log-odds scale: boosted trees. First line: base. Then a tree a line, nodes parted by")
    print('# tabs: "measure threshold left right" (left where the measure is at most the threshold) or "= value".')
    print("# Written by src/main/likeness/learn.py")
    print("base %.4f" % float(np.ravel(model._baseline_prediction)[0]))
    for (tree,) in model._predictors:
        print("\t".join(
            "= %.4f" % n["value"] if n["is_leaf"]
            else "%s %.5g %d %d" % (names[n["feature_idx"]], n["num_threshold"], n["left"], n["right"])
            for n in tree.nodes))


main(Path(sys.argv[1]), Path(sys.argv[2]))
