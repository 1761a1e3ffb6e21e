package org.wiretally.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries under each key, in the order of their text.
 *
 * <p>Up to 32 entries lie in one row. A bucket that outgrows its row becomes a B-tree over a table
 * that need only look up keys (Bayer and McCreight 1972, "Organization and maintenance of large
 * ordered indexes"): its entries lie on pages of as many, and the row has the names of the pages,
 * until they too are so many that they need pages. Pages are not merged as they shrink, they go
 * when they are empty. A change reads and writes one or two rows of each level, and of n entries
 * that came in order there are log n to the base 32 levels, rounded up.
 *
 * <p>Which neighbours an entry has depends on the set of entries alone, not on the order in which
 * they were added or removed. Used by one thread.
 */
public final class Buckets {
  /** Ends an entry in a row, and a key before a page; neither may hold it. */
  private static final char END = '\u001e';

  /** A bucket's row begins with one for each level above its entries; no entry begins with it. */
  private static final char LEVEL = '#';

  /** The name of a level's first page, for what is below any other; it is listed nowhere. */
  private static final String FIRST = "";

  /** A text follows another at once where it is that one and this. */
  private static final char LEAST = '\u0000';

  /** The most entries of a row. */
  private static final int ENTRIES = 32;

  private final Table<String> rows;
  private final int reach;

  /**
   * Reads and writes a table.
   *
   * @param rows by key, and by key and page
   * @param reach how many neighbours are seen on each side
   */
  public Buckets(Table<String> rows, int reach) {
    this.rows = rows;
    this.reach = reach;
  }

  /**
   * What lies around an entry, itself left out.
   *
   * @param before the nearest first
   * @param after the nearest first
   */
  public record Neighbours(List<String> before, List<String> after) {}

  /** What lies around an entry, whether it is kept or not. */
  public Neighbours around(String key, String entry) {
    return new Bucket(key).around(entry);
  }

  /** Adds the entry, unless it is there, and says what lies around it. */
  public Neighbours add(String key, String entry) {
    Bucket bucket = new Bucket(key);
    Neighbours neighbours = bucket.around(entry);
    bucket.add(0, entry);
    return neighbours;
  }

  /** Removes the entry, where it is there, and says what lay around it. */
  public Neighbours remove(String key, String entry) {
    Bucket bucket = new Bucket(key);
    Neighbours neighbours = bucket.around(entry);
    bucket.remove(0, entry);
    return neighbours;
  }

  /** One call's view of a bucket: every row is read once. */
  private final class Bucket {
    private final String key;
    private final Map<String, String> pages = new HashMap<>(4);

    /** The level of the bucket's own row, 0 where it has the entries themselves. */
    private int top;

    /** What the bucket's own row lists. */
    private String root;

    Bucket(String key) {
      this.key = key;
      @Nullable String row = rows.get(key);
      String text = row == null ? "" : row;
      while (top < text.length() && text.charAt(top) == LEVEL) {
        top++;
      }
      this.root = text.substring(top);
    }

    Neighbours around(String entry) {
      return new Neighbours(before(0, entry, reach), after(0, entry, reach));
    }

    /** What a level has below an entry, the nearest first. */
    private List<String> before(int level, String entry, int most) {
      List<String> found = new ArrayList<>(most);
      String page = pageOf(level, entry);
      takeBefore(page(level, page), entry, most, found);
      while (found.size() < most && !page.equals(FIRST)) {
        page = lastOf(before(level + 1, page, 1));
        takeBefore(page(level, page), entry, most, found);
      }
      return found;
    }

    /** What a level has above an entry, the nearest first. */
    private List<String> after(int level, String entry, int most) {
      List<String> found = new ArrayList<>(most);
      takeAfter(page(level, pageOf(level, entry)), entry, most, found);
      String passed = entry;
      while (found.size() < most && level < top) {
        List<String> next = after(level + 1, passed, 1);
        if (next.isEmpty()) {
          break;
        }
        passed = next.get(0);
        takeAfter(page(level, passed), entry, most, found);
      }
      return found;
    }

    /** The page of a level that an entry belongs on. */
    private String pageOf(int level, String entry) {
      return level == top ? FIRST : lastOf(before(level + 1, entry + LEAST, 1));
    }

    private static String lastOf(List<String> pages) {
      return pages.isEmpty() ? FIRST : pages.get(0);
    }

    void add(int level, String entry) {
      String page = pageOf(level, entry);
      String before = page(level, page);
      String with = with(before, entry);
      if (with.length() == before.length()) {
        return;
      }
      if (size(with) <= ENTRIES) {
        put(level, page, with);
        return;
      }
      int cut = cut(with, entry);
      String upper = with.substring(cut, with.indexOf(END, cut));
      if (level == top) {
        top++;
        putRoot("");
      }
      put(level, page, with.substring(0, cut));
      put(level, upper, with.substring(cut));
      add(level + 1, upper);
    }

    void remove(int level, String entry) {
      String page = pageOf(level, entry);
      String rest = without(page(level, page), entry);
      put(level, page, rest);
      if (level < top && rest.isEmpty() && !page.equals(FIRST)) {
        remove(level + 1, page);
      }
      while (top > 0 && root.isEmpty()) {
        String first = page(top - 1, FIRST);
        put(top - 1, FIRST, "");
        top--;
        putRoot(first);
      }
    }

    private String page(int level, String page) {
      return level == top
          ? root
          : pages.computeIfAbsent(
              pageKey(level, page),
              pageKey -> {
                @Nullable String row = rows.get(pageKey);
                return row == null ? "" : row;
              });
    }

    private void put(int level, String page, String row) {
      if (level == top) {
        putRoot(row);
      } else {
        String pageKey = pageKey(level, page);
        pages.put(pageKey, row);
        putOrDelete(pageKey, row);
      }
    }

    private void putRoot(String row) {
      root = row;
      putOrDelete(key, String.valueOf(LEVEL).repeat(row.isEmpty() ? 0 : top) + row);
    }

    private String pageKey(int level, String page) {
      return key + END + level + END + page;
    }
  }

  private void putOrDelete(String key, String row) {
    if (row.isEmpty()) {
      rows.delete(key);
    } else {
      rows.put(key, row);
    }
  }

  private static void takeBefore(String row, String entry, int most, List<String> found) {
    int end = firstNotBelow(row, entry);
    while (end > 0 && found.size() < most) {
      int from = row.lastIndexOf(END, end - 2) + 1;
      found.add(row.substring(from, end - 1));
      end = from;
    }
  }

  private static void takeAfter(String row, String entry, int most, List<String> found) {
    int from = firstNotBelow(row, entry + LEAST);
    while (from < row.length() && found.size() < most) {
      int end = row.indexOf(END, from);
      found.add(row.substring(from, end));
      from = end + 1;
    }
  }

  private static String with(String row, String entry) {
    int at = firstNotBelow(row, entry);
    return isAt(row, at, entry) ? row : row.substring(0, at) + entry + END + row.substring(at);
  }

  private static String without(String row, String entry) {
    int at = firstNotBelow(row, entry);
    return isAt(row, at, entry)
        ? row.substring(0, at) + row.substring(at + entry.length() + 1)
        : row;
  }

  /**
   * Where to part a row: in the middle, but where it grew at its end before its last entry, as most
   * entries come in order and nothing will be added to the first part.
   */
  private static int cut(String row, String added) {
    int last = row.length() - added.length() - 1;
    if (isAt(row, last, added)) {
      return last;
    }
    int cut = 0;
    for (int i = 0; i < ENTRIES / 2; i++) {
      cut = row.indexOf(END, cut) + 1;
    }
    return cut;
  }

  /** Where in a row the first entry starts that is not below the given one; else its end. */
  private static int firstNotBelow(String row, String entry) {
    int from = 0;
    while (from < row.length()) {
      int end = row.indexOf(END, from);
      if (!isBelow(row, from, end, entry)) {
        return from;
      }
      from = end + 1;
    }
    return from;
  }

  private static boolean isBelow(String row, int from, int end, String entry) {
    int shorter = Math.min(end - from, entry.length());
    for (int i = 0; i < shorter; i++) {
      int difference = row.charAt(from + i) - entry.charAt(i);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return end - from < entry.length();
  }

  private static boolean isAt(String row, int at, String entry) {
    int end = at + entry.length();
    return end < row.length() && row.charAt(end) == END && row.startsWith(entry, at);
  }

  private static int size(String row) {
    int size = 0;
    for (int end = row.indexOf(END); end >= 0; end = row.indexOf(END, end + 1)) {
      size++;
    }
    return size;
  }
}
