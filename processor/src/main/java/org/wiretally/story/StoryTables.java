package org.wiretally.story;

import org.wiretally.state.InMemoryTable;
import org.wiretally.state.Table;

/**
 * What the index keeps, for one desk.
 *
 * @param articles by article id
 * @param postings rows of {@link org.wiretally.state.Buckets}, by blocking key
 * @param children article that others link to or original of copies, separator, article id; the
 *     value is empty
 * @param copies copy root, separator, event time, separator, article id; the value is the article
 *     id
 * @param members tree id, separator, article id
 * @param trees by tree id
 */
public record StoryTables(
    Table<KeptArticle> articles,
    Table<String> postings,
    Table<String> children,
    Table<String> copies,
    Table<Member> members,
    Table<Tree> trees) {
  /** Empty tables on the heap. */
  public static StoryTables inMemory() {
    return new StoryTables(
        new InMemoryTable<>(),
        new InMemoryTable<>(),
        new InMemoryTable<>(),
        new InMemoryTable<>(),
        new InMemoryTable<>(),
        new InMemoryTable<>());
  }
}
