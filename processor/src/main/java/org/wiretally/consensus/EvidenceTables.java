package org.wiretally.consensus;

import org.wiretally.state.Table;

/**
 * What {@link EvidenceIndex} keeps, for any number of stories.
 *
 * @param claims by story and article: the article's live claims
 * @param carriers by story, figure, copy tree, words and time: who carries a telling; the value is
 *     the publisher, empty where unknown
 * @param tellings by story, figure and time of the first carrier
 */
public record EvidenceTables(
    Table<ArticleClaims> claims, Table<String> carriers, Table<Telling> tellings) {}
