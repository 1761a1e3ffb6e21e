package org.wiretally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimantLexiconTest {
  private static final ClaimantLexicon LEXICON = ClaimantLexicon.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the Interior Ministry | interior-ministry",
        "the Ministry of the Interior | interior-ministry",
        "a spokesman for the interior ministry | interior-ministry",
        "Kazakh Interior Ministry | interior-ministry/kazakh",
        "the Israeli army | military/israeli",
        "Lebanese army | military/lebanese",
        "the ministry | ministry",
        "Authorities | authorities",
        "local officials | authorities",
        "Chicago Police Department | police",
        "Sgt. Ann Doe of the Springfield Police | police",
        "county sheriff's deputies | police",
        "doctors at the hospital | hospital",
        "the coroner's office | coroner",
        "a rights group | monitors",
        "eyewitnesses | witnesses",
        "Jane Q. Doe | jane q doe",
      })
  void namesTheBody(String words, String id) {
    assertThat(LEXICON.canonical(words)).extracting(Claimant::id).isEqualTo(id);
  }

  @Test
  void noWordIsNobody() {
    assertThat(LEXICON.canonical(" -- ")).isNull();
    assertThat(LEXICON.canonical("the")).isNull();
  }
}
