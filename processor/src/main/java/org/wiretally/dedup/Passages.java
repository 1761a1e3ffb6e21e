package org.wiretally.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects where each paragraph of one article came from: the best source, of equals the first. */
final class Passages {
  private final NavigableMap<Integer, Taken> best = new TreeMap<>();

  private record Taken(String of, Relation.TakenParagraph paragraph) {
    /** In whole numbers, so that equal shares are equal. */
    boolean isLessThan(Relation.TakenParagraph other) {
      return (long) paragraph.shared() * other.shingles()
          < (long) other.shared() * paragraph.shingles();
    }
  }

  /** Sources are offered in the order of their positions. */
  void offer(String of, List<Relation.TakenParagraph> paragraphs) {
    for (Relation.TakenParagraph paragraph : paragraphs) {
      Taken taken = best.get(paragraph.index());
      if (taken == null || taken.isLessThan(paragraph)) {
        best.put(paragraph.index(), new Taken(of, paragraph));
      }
    }
  }

  /** Neighbouring paragraphs of one source as one passage. */
  List<Passage> runs() {
    List<Passage> runs = new ArrayList<>();
    String of = null;
    int first = 0;
    int last = 0;
    int shingles = 0;
    int shared = 0;
    for (Map.Entry<Integer, Taken> entry : best.entrySet()) {
      Taken taken = entry.getValue();
      if (of != null && taken.of().equals(of) && entry.getKey() == last + 1) {
        last++;
      } else {
        if (of != null) {
          runs.add(new Passage(of, first, last, (double) shared / shingles));
        }
        of = taken.of();
        first = entry.getKey();
        last = first;
        shingles = 0;
        shared = 0;
      }
      shingles += taken.paragraph().shingles();
      shared += taken.paragraph().shared();
    }
    if (of != null) {
      runs.add(new Passage(of, first, last, (double) shared / shingles));
    }
    return runs;
  }
}
