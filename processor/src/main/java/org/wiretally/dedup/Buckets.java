package org.wiretally.dedup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wiretally.state.Table;

/**
 * The articles of each index key in the order of their positions. A few lie in one record; a crowd
 * has one record an article and is read around a position only, so the cost of a change is bounded.
 *
 * <p>Which neighbours an article has depends on the set of articles alone, not on the order in
 * which they were added or removed.
 */
final class Buckets {
  /** A bucket of more articles becomes a crowd. */
  private static final int LISTED = 32;

  /** A crowd that shrinks to so few becomes a list again; less, lest it go back and forth. */
  private static final int LISTED_AGAIN = 16;

  private final Table<Bucket> buckets;
  private final Table<Position> crowds;
  private final int reach;

  /**
   * @param reach how many neighbours are seen on each side
   */
  Buckets(Table<Bucket> buckets, Table<Position> crowds, int reach) {
    this.buckets = buckets;
    this.crowds = crowds;
    this.reach = reach;
  }

  /**
   * What lies around a position, itself left out.
   *
   * @param before the nearest first
   * @param after the nearest first
   */
  record Neighbours(List<Position> before, List<Position> after) {}

  Neighbours around(int key, Position position) {
    String name = name(key);
    return around(name, get(name), position);
  }

  /** Adds the position and says what lies around it. */
  Neighbours add(int key, Position position) {
    String name = name(key);
    Bucket bucket = get(name);
    if (isListed(bucket)) {
      List<Position> positions = new ArrayList<>(bucket.positions());
      int at = Collections.binarySearch(positions, position);
      if (at < 0) {
        positions.add(-at - 1, position);
        if (positions.size() > LISTED) {
          for (Position each : positions) {
            crowds.put(crowdKey(name, each), each);
          }
          bucket = new Bucket(positions.size(), List.of());
        } else {
          bucket = new Bucket(positions.size(), positions);
        }
        buckets.put(name, bucket);
      }
    } else {
      String crowdKey = crowdKey(name, position);
      if (crowds.get(crowdKey) == null) {
        crowds.put(crowdKey, position);
        bucket = new Bucket(bucket.count() + 1, List.of());
        buckets.put(name, bucket);
      }
    }
    return around(name, bucket, position);
  }

  /** Removes the position and says what lay around it. */
  Neighbours remove(int key, Position position) {
    String name = name(key);
    Bucket bucket = get(name);
    Neighbours neighbours = around(name, bucket, position);
    if (isListed(bucket)) {
      List<Position> positions = new ArrayList<>(bucket.positions());
      if (positions.remove(position)) {
        putOrDelete(name, new Bucket(positions.size(), positions));
      }
    } else {
      String crowdKey = crowdKey(name, position);
      if (crowds.get(crowdKey) != null) {
        crowds.delete(crowdKey);
        buckets.put(name, shrunk(name, bucket.count() - 1));
      }
    }
    return neighbours;
  }

  private Bucket shrunk(String name, int count) {
    if (count > LISTED_AGAIN) {
      return new Bucket(count, List.of());
    }
    List<Position> positions = new ArrayList<>(count);
    crowds.scan(crowdPrefix(name), (crowdKey, position) -> positions.add(position));
    for (Position each : positions) {
      crowds.delete(crowdKey(name, each));
    }
    Collections.sort(positions);
    return new Bucket(positions.size(), positions);
  }

  private Neighbours around(String name, Bucket bucket, Position position) {
    List<Position> before = new ArrayList<>();
    List<Position> after = new ArrayList<>();
    if (isListed(bucket)) {
      List<Position> positions = bucket.positions();
      int at = Collections.binarySearch(positions, position);
      int next = at < 0 ? -at - 1 : at + 1;
      int previous = (at < 0 ? -at - 1 : at) - 1;
      for (int i = previous; i >= 0 && before.size() < reach; i--) {
        before.add(positions.get(i));
      }
      for (int i = next; i < positions.size() && after.size() < reach; i++) {
        after.add(positions.get(i));
      }
    } else {
      String prefix = crowdPrefix(name);
      String crowdKey = crowdKey(name, position);
      crowds.scanBefore(prefix, crowdKey, reach, (key, each) -> before.add(each));
      crowds.scanAfter(prefix, crowdKey, reach, (key, each) -> after.add(each));
    }
    return new Neighbours(before, after);
  }

  private static boolean isListed(Bucket bucket) {
    return bucket.count() == bucket.positions().size();
  }

  private Bucket get(String name) {
    Bucket bucket = buckets.get(name);
    return bucket == null ? Bucket.EMPTY : bucket;
  }

  private void putOrDelete(String name, Bucket bucket) {
    if (bucket.count() == 0) {
      buckets.delete(name);
    } else {
      buckets.put(name, bucket);
    }
  }

  private static String name(int key) {
    return Integer.toHexString(key);
  }

  private static String crowdPrefix(String name) {
    return name + "/";
  }

  private static String crowdKey(String name, Position position) {
    return crowdPrefix(name) + position.sortKey();
  }
}
