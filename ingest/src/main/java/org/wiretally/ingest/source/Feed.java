package org.wiretally.ingest.source;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.wiretally.ingest.normalize.Facts;
import org.wiretally.ingest.normalize.PublishedFrom;
import org.wiretally.ingest.normalize.RawArticle;

/** Reads the articles of one RSS or Atom document. */
final class Feed {
  private static final List<String> BLOCKS =
      List.of(
          "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "tr",
          "table",
          "blockquote",
          "section",
          "article",
          "figure",
          "figcaption",
          "pre",
          "hr",
          "dd",
          "dt");

  private Feed() {}

  /**
   * One entry, with a digest of what it says.
   *
   * @param digest changes when the title, the text or the link does
   */
  record Entry(RawArticle article, String digest) {}

  /**
   * Reads the entries in the order of the document.
   *
   * @param now the time to take where an entry has none
   * @throws IOException where the document is no feed; the message says why
   */
  static List<Entry> read(byte[] document, @Nullable String contentType, URI uri, Instant now)
      throws IOException {
    SyndFeed feed;
    try (XmlReader reader =
        new XmlReader(new ByteArrayInputStream(document), contentType, true, "UTF-8")) {
      feed = new SyndFeedInput(false, Locale.ROOT).build(reader);
    } catch (FeedException | IllegalArgumentException e) {
      throw new IOException("it is neither RSS nor Atom (" + e.getMessage() + ")", e);
    }
    List<Entry> entries = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      entries.add(entry(feed, entry, uri, now));
    }
    return entries;
  }

  private static Entry entry(SyndFeed feed, SyndEntry entry, URI uri, Instant now) {
    String title = plain(entry.getTitle());
    String text = text(entry);
    String link = blankToNull(entry.getLink());
    String digest = digest(title + "\n" + text + "\n" + link);
    String id = blankToNull(entry.getUri());
    if (id == null) {
      id = link != null ? link : digest;
    }
    Instant published = later(entry.getPublishedDate(), entry.getUpdatedDate());
    String language = blankToNull(feed.getLanguage());
    Facts facts =
        new Facts(
            title,
            published,
            publisher(feed, entry),
            link,
            language == null || language.length() < 2
                ? null
                : language.substring(0, 2).toLowerCase(Locale.ROOT));
    RawArticle article =
        new RawArticle(
            id,
            published == null ? 1 : Versions.changedAt(published),
            false,
            text,
            facts,
            Facts.NONE,
            now,
            PublishedFrom.INGEST_TIME,
            uri + " " + id);
    return new Entry(article, digest);
  }

  /** The longest of the entry's texts: its content, or its summary where that is all there is. */
  private static String text(SyndEntry entry) {
    String longest = entry.getDescription() == null ? "" : text(entry.getDescription());
    for (SyndContent content : entry.getContents()) {
      String text = text(content);
      longest = text.length() > longest.length() ? text : longest;
    }
    return longest;
  }

  private static String text(SyndContent content) {
    String value = content.getValue();
    return value == null ? "" : paragraphs(value);
  }

  /** The text of HTML with a blank line at each end of a block. */
  static String paragraphs(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(html);
    document.select("script, style, noscript, template, iframe").remove();
    StringBuilder out = new StringBuilder(html.length());
    document
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode leaf) {
                  // Line breaks within HTML text are spaces.
                  out.append(leaf.getWholeText().replace('\n', ' ').replace('\r', ' '));
                } else if (isBlock(node)) {
                  out.append("\n\n");
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (isBlock(node)) {
                  out.append("\n\n");
                }
              }
            });
    return out.toString().strip();
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && BLOCKS.contains(element.normalName());
  }

  private static @Nullable String plain(@Nullable String html) {
    return html == null ? null : blankToNull(Jsoup.parseBodyFragment(html).text());
  }

  private static @Nullable String publisher(SyndFeed feed, SyndEntry entry) {
    SyndFeed source = entry.getSource();
    String name = source == null ? null : plain(source.getTitle());
    return name == null ? plain(feed.getTitle()) : name;
  }

  /** An update has its own time of publication. */
  private static @Nullable Instant later(@Nullable Date published, @Nullable Date updated) {
    Instant first = published == null ? null : published.toInstant();
    Instant last = updated == null ? null : updated.toInstant();
    return first == null || (last != null && last.isAfter(first)) ? last : first;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
