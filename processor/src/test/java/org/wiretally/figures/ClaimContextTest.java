package org.wiretally.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a claim says that it happened, and until when its count is said to hold. */
class ClaimContextTest {
  private static final FigureReader READER = FigureReader.english();

  /** A Sunday. */
  private static final Instant PUBLISHED = Instant.parse("2022-01-09T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Twelve people were killed in Oslo.                          | Oslo",
        "Twelve people were killed in the town of Moss on Friday.    | Moss",
        "Some 500 people were evacuated in northern Chile.           | Chile",
        "A man was shot in the head in Chicago.                      | Chicago",
        "Three climbers died near Lake Geneva.                       | Lake Geneva",
        "Twelve people were killed.                                  | none",
        "Twelve people were killed in January.                       | none",
        "Two people were killed in John Marsh's house.               | none",
        "Twelve people were killed, and the governor spoke in Oslo.  | none",
        "In Oslo, a fire in a warehouse killed twelve people.        | Oslo",
        "A fire in the town of Moss killed twelve people.            | Moss",
        "A fire in Moss killed twelve people in Halden.              | Halden",
        "In Oslo, officials said a fire killed twelve people.        | none",
        "The governor spoke in Oslo, and a fire killed twelve people. | none",
      })
  void placeIsTheOneNamedBehindTheCountOrElseBeforeIt(String text, @Nullable String place) {
    assertThat(only(text, PUBLISHED).place()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "As of Friday, 26 people had been killed.                    | 2022-01-07T23:59:59Z",
        "As of 6 p.m. on 5 January, 12 people were missing.          | 2022-01-05T23:59:59Z",
        "As of Dec. 28, 12 people were missing.                      | 2021-12-28T23:59:59Z",
        "As of today, 12 people are missing.                         | 2022-01-09T12:00:00Z",
        "By late Saturday, 26 people were dead.                      | 2022-01-08T23:59:59Z",
        "By yesterday 26 people were dead.                           | 2022-01-08T23:59:59Z",
        "As of 3 May 2021, 26 people were missing.                   | 2021-05-03T23:59:59Z",
        "As of 30 February, 12 people were missing.                  | none",
        "As of 12 January 2022, 12 people were missing.              | none",
        "Twelve people were killed on Friday.                        | none",
        "Twelve people were killed by gunmen on Friday.              | none",
        "Twelve people were killed.                                  | none",
      })
  void asOfIsTheEndOfTheDayNamed(String text, @Nullable Instant asOf) {
    assertThat(only(text, PUBLISHED).asOf()).isEqualTo(asOf);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "As of Friday, 26 people had been killed.                    | none",
        "As of 5 January, 26 people had been killed.                 | none",
        "As of 5 January 2022, 26 people had been killed.            | 2022-01-05T23:59:59Z",
      })
  void withoutPublicationOnlyFullDatesAreRead(String text, @Nullable Instant asOf) {
    assertThat(only(text, null).asOf()).isEqualTo(asOf);
  }

  private static Claim only(String text, @Nullable Instant published) {
    Extraction extraction = READER.read(null, text, published);
    assertThat(extraction.claims()).hasSize(1);
    return extraction.claims().get(0);
  }
}
