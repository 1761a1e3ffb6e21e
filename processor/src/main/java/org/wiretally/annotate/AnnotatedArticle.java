package org.wiretally.annotate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wiretally.dedup.Signature;
import org.wiretally.figures.Claim;
import org.wiretally.story.StoryFeatures;

/**
 * An article as its desk keeps it: everything that deciding needs and no body.
 *
 * @param articleId the provider's permanent id
 * @param version the version that was read, 1 or more
 * @param revised whether it took the place of an earlier version
 * @param title the headline where the source delivers it apart from the text, else null
 * @param published event time
 * @param publisher who printed it, null where unknown
 * @param desk the key under which the article meets its like
 * @param signature what copies are recognised by
 * @param features what its story is recognised by
 * @param claims spans are offsets into the delivered text, or into the title
 */
public record AnnotatedArticle(
    String articleId,
    int version,
    boolean revised,
    @Nullable String title,
    Instant published,
    @Nullable String publisher,
    String desk,
    Signature signature,
    StoryFeatures features,
    List<Claim> claims) {
  public AnnotatedArticle {
    claims = List.copyOf(claims);
  }
}
