package org.wiretally.figures;

import java.util.ArrayList;
import java.util.List;

/** One person as an article tells of them, put together from several mentions. */
final class Person {
  final int number;

  /** Told of as arrested or charged, not as a victim. */
  final boolean suspected;

  /** The fullest name given, in lower case; empty where there is none. */
  List<String> names = List.of();

  /** What is told of the person. */
  final List<Figure> figures = new ArrayList<>(4);

  int age = -1;
  char sex;
  String noun = "";

  Person(int number, boolean suspected) {
    this.number = number;
    this.suspected = suspected;
  }

  /**
   * Whether two names may be one person's: the last words are equal, one is a word of the other, or
   * they share two words ("Hector Oqueli Colindres", "Oqueli").
   */
  static boolean sameNames(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    if (a.size() == 1 || b.size() == 1) {
      return a.contains(b.get(b.size() - 1)) || b.contains(a.get(a.size() - 1));
    }
    int shared = 0;
    for (String word : a) {
      shared += b.contains(word) ? 1 : 0;
    }
    return shared >= 2;
  }
}
