package org.wiretally.topology;

import java.util.List;
import org.wiretally.dedup.Verdict;

/**
 * A delivery and every verdict that it changed, in memory on its way from dedup to story.
 *
 * @param verdicts the delivered article's own comes first
 */
record Deduplicated(DeskDelivery delivery, List<Verdict> verdicts) {}
