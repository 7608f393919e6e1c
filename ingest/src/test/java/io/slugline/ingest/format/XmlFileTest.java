package io.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class XmlFileTest {
  private final Path folder;

  XmlFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a feed -->
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel xml:lang="en">
          <title>World &amp; News</title>
          <link>https://example.org/</link>
          <item><title>One</title><dc:creator>A</dc:creator></item>
          <item ><title><![CDATA[Two </item> is not the end]]></title></item>
          <!-- <item>commented out</item> -->
        </channel>
      </rss>
      """;

  @Test
  void everyItemOfAFeedIsAnArticleOfItsOwnBytes() throws Exception {
    Collected feed = Collected.from(folder, "feed.xml", RSS);

    assertThat(feed.broken()).isEmpty();
    assertThat(feed.texts())
        .containsExactly(
            "<item xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xml:lang=\"en\">"
                + "<title>One</title><dc:creator>A</dc:creator></item>",
            "<item  xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xml:lang=\"en\">"
                + "<title><![CDATA[Two </item> is not the end]]></title></item>");
    assertThat(feed.found().get(0).mediaType()).isEqualTo("application/rss+xml");
    assertThat(feed.found().get(0).headers())
        .containsEntry("feed-title", "World & News")
        .containsEntry("feed-link", "https://example.org/");
    assertThat(parsed(feed.found().get(0)).getElementsByTagName("dc:creator").getLength())
        .isEqualTo(1);
  }

  @Test
  void anAtomEntryKeepsThePrefixAndTheBaseThatItInherits() throws Exception {
    String atom =
        """
        <a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:base='http://example.org/'>
          <a:title type="html">Feed</a:title>
          <a:link rel="self" href="/self"/><a:link href="/home?a=1&amp;b=2"/>
          <a:entry><a:id>1</a:id><a:title>x</a:title></a:entry>
        </a:feed>""";

    Collected feed = Collected.from(folder, "feed.atom", atom);

    assertThat(feed.found()).hasSize(1);
    assertThat(feed.found().get(0).mediaType()).isEqualTo("application/atom+xml");
    assertThat(feed.found().get(0).headers()).containsEntry("feed-link", "/home?a=1&b=2");
    Element entry = parsed(feed.found().get(0));
    assertThat(entry.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(entry.getAttribute("xml:base")).isEqualTo("http://example.org/");
  }

  @Test
  void itemsOfRss1StandBesideTheChannel() {
    String rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>T</title>"
            + "<items><rdf:Seq/></items></channel><item rdf:about='1'/><item rdf:about='2'/></rdf:RDF>";

    Collected feed = Collected.from(folder, "feed.rdf", rdf);

    assertThat(feed.broken()).isEmpty();
    assertThat(feed.found()).hasSize(2);
    assertThat(feed.found().get(1).headers()).containsEntry("feed-title", "T");
  }

  @Test
  void anItemOfALatin1FeedSaysItsEncodingItself() throws Exception {
    String feed =
        "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><title>Köln</title></item>"
            + "</channel></rss>";

    Collected found = Collected.from(folder, "feed.xml", feed.getBytes(ISO_8859_1));

    assertThat(found.found()).hasSize(1);
    assertThat(found.found().get(0).charset()).isEqualTo("ISO-8859-1");
    assertThat(parsed(found.found().get(0)).getTextContent()).isEqualTo("Köln");
  }

  @Test
  void aFeedInUtf16IsCutAsUtf8() throws Exception {
    String feed =
        "<?xml version='1.0' encoding='UTF-16'?><rss><channel><item><title>Kölñ 東京 😀</title>"
            + "</item></channel></rss>";

    Collected found = Collected.from(folder, "feed.xml", feed.getBytes(UTF_16));

    assertThat(parsed(found.found().get(0)).getTextContent()).isEqualTo("Kölñ 東京 😀");
  }

  @Test
  void nitfIsOneArticleAsItLies() {
    String nitf =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n<nitf><body/></nitf>";

    Collected found = Collected.from(folder, "a.xml", nitf);

    assertThat(found.texts()).containsExactly(nitf);
    assertThat(found.found().get(0).mediaType()).isEqualTo("application/nitf+xml");
  }

  @Test
  void aNewsMessageHoldsItsNewsItems() {
    String message =
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>"
            + "<packageItem/><newsItem guid='1'><contentSet/></newsItem><newsItem guid='2'/>"
            + "</itemSet></newsMessage>";

    Collected found = Collected.from(folder, "a.xml", message);

    assertThat(found.texts())
        .containsExactly(
            "<newsItem guid='1' xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet/></newsItem>",
            "<newsItem guid='2' xmlns='http://iptc.org/std/nar/2006-10-01/'/>");
    assertThat(found.found().get(0).mediaType()).isEqualTo("application/vnd.iptc.g2.newsitem+xml");
  }

  @Test
  void oneBrokenItemDoesNotTakeTheOthersWithIt() {
    String feed =
        "<rss><channel>\n<item><title>a</title></item>\n<item><title>b < c & d</item>\n"
            + "<item><title>e</title></item></channel></rss>";

    Collected found = Collected.from(folder, "feed.xml", feed);

    assertThat(found.texts())
        .containsExactly("<item><title>a</title></item>", "<item><title>e</title></item>");
    assertThat(found.rejections()).hasSize(1);
    assertThat(found.rejections().get(0)).contains("<item> at line 3", "not well-formed");
  }

  @Test
  void aFeedThatIsCutOffGivesTheItemsBeforeTheCut() {
    Collected found = Collected.from(folder, "feed.xml", "<rss><channel><item>1</item><item>2</it");

    assertThat(found.texts()).containsExactly("<item>1</item>");
    assertThat(found.rejections()).hasSize(1);
    assertThat(found.broken()).contains("ends inside <item>");
  }

  @Test
  void entitiesThatPointOutsideAreNeverRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden");
    String outside =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>\n"
            + "<rss><channel><item>&x;</item></channel></rss>";

    Collected found = Collected.from(folder, "feed.xml", outside);

    assertThat(found.found()).isEmpty();
    assertThat(found.broken()).contains("declares entities in its DOCTYPE (line 1)");
  }

  @Test
  void aBillionLaughsIsRefusedBeforeTheFirstOne() {
    String laughs = "<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><nitf>&b;</nitf>";

    Collected found = Collected.from(folder, "a.xml", laughs);

    assertThat(found.found()).isEmpty();
    assertThat(found.broken()).contains("declares entities");
  }

  @Test
  void anEntityThatNobodyDeclaredIsNoReasonToRejectAnItem() {
    Collected found =
        Collected.from(folder, "a.xml", "<rss><channel><item>a&nbsp;b</item></channel></rss>");

    assertThat(found.texts()).containsExactly("<item>a&nbsp;b</item>");
  }

  @Test
  void whatIsNoFeedIsRefusedByItsRoot() {
    Collected found = Collected.from(folder, "a.xml", "<html><body/></html>");

    assertThat(found.broken()).contains("root element <html>");
  }

  @Test
  void anItemLargerThanTheLimitIsRejectedByItsPlace() {
    String feed =
        "<rss><channel><item>" + "x".repeat(2000) + "</item><item>small</item></channel></rss>";

    Collected found =
        Collected.from(
            folder, "a.xml", Collected.utf8(feed), new Limits(1000, 1 << 20, 200, 10, 1 << 30));

    assertThat(found.texts()).containsExactly("<item>small</item>");
    assertThat(found.rejections())
        .containsExactly("<item> at line 1: article of more than 1000 bytes");
  }

  private static Element parsed(FoundArticle article) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(article.bytes()))
        .getDocumentElement();
  }
}
