package io.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** Samples of feeds and news standards that others wrote: none of them is lost or cut wrongly. */
class StandardsTest {
  private static final Path FORMATS = Path.of("../../shared/data/formats");
  private static final Set<String> ITEMS = Set.of("item", "entry");

  @Test
  void everyItemOfEveryFeedIsFoundOrRejectedByItsPlace() throws IOException {
    List<String> wrong = new ArrayList<>();
    int items = 0;
    for (Path feed : samples("feeds")) {
      Collected found = Collected.from(feed, Limits.standard());
      int all = found.found().size() + found.rejections().size();
      items += found.found().size();
      int parsed = found.broken().isEmpty() ? itemsIn(feed) : -1;
      if (parsed >= 0 && all != parsed) wrong.add(feed + ": " + all + " of " + parsed);
      for (FoundArticle article : found.found()) {
        if (!namespacesAreBound(article)) wrong.add(feed + " has an item that cannot stand alone");
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(items).isGreaterThan(500);
  }

  @Test
  void filesThatAreNoFeedsAreRefusedAndNoOthers() throws IOException {
    Set<String> refused = new HashSet<>();
    for (Path feed : samples("feeds")) {
      if (!Collected.from(feed, Limits.standard()).broken().isEmpty()) {
        refused.add(feed.getFileName().toString());
      }
    }

    assertThat(refused)
        .containsExactlyInAnyOrder(
            "2.rss", "logback-test.xml", "opml_1.0.xml", "opml_1.0_links.xml", "opml_2.0.xml");
  }

  @Test
  void newsItemsAreArticlesAndConceptsAreNot() throws IOException {
    int articles = 0;
    for (Path file : samples("newsml-g2")) {
      String text = Files.readString(file);
      Collected found = Collected.from(file, Limits.standard());
      int expected = count(Pattern.compile("<newsItem\\s"), text);
      assertThat(found.found()).as("%s", file).hasSize(expected);
      articles += expected;
    }
    assertThat(articles).isGreaterThan(15);
  }

  @Test
  void everyNinjsFileIsAnArticleAndEachElementOfACollection() throws IOException {
    for (Path file : samples("ninjs")) {
      Collected found = Collected.from(file, Limits.standard());

      assertThat(found.found()).as("%s", file).isNotEmpty();
      assertThat(found.rejections()).as("%s", file).isEmpty();
    }
  }

  private static List<Path> samples(String kind) throws IOException {
    Path folder = FORMATS.resolve(kind);
    assumeTrue(Files.isDirectory(folder), "skipped: no samples in " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Items that are inside no other item, as a parser counts them; -1 for what no parser reads. */
  private static int itemsIn(Path feed) throws IOException {
    int items = 0;
    int depth = 0;
    int inside = 0;
    try {
      XMLStreamReader reader = parser(Files.readAllBytes(feed));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          depth++;
          if (inside != 0 || !ITEMS.contains(reader.getLocalName())) continue;
          items++;
          inside = depth;
        } else if (event == XMLStreamReader.END_ELEMENT) {
          if (depth-- == inside) inside = 0;
        }
      }
      return items;
    } catch (XMLStreamException e) {
      return -1;
    }
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) count++;
    return count;
  }

  private static boolean namespacesAreBound(FoundArticle article) {
    try {
      XMLStreamReader reader = parser(article.bytes());
      while (reader.hasNext()) reader.next();
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private static XMLStreamReader parser(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }
}
