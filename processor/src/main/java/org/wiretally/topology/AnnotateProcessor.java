package org.wiretally.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.wiretally.annotate.Annotator;

/**
 * Reads the article. Stateless: what it cannot read goes to the dead letters and nothing is lost.
 */
final class AnnotateProcessor extends ContextualProcessor<String, Accepted, String, Accepted> {
  private final Annotator annotator;

  AnnotateProcessor(Annotator annotator) {
    this.annotator = annotator;
  }

  @Override
  public void process(Record<String, Accepted> record) {
    Accepted accepted = record.value();
    context()
        .forward(
            accepted instanceof Accepted.Standing standing
                ? record.withValue(
                    new Accepted.Read(
                        annotator.annotate(standing.article(), standing.revised()),
                        standing.delivery()))
                : record);
  }
}
