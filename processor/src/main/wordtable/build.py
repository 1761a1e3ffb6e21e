#!/usr/bin/env python3
"""Writes words.tsv of org.wiretally.story: in how many of a thousand news events a word occurs.

    python3 build.py DATA > ../resources/org/wiretally/story/words.tsv

DATA is the folder of the measuring collections; only the train part of gva, ecbplus and muc4 is counted. The unit is an
event (all its articles together), not an article, as the table must tell events apart. A word that is in fewer than
LEAST events is left out, so no name of an event can be in it, and weighs as much as a word can.
"""
import collections
import gzip
import json
import sys
import unicodedata
from pathlib import Path

LEAST = 12
WEIGHT = {"gva": 0.4, "muc4": 0.4, "ecbplus": 0.2}  # how much of the news each collection stands for


def rows(path):
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("\u2019", "'"))
    return "".join(c for c in text if unicodedata.category(c) != "Mn")


def stem(word):
    """The same rule as Terms.stem: a plural s goes."""
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def words(text):
    word, found = [], set()
    for c in fold(text) + " ":
        if c.isalnum() or (c == "'" and word):
            word.append(c)
        elif word:
            w = "".join(word).strip("'")
            w = w[:-2] if w.endswith("'s") else w
            if w and not w.isdigit():
                found.add(stem(w))
            word = []
    return found


def main(data):
    share, seen = collections.Counter(), collections.Counter()
    for name, weight in WEIGHT.items():
        events = collections.defaultdict(set)
        gold = {r["id"]: r for r in rows(data / name / "gold_articles.jsonl.gz")}
        for a in rows(data / name / "articles.jsonl.gz"):
            g = gold.get(a["id"])
            if g and g["split"] == "train":
                event = (g.get("event_ids") or [a["id"]])[0]
                events[event] |= words((a["title"] or "") + "\n" + a["text"])
        for found in events.values():
            for w in found:
                share[w] += weight / len(events)
                seen[w] += 1
    print("# word, in how many of 1,000 news events it occurs. Written by src/main/wordtable/build.py")
    for w, s in sorted(share.items(), key=lambda x: (-x[1], x[0])):
        if seen[w] >= LEAST and s >= 0.004:
            print(f"{w}\t{round(1000 * s)}")


main(Path(sys.argv[1]))
