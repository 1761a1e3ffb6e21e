package org.wiretally.sources;

/** How what a source says of a figure stands against the value that others stand behind. */
public enum Outcome {
  /** It states the value, or its words allow it. */
  AGREED,
  /** It was right to its time, as far as anyone knows, and the figure moved on: no fault. */
  OVERTAKEN,
  /** It is at odds with the value. */
  DEVIATED
}
