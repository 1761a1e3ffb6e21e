package org.wiretally.figures;

/** Classes of grammar words, as the lexicon's section names spell them. */
enum Tag {
  ARTICLE,
  DEFINITE,
  POSSESSIVE,
  AND,
  OR,
  BUT,
  OF,
  BY,
  TO,
  FROM,
  AT,
  WITH,
  PREPOSITION,
  AFTER,
  BECAUSE,
  RELATIVE,
  WHERE,
  IF,
  BE,
  HAVE,
  DO,
  MODAL,
  FUTURE,
  NOT,
  DENY,
  FEAR,
  NONE,
  NO,
  SAID,
  ACCORDING,
  INCLUDING,
  THEM,
  ANOTHER,
  MORE,
  OTHERS,
  HE,
  SHE,
  THEY,
  HIMSELF,
  SOMEONE,
  BOTH,
  COUPLE,
  ADVERB,
  OLD,
  YEAR,
  AGED,
  TODAY,
  YESTERDAY,
  LABEL,
  TITLE,
  ABBREVIATION,
  RATE,
  HISTORY,
  COMPARISON,
  PREVIOUS,
  TOLLVERB,
  CLAIMANT,
  FINITE,
  LIGHT,
  TAKER,
  FORCED,
  INTERROGATIVE,
  TOGETHER,
  /** Units of time shorter than a month: an event that old is still the one reported. */
  BRIEF,
  /** Words between a hedge of belief and a state: "believed dead", "known missing". */
  HELD_TRUE,
  /** Words whose number of persons follows the verb: "the number of those ... is 12". */
  NUMBER_OF,
  /** The relative pronoun of persons. */
  WHO,
  /** Auxiliaries of a plural subject. */
  PLURAL_VERB,
  /** Words that page layouts glue to their neighbours. */
  GLUED,
  /** "living", "staying": with a place of shelter they tell of the sheltered. */
  DWELLING,
  /** Camps, tents, evacuation centres. */
  SHELTER_PLACE,
  /** "in", "at": of these prepositions of place those that say inside. */
  WITHIN,
  /** Prepositions of place. */
  LOCATIVE,
  /** "him", "her", "them" where no noun follows. */
  OBJECT_PRONOUN,
  /** Nouns that make a compound with what happened: "shooting suspect". */
  CASE_NOUN,
  /** "as of", "as at": the time behind it bounds the count. */
  AS_OF,
  /** "hit", "struck": where guns are fired, people are. */
  BLOW,
  /** Words of gunfire. */
  GUN,
  /** "a warrant for", "information leading to": what they name has not happened yet. */
  SOUGHT,
  /** Verbs that bring the hurt to a {@link #HOSPITAL}. */
  TRANSPORT,
  /** Hospitals and the like. */
  HOSPITAL,
  /** With a {@link #PRISON} behind it, of those in custody. */
  SENTENCED,
  /** Prisons and jails. */
  PRISON,
  /** "an arrest was made". */
  MADE,
  /** "related stories", "see also": what follows tells of other events. */
  TEASER,
  /** "the killers of": whom they killed follows. */
  KILLER,
  /** "identified as": names follow. */
  IDENTIFIED,
  /** "are": what is so in general. */
  PRESENT,
  /** "is unfounded": denies the clause before it. */
  UNFOUNDED,
  /** "to death" behind a wound. */
  FATAL,
  /** "initially said": put right later in the sentence. */
  INITIAL,
  /** "previously": an arrest at another time than the event's. */
  EARLIER,
  /** "the worst since": another event follows. */
  SINCE,
  /** "Suspect 2": the number behind tells which, not how many. */
  NUMBERED,
  /** "captured": of the armed and the hunted a custody, of others often a picture. */
  CAPTURE,
  /** What takes pictures. */
  CAMERA,
  /** "plans for": the act right behind is none yet. */
  MEANT,
  /** "meeting", "vigil": held, and nobody with it. */
  GATHERING,
  /** "arrested several times": not for this event. */
  TIMES,
  /** What a house number stands before. */
  STREET,
  /** Set or denied for somebody in custody. */
  BAIL,
  /** "his bond": of whom was told before. */
  OWN_BAIL,
  /** Verbs by which a court grants, sets or denies. */
  GRANTED,
  /** Years that are served outside a prison. */
  PROBATION,
  /** "a month long". */
  LONG,
  /** Participles that tell of persons beside the sentence's own verb: "the two accused in". */
  BESIDE,
  /** What is told as a rumour is no fact. */
  RUMOR,
  /** "neither the pilot nor his wife". */
  NOR,
  /** "it said": the body quoted before. */
  IT,
  /** Films, novels, games: what happens in one has not happened. */
  FICTION,
  /** Verbs behind which a plot is told: "the film opens with". */
  PLOT,
  /** Where the rescued are brought. */
  SAFETY,
  /** "a woman's body was found". */
  BODY,
  /** What a further count is added to. */
  TOTAL,
  /** Where people meet: "shot at a party" tells where. */
  VENUE,
  /** Behind "millions in" they say that money is counted. */
  LOSS,
  /** With it the missing are missing no longer. */
  FOUND,
  /** Behind "of", "by" or "in" they say that nobody was hurt: "died of boredom". */
  FIGURATIVE,
  /** What ends the name of a company, which is no person's. */
  COMPANY,
  /** What is charged at a till and not by a court: "charged a fee". */
  PRICE,
  /** What hurts in business and wounds nobody: "hurt by weak demand". */
  TRADE,
  /** "freed", "released": of hostages and of much else. */
  RELEASE,
  /** Who or what frees hostages by force. */
  RESCUER,
  /** Who speaks for a body: "a spokesman for the coast guard". */
  SPEAKER,
  /** "on unrelated charges": held for another matter than the event's. */
  UNRELATED,
  /** "wished him dead". */
  WISH,
  /** "Operation Dawn": no title of a film, for all its quotes. */
  CAMPAIGN,
  /** "any person who is": what the law says of nobody in particular. */
  GENERAL;

  /** A term keeps its tags in two words. */
  private static final int WORD = 64;

  static {
    if (values().length > 2 * WORD) {
      throw new IllegalStateException("a term has bits for " + 2 * WORD + " tags");
    }
  }

  @SuppressWarnings("EnumOrdinal") // the bit lives in memory only; no data depends on the order
  final boolean second = ordinal() >= WORD;

  @SuppressWarnings("EnumOrdinal")
  final long bit = 1L << (ordinal() % WORD);

  /**
   * Whether a word with this tag alone is looked for by a rule that knows where, and is to all
   * others a word like any that the lexicon does not hold ("a funeral director", "Court", "Long
   * Beach").
   */
  boolean contextual() {
    return switch (this) {
      case IT,
          STREET,
          LONG,
          GATHERING,
          CAMERA,
          RUMOR,
          PROBATION,
          BAIL,
          OWN_BAIL,
          FICTION,
          PLOT,
          FIGURATIVE,
          SAFETY,
          TOTAL,
          LOSS,
          COMPANY,
          PRICE,
          TRADE,
          CAMPAIGN,
          UNRELATED,
          WISH,
          RELEASE,
          RESCUER,
          VENUE,
          FOUND ->
          true;
      default -> false;
    };
  }
}
