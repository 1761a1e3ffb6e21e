package org.wiretally.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wiretally.annotate.AnnotatedArticle;
import org.wiretally.dedup.CopyIndex;
import org.wiretally.dedup.CopyMember;
import org.wiretally.dedup.CopyOutcome;
import org.wiretally.dedup.CopyPolicy;

/** Finds what is a copy of what among the articles of the desk. */
final class DedupProcessor extends ContextualProcessor<String, DeskDelivery, String, Deduplicated> {
  private final CopyPolicy policy;
  private @Nullable DeskTables tables;
  private @Nullable CopyIndex copies;

  DedupProcessor(CopyPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void init(ProcessorContext<String, Deduplicated> context) {
    super.init(context);
    tables = new DeskTables(context);
    copies = new CopyIndex(tables.copies(), policy);
  }

  @Override
  public void process(Record<String, DeskDelivery> record) {
    Stores.opened(tables).select(record.key());
    context()
        .forward(
            record.withValue(new Deduplicated(record.value(), decide(record.value()).changed())));
  }

  private CopyOutcome decide(DeskDelivery delivery) {
    CopyIndex index = Stores.opened(copies);
    if (delivery instanceof DeskDelivery.Put put) {
      AnnotatedArticle article = put.article();
      return index.put(
          new CopyMember(
              article.articleId(), article.version(), article.published(), article.signature()));
    }
    return index.withdraw(delivery.articleId());
  }
}
