package org.wiretally.figures;

/** One person as an article tells of them, put together from several mentions. */
final class Person {
  final int number;
  String surname = "";
  int age = -1;
  char sex;
  String noun = "";

  Person(int number) {
    this.number = number;
  }
}
