package org.wiretally.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One record of each topic with every field filled, and one with every nullable field null. */
final class Samples {
  private static final Instant AT = Instant.parse("2026-01-12T08:30:00.123Z");
  private static final Quantity AT_LEAST_44 = new Quantity(44L, 44L, null, Qualifier.AT_LEAST);

  private Samples() {}

  static List<SpecificRecord> full() {
    return List.of(
        article(), verdict(), claim(), story(), consensus(), sourceRecord(), deadLetter());
  }

  static List<SpecificRecord> sparse() {
    return List.of(
        Article.newBuilder(article())
            .clearTitle()
            .clearPublisher()
            .clearUrl()
            .clearLanguage()
            .setOffsets(List.of())
            .build(),
        Verdict.newBuilder(verdict()).clearOf().clearStoryId().setPassages(List.of()).build(),
        Claim.newBuilder(claim())
            .clearPublisher()
            .clearClaimant()
            .clearPlace()
            .clearAsOf()
            .clearSpan()
            .clearSentence()
            .setParts(List.of())
            .build(),
        Story.newBuilder(story()).clearPlace().clearMergedInto().build(),
        ConsensusUpdate.newBuilder(consensus())
            .clearLow()
            .clearBest()
            .clearHigh()
            .clearResidual()
            .clearPreviousLow()
            .clearPreviousBest()
            .clearPreviousHigh()
            .build(),
        SourceRecord.newBuilder(sourceRecord()).setMonths(List.of()).build(),
        DeadLetter.newBuilder(deadLetter())
            .clearException()
            .clearTopic()
            .clearPartition()
            .clearOffset()
            .clearSource()
            .clearKey()
            .clearValue()
            .build());
  }

  static Article article() {
    return Article.newBuilder()
        .setArticleId("wire-1")
        .setVersion(2)
        .setStatus(ArticleStatus.USABLE)
        .setTitle("Bridge collapse kills 44")
        .setText("At least 44 people died, “officials” said.\n\nZwölf were hurt. 𝄞")
        .setOffsets(List.of(new OffsetRun(0, 12), new OffsetRun(31, 47)))
        .setPublished(AT)
        .setPublishedFrom(PublishedFrom.SIDECAR)
        .setPublisher("Example Wire")
        .setUrl("https://wire.example/1")
        .setLanguage("en")
        .setSource("folder:inbox/wire-1.txt")
        .setIngestedAt(AT.plusSeconds(5))
        .build();
  }

  static Verdict verdict() {
    return Verdict.newBuilder()
        .setArticleId("wire-2")
        .setVersion(1)
        .setVerdict(VerdictKind.REWRITE)
        .setOf("wire-1")
        .setSimilarity(0.62)
        .setRoot("wire-1")
        .setPassages(List.of(new Passage("wire-1", 0, 2, 0.75)))
        .setStoryId("s-1")
        .setDesk("KZ")
        .setPublished(AT)
        .setProcessedAt(AT.plusSeconds(9))
        .build();
  }

  static Claim claim() {
    return Claim.newBuilder()
        .setClaimId("wire-1/2/KILLED/9")
        .setArticleId("wire-1")
        .setVersion(2)
        .setPublisher("Example Wire")
        .setPublished(AT)
        .setStoryId("s-1")
        .setDesk("KZ")
        .setFigure("KILLED")
        .setQuantity(AT_LEAST_44)
        .setUnit(Unit.PERSONS)
        .setRole(Role.TOTAL)
        .setGroup("ALL")
        .setClaimant("the interior ministry")
        .setPlace("Almaty")
        .setAsOf(AT.minusSeconds(3600))
        .setInTitle(false)
        .setSpan(new Span(12, 23))
        .setSentence(new Span(12, 60))
        .setQuote("At least 44 people died.")
        .setParts(List.of(new Span(3, 5), new Span(7, 9)))
        .setRule("count-verb")
        .setStatus(ClaimStatus.LIVE)
        .setProcessedAt(AT.plusSeconds(9))
        .build();
  }

  static Story story() {
    return Story.newBuilder()
        .setStoryId("s-1")
        .setDesk("KZ")
        .setLabel("Bridge collapse, Almaty")
        .setPlace("Almaty")
        .setType("COLLAPSE")
        .setFirstEventTime(AT)
        .setLastEventTime(AT.plusSeconds(7200))
        .setArticles(List.of("wire-1", "wire-2"))
        .setStatus(StoryStatus.MERGED)
        .setMergedInto("s-0")
        .setProcessedAt(AT.plusSeconds(9))
        .build();
  }

  static ConsensusUpdate consensus() {
    Origin origin =
        Origin.newBuilder()
            .setId("o-1")
            .setClaimant("the interior ministry")
            .setPublishers(List.of("Example Wire", "Sample Post"))
            .setArticles(List.of("wire-1", "wire-2"))
            .setQuantity(AT_LEAST_44)
            .setStanding(Standing.SUPPORTS)
            .setWeight(1.5)
            .setReason("It is the latest stated total.")
            .setEvidence(new Evidence("wire-1", 12, 23, "At least 44 people died.", "count-verb"))
            .build();
    return ConsensusUpdate.newBuilder()
        .setStoryId("s-1")
        .setStoryLabel("Bridge collapse, Almaty")
        .setDesk("KZ")
        .setFigure("KILLED")
        .setGroup("ALL")
        .setUnit(Unit.PERSONS)
        .setLow(44L)
        .setBest(44L)
        .setHigh(60L)
        .setConfidence(0.8)
        .setDerived(true)
        .setResidual(-1L)
        .setOrigins(List.of(origin))
        .setArticles(List.of("wire-1", "wire-2"))
        .setChange(ChangeKind.RAISED)
        .setReason("Two more were found.")
        .setRevision(3)
        .setPreviousLow(42L)
        .setPreviousBest(42L)
        .setPreviousHigh(50L)
        .setAsOf(AT)
        .setProcessedAt(AT.plusSeconds(9))
        .build();
  }

  static SourceRecord sourceRecord() {
    return SourceRecord.newBuilder()
        .setDesk("KZ")
        .setKind(SourceKind.CLAIMANT)
        .setName("interior ministry")
        .setMonths(
            List.of(new MonthOfCases("2025-12", 3, 1, 0), new MonthOfCases("2026-01", 0, 0, 1)))
        .setProcessedAt(AT.plusSeconds(9))
        .build();
  }

  static DeadLetter deadLetter() {
    return DeadLetter.newBuilder()
        .setStage("ingest")
        .setCause("The file is not UTF-8.")
        .setException("java.nio.charset.MalformedInputException: Input length = 1")
        .setTopic("wiretally.articles.v1")
        .setPartition(3)
        .setOffset(99L)
        .setSource("folder:inbox/odd.bin")
        .setKey(bytes("odd"))
        .setValue(ByteBuffer.wrap(new byte[] {0, -1, 127, -128}))
        .setHeaders(Map.of("trace", bytes("abc")))
        .setAt(AT)
        .build();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
