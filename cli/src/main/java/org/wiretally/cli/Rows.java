package org.wiretally.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.schemas.Claim;
import org.wiretally.schemas.ConsensusUpdate;
import org.wiretally.schemas.Origin;
import org.wiretally.schemas.Qualifier;
import org.wiretally.schemas.Quantity;
import org.wiretally.schemas.Span;
import org.wiretally.schemas.Verdict;

/** Records as JSON objects with the keys of the three JSONL forms (README: output files). */
final class Rows {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Rows() {}

  static ObjectNode of(Claim claim) {
    return claim(
        claim.getArticleId(),
        claim.getFigure(),
        claim.getQuantity(),
        claim.getInTitle() ? null : claim.getSpan(),
        claim.getRole().name(),
        claim.getGroup(),
        claim.getQuote(),
        claim.getClaimant(),
        claim.getPlace(),
        claim.getRule());
  }

  /** A claim that has not been published; a derived total has no words of its own. */
  static ObjectNode of(String articleId, org.wiretally.figures.Claim claim) {
    org.wiretally.figures.Quantity quantity = claim.quantity();
    boolean spanned = !claim.inTitle() && !claim.derived();
    return claim(
        articleId,
        claim.figure().name(),
        new Quantity(
            quantity.low(),
            quantity.best(),
            quantity.high(),
            Qualifier.valueOf(quantity.qualifier().name())),
        spanned ? new Span(claim.span().start(), claim.span().end()) : null,
        claim.role().name(),
        claim.group(),
        claim.quote(),
        claim.claimant(),
        claim.place(),
        claim.rule());
  }

  private static ObjectNode claim(
      String article,
      String figure,
      Quantity quantity,
      @Nullable Span span,
      String role,
      String group,
      String quote,
      @Nullable String claimant,
      @Nullable String place,
      String rule) {
    ObjectNode row = JSON.objectNode();
    row.put("article", article);
    row.put("figure", figure);
    put(row, quantity);
    row.put("start", span == null ? null : span.getStart());
    row.put("end", span == null ? null : span.getEnd());
    row.put("role", role);
    row.put("group", group);
    row.put("quote", quote);
    row.put("claimant", claimant);
    row.put("place", place);
    row.put("rule", rule);
    return row;
  }

  static ObjectNode of(Verdict verdict) {
    ObjectNode row = JSON.objectNode();
    row.put("article", verdict.getArticleId());
    row.put("version", verdict.getVersion());
    row.put("verdict", verdict.getVerdict().name());
    row.put("of", verdict.getOf());
    row.put("similarity", verdict.getSimilarity());
    row.put("root", verdict.getRoot());
    row.put("story", verdict.getStoryId());
    row.put("desk", verdict.getDesk());
    return row;
  }

  /** An update as the scorers read it, with the origins in short. */
  static ObjectNode of(ConsensusUpdate update) {
    ObjectNode row = JSON.objectNode();
    row.put("story", update.getStoryId());
    row.put("label", update.getStoryLabel());
    row.put("figure", update.getFigure());
    row.put("group", update.getGroup());
    row.put("unit", update.getUnit().name());
    row.put("low", update.getLow());
    row.put("best", update.getBest());
    row.put("high", update.getHigh());
    row.put("confidence", update.getConfidence());
    row.put("derived", update.getDerived());
    row.put("residual", update.getResidual());
    row.put("change", update.getChange().name());
    row.put("reason", update.getReason());
    row.put("revision", update.getRevision());
    row.put("asOf", time(update.getAsOf()));
    strings(row.putArray("articles"), update.getArticles());
    row.put("articleCount", ConsensusTable.articles(update));
    ArrayNode origins = row.putArray("origins");
    update.getOrigins().forEach(origin -> origins.add(of(origin)));
    return row;
  }

  private static ObjectNode of(Origin origin) {
    ObjectNode row = JSON.objectNode();
    row.put("id", origin.getId());
    row.put("claimant", origin.getClaimant());
    put(row, origin.getQuantity());
    row.put("standing", origin.getStanding().name());
    row.put("weight", origin.getWeight());
    row.put("reason", origin.getReason());
    strings(row.putArray("publishers"), origin.getPublishers());
    strings(row.putArray("articles"), origin.getArticles());
    ObjectNode evidence = row.putObject("evidence");
    evidence.put("article", origin.getEvidence().getArticleId());
    evidence.put("start", origin.getEvidence().getStart());
    evidence.put("end", origin.getEvidence().getEnd());
    evidence.put("quote", origin.getEvidence().getQuote());
    evidence.put("rule", origin.getEvidence().getRule());
    return row;
  }

  private static void put(ObjectNode row, Quantity quantity) {
    row.put("low", quantity.getLow());
    row.put("best", quantity.getBest());
    row.put("high", quantity.getHigh());
    row.put("qualifier", quantity.getQualifier().name());
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  static String time(Instant at) {
    return DateTimeFormatter.ISO_INSTANT.format(at);
  }
}
