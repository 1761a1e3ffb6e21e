package org.wiretally.figures;

/**
 * A language that a lexicon folder exists for.
 *
 * @param code ISO 639-1, the folder's name under {@code org/wiretally/lexicon}
 */
public record Language(String code) {
  public static final Language ENGLISH = new Language("en");
  public static final Language SPANISH = new Language("es");

  public Language {
    if (code.length() != 2 || !code.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      throw new IllegalArgumentException(
          "language \"" + code + "\" is no ISO 639-1 code: use two lower-case letters, such as en");
    }
  }
}
