package org.wiretally.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries under each key, in the order of their text.
 *
 * <p>Up to 32 entries lie in one row. A bucket that outgrows its row becomes pages of as many, and
 * the names of the pages are the entries of another bucket, its directory, which may itself have
 * pages: a B-tree (Bayer and McCreight 1972, "Organization and maintenance of large ordered
 * indexes") over a table that need only look up keys. Pages are not merged as they shrink, they go
 * when they are empty. A change reads and writes one or two rows of each level, and of n entries
 * there are log n to the base 16 levels at most, as long as none are removed.
 *
 * <p>Which neighbours an entry has depends on the set of entries alone, not on the order in which
 * they were added or removed. Used by one thread.
 */
public final class Buckets {
  /** Ends an entry in a row, and a key before the name of a page; neither may hold it. */
  private static final char END = '\u001e';

  /** The row of a bucket that has pages; no entry may be like it. */
  private static final String PAGED = "#";

  /** Before the key of a bucket: that of its directory. No key may begin with it. */
  private static final char DIRECTORY = '\u001d';

  /** The page for what is below the name of any other; it is in no directory. */
  private static final String FIRST_PAGE = "";

  /** A text follows another at once where it is that one and this. */
  private static final char LEAST = '\u0000';

  /** The most entries of a row. */
  private static final int ENTRIES = 32;

  private final Table<String> rows;
  private final int reach;

  /**
   * Reads and writes a table.
   *
   * @param rows entries by key, and by key and page
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
    String row = row(key);
    return new Neighbours(before(key, row, entry, reach), after(key, row, entry, reach));
  }

  /** Adds the entry, unless it is there. */
  public void add(String key, String entry) {
    String row = row(key);
    boolean paged = row.equals(PAGED);
    String at = paged ? pageKey(key, pageOf(key, entry)) : key;
    String before = paged ? row(at) : row;
    String with = with(before, entry);
    if (size(with) <= ENTRIES) {
      if (with.length() > before.length()) {
        rows.put(at, with);
      }
      return;
    }
    int cut = cut(with, entry);
    if (!paged) {
      rows.put(key, PAGED);
    }
    rows.put(paged ? at : pageKey(key, FIRST_PAGE), with.substring(0, cut));
    String page = with.substring(cut, with.indexOf(END, cut));
    rows.put(pageKey(key, page), with.substring(cut));
    add(DIRECTORY + key, page);
  }

  /** Removes the entry, where it is there. */
  public void remove(String key, String entry) {
    String row = row(key);
    if (!row.equals(PAGED)) {
      put(key, without(row, entry));
      return;
    }
    String page = pageOf(key, entry);
    String pageKey = pageKey(key, page);
    String rest = without(row(pageKey), entry);
    put(pageKey, rest);
    if (rest.isEmpty() && !page.equals(FIRST_PAGE)) {
      remove(DIRECTORY + key, page);
      if (row(DIRECTORY + key).isEmpty()) {
        String first = pageKey(key, FIRST_PAGE);
        put(key, row(first));
        rows.delete(first);
      }
    }
  }

  /** The entries below the given one, the nearest first. */
  private List<String> before(String key, String row, String entry, int most) {
    List<String> found = new ArrayList<>(most);
    if (!row.equals(PAGED)) {
      takeBefore(row, entry, most, found);
      return found;
    }
    String page = pageOf(key, entry);
    takeBefore(row(pageKey(key, page)), entry, most, found);
    while (found.size() < most && !page.equals(FIRST_PAGE)) {
      page = pageBefore(key, page);
      takeBefore(row(pageKey(key, page)), entry, most, found);
    }
    return found;
  }

  /** The entries above the given one, the nearest first. */
  private List<String> after(String key, String row, String entry, int most) {
    List<String> found = new ArrayList<>(most);
    if (!row.equals(PAGED)) {
      takeAfter(row, entry, most, found);
      return found;
    }
    takeAfter(row(pageKey(key, pageOf(key, entry))), entry, most, found);
    String page = pageAfter(key, entry);
    while (found.size() < most && page != null) {
      takeAfter(row(pageKey(key, page)), entry, most, found);
      page = pageAfter(key, page);
    }
    return found;
  }

  /** The page that an entry belongs into. */
  private String pageOf(String key, String entry) {
    return pageBefore(key, entry + LEAST);
  }

  private String pageBefore(String key, String entry) {
    String directory = DIRECTORY + key;
    List<String> pages = before(directory, row(directory), entry, 1);
    return pages.isEmpty() ? FIRST_PAGE : pages.get(0);
  }

  private @Nullable String pageAfter(String key, String entry) {
    String directory = DIRECTORY + key;
    List<String> pages = after(directory, row(directory), entry, 1);
    return pages.isEmpty() ? null : pages.get(0);
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

  private String row(String key) {
    @Nullable String row = rows.get(key);
    return row == null ? "" : row;
  }

  private void put(String key, String row) {
    if (row.isEmpty()) {
      rows.delete(key);
    } else {
      rows.put(key, row);
    }
  }

  private static String pageKey(String key, String page) {
    return key + END + page;
  }
}
