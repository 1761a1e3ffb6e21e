package org.wiretally.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wiretally.article.ArticleStatus;
import org.wiretally.identity.Identity.First;
import org.wiretally.identity.Identity.Redelivery;
import org.wiretally.identity.Identity.Replacement;
import org.wiretally.identity.Identity.Superseded;
import org.wiretally.identity.Identity.Withdrawal;

class IdentityTest {
  private static final Delivery V1 = usable(1);
  private static final Delivery V2 = usable(2);

  private static Delivery usable(int version) {
    return new Delivery(version, ArticleStatus.USABLE, Instant.EPOCH, version);
  }

  private static Delivery kill(int version) {
    return new Delivery(version, ArticleStatus.WITHDRAWN, Instant.EPOCH, 0);
  }

  @Test
  void anUnknownArticleIsTheFirst() {
    assertThat(Identity.decide(null, V1)).isEqualTo(new First());
  }

  @Test
  void theSameDeliveryAgainIsSilent() {
    assertThat(Identity.decide(V1, V1)).isEqualTo(new Redelivery());
  }

  @Test
  void aHigherVersionReplaces() {
    assertThat(Identity.decide(V1, V2)).isEqualTo(new Replacement(V1));
  }

  @Test
  void aLowerVersionThatArrivesLateIsSilent() {
    assertThat(Identity.decide(V2, V1)).isEqualTo(new Superseded(V2));
  }

  @Test
  void aKillOfTheSameVersionWithdrawsIt() {
    assertThat(Identity.decide(V1, kill(1))).isEqualTo(new Withdrawal(V1));
  }

  @Test
  void aKillThatArrivesBeforeItsArticleKeepsItOut() {
    assertThat(Identity.decide(null, kill(1))).isEqualTo(new Withdrawal(null));
    assertThat(Identity.decide(kill(1), V1)).isEqualTo(new Superseded(kill(1)));
  }

  @Test
  void aVersionAfterAKillBringsTheArticleBack() {
    assertThat(Identity.decide(kill(1), V2)).isEqualTo(new First());
  }

  @Property
  void anyOrderOfArrivalEndsWithTheSameDelivery(
      @ForAll("deliveries") List<Delivery> deliveries, @ForAll long seed) {
    List<Delivery> shuffled = new java.util.ArrayList<>(deliveries);
    java.util.Collections.shuffle(shuffled, new java.util.Random(seed));
    assertThat(standingAfter(shuffled)).isEqualTo(standingAfter(deliveries));
  }

  private static @Nullable Delivery standingAfter(List<Delivery> deliveries) {
    Delivery standing = null;
    for (Delivery delivery : deliveries) {
      Identity.Decision decision = Identity.decide(standing, delivery);
      if (!(decision instanceof Redelivery) && !(decision instanceof Superseded)) {
        standing = delivery;
      }
    }
    return standing;
  }

  @Provide
  Arbitrary<List<Delivery>> deliveries() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(ArticleStatus.class),
            Arbitraries.longs().between(0, 2),
            Arbitraries.longs().between(0, 2))
        .as((v, s, at, hash) -> new Delivery(v, s, Instant.ofEpochSecond(at), hash))
        .list()
        .ofMaxSize(8);
  }
}
