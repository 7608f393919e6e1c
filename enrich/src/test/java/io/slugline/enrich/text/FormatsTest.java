package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.contract.RawArticle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of raw article: its text, and what it says of itself. */
class FormatsTest {
  private static final String FIRST =
      "Two tankers collided off Oman on Friday, the coast guard said in a statement.";
  private static final String SECOND =
      "Nobody was hurt, but oil has reached the beaches of Sur, officials told reporters.";

  @Test
  void ourOwnJson() {
    CleanText clean =
        Raw.clean(
            Raw.of(
                "application/json",
                "{\"id\":\"7\",\"url\":\"https://gulf.example/7\",\"source\":\"Gulf Herald\",\"title\":\"Tankers collide\",\"text\":\""
                    + FIRST
                    + "\\n\\n"
                    + SECOND
                    + "\",\"date\":\"2024-03-01\",\"lang\":\"en\"}"));

    assertThat(clean.title()).isEqualTo("Tankers collide");
    assertThat(clean.body()).isEqualTo(FIRST + "\n" + SECOND);
    assertThat(clean.source()).isEqualTo("Gulf Herald");
    assertThat(clean.url()).isEqualTo("https://gulf.example/7");
    assertThat(clean.publishedAt()).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(clean.languageHint()).isEqualTo("en");
  }

  @Test
  void schemaOrgJson() {
    CleanText clean =
        Raw.clean(
            Raw.of(
                "application/json",
                "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Tankers collide\",\"articleBody\":\""
                    + FIRST
                    + "\",\"datePublished\":\"2024-03-01T08:30:00+04:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Mira Castell\"}],\"publisher\":{\"name\":\"Gulf Herald\"},\"mainEntityOfPage\":{\"@id\":\"https://gulf.example/7\"}}"));

    assertThat(clean.body()).isEqualTo(FIRST);
    assertThat(clean.author()).isEqualTo("Mira Castell");
    assertThat(clean.source()).isEqualTo("Gulf Herald");
    assertThat(clean.url()).isEqualTo("https://gulf.example/7");
    assertThat(clean.publishedAt()).isEqualTo(Instant.parse("2024-03-01T04:30:00Z"));
  }

  @Test
  void ninjsOfBothGenerations() {
    CleanText old =
        Raw.clean(
            Raw.of(
                "application/json",
                "{\"uri\":\"http://wire.example/1\",\"headline\":\"Tankers collide\",\"body_xhtml\":\"<p>"
                    + FIRST
                    + "</p><p>"
                    + SECOND
                    + "</p>\",\"versioncreated\":\"2024-03-01T04:30:00Z\"}"));
    CleanText current =
        Raw.clean(
            Raw.of(
                "application/json",
                "{\"uri\":\"http://wire.example/1\",\"headlines\":[{\"role\":\"main\",\"value\":\"Tankers collide\"}],\"bodies\":[{\"contentType\":\"text/html\",\"value\":\"<p>"
                    + FIRST
                    + "</p><p>"
                    + SECOND
                    + "</p>\"}],\"versionCreated\":\"2024-03-01T04:30:00Z\"}"));

    assertThat(old.body()).isEqualTo(FIRST + "\n" + SECOND).isEqualTo(current.body());
    assertThat(old.title()).isEqualTo("Tankers collide").isEqualTo(current.title());
    assertThat(old.publishedAt())
        .isEqualTo(current.publishedAt())
        .isEqualTo(Instant.parse("2024-03-01T04:30:00Z"));
  }

  @Test
  void ninjsWithNitfInside() {
    String nitf =
        "<?xml version=\\\"1.0\\\"?><nitf><head><title>x</title></head><body><body.content><p>"
            + FIRST
            + "</p></body.content></body></nitf>";
    String json =
        "{\"headlines\":[{\"value\":\"Tankers collide\"}],\"bodies\":[{\"contentType\":\"text/vnd.IPTC.NITF\",\"value\":\""
            + nitf
            + "\"}]}";

    CleanText clean = Raw.clean(Raw.of("application/json", json));

    assertThat(clean.body()).isEqualTo(FIRST);
  }

  @Test
  void aFeedsItem() {
    String item =
        "<item xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><title>Tankers &amp;amp; fog</title><link>https://gulf.example/7</link><description>Short.</description><content:encoded><![CDATA[<p>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p>]]></content:encoded><pubDate>Fri, 01 Mar 2024 08:30:00 +0400</pubDate></item>";

    CleanText clean =
        Raw.clean(
            Raw.of(
                "application/rss+xml",
                item.getBytes(StandardCharsets.UTF_8),
                Map.of("feed-title", "Gulf Herald")));

    assertThat(clean.title()).isEqualTo("Tankers & fog");
    assertThat(clean.body()).isEqualTo(FIRST + "\n" + SECOND);
    assertThat(clean.url()).isEqualTo("https://gulf.example/7");
    assertThat(clean.source()).isEqualTo("Gulf Herald");
    assertThat(clean.publishedAt()).isEqualTo(Instant.parse("2024-03-01T04:30:00Z"));
  }

  @Test
  void anAtomEntry() {
    String entry =
        "<entry xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Tankers collide</title><link rel=\"self\" href=\"https://gulf.example/feed\"/><link rel=\"alternate\" href=\"https://gulf.example/7\"/><author><name>Mira Castell</name></author><published>2024-03-01T04:30:00Z</published><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>"
            + FIRST
            + "</p></div></content></entry>";

    CleanText clean = Raw.clean(Raw.of("application/atom+xml", entry));

    assertThat(clean.body()).isEqualTo(FIRST);
    assertThat(clean.url()).isEqualTo("https://gulf.example/7");
    assertThat(clean.author()).isEqualTo("Mira Castell");
    assertThat(clean.languageHint()).isEqualTo("en");
  }

  @Test
  void nitfAloneAndInsideNewsMl() {
    String nitf =
        "<nitf><head><title>x</title><docdata><date.issue norm=\"20240301T043000Z\"/></docdata></head><body><body.head><hedline><hl1>Tankers collide</hl1></hedline></body.head><body.content><p>"
            + FIRST
            + "</p><p>"
            + SECOND
            + "</p></body.content></body></nitf>";
    String item =
        "<newsItem xml:lang=\"en\"><itemMeta><provider literal=\"Gulf Herald\"/></itemMeta><contentSet><inlineXML>"
            + nitf
            + "</inlineXML></contentSet></newsItem>";

    CleanText alone = Raw.clean(Raw.of("application/nitf+xml", nitf));
    CleanText inside = Raw.clean(Raw.of("application/vnd.iptc.g2.newsitem+xml", item));

    assertThat(alone.title()).isEqualTo("Tankers collide").isEqualTo(inside.title());
    assertThat(alone.body()).isEqualTo(FIRST + "\n" + SECOND).isEqualTo(inside.body());
    assertThat(alone.publishedAt()).isEqualTo(Instant.parse("2024-03-01T04:30:00Z"));
    assertThat(inside.source()).isEqualTo("Gulf Herald");
  }

  @Test
  void aPageWithAllItSaysOfItself() {
    String page =
        """
        <html lang="en-GB"><head><title>Tankers collide off Oman | Gulf Herald</title>
        <link rel="canonical" href="/news/7"><meta property="og:site_name" content="Gulf Herald">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Tankers collide off Oman",
        "datePublished":"2024-03-01T04:30:00Z","author":{"name":"Mira Castell"}}]}</script></head>
        <body><ul class="nav"><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul>
        <div class="article"><h1>Tankers collide off Oman</h1><p>%s</p><p>%s</p><p>%s</p></div>
        <div class="footer">About us | <a href="/c">Contact</a></div></body></html>
        """
            .formatted(FIRST, SECOND, FIRST.replace("Friday", "Thursday"));

    CleanText clean =
        Raw.clean(
            Raw.of(
                "text/html",
                page.getBytes(StandardCharsets.UTF_8),
                Map.of("warc-target-uri", "https://gulf.example/x")));

    assertThat(clean.title()).isEqualTo("Tankers collide off Oman");
    assertThat(clean.body())
        .startsWith(FIRST + "\n" + SECOND)
        .doesNotContain("Home")
        .doesNotContain("Contact")
        .doesNotContain("Tankers collide off Oman");
    assertThat(clean.url()).isEqualTo("https://gulf.example/news/7");
    assertThat(clean.source()).isEqualTo("Gulf Herald");
    assertThat(clean.author()).isEqualTo("Mira Castell");
    assertThat(clean.languageHint()).isEqualTo("en-GB");
    assertThat(clean.publishedAt()).isEqualTo(Instant.parse("2024-03-01T04:30:00Z"));
  }

  @Test
  void aPageThatTellsItsOwnTextIsBelieved() {
    String text =
        FIRST + " " + SECOND + " " + (FIRST + " " + SECOND).repeat(3).replace("Oman", "Sur");
    String page =
        "<html><head><title>Tankers</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"%s\"}</script></head><body><p>A word from our sponsor, who has nothing to do with ships or oil, and never had, he says.</p><div>%s</div></body></html>"
            .formatted(text, text);

    CleanText clean = Raw.clean(Raw.of("text/html", page));

    assertThat(clean.body()).isEqualTo(text);
    assertThat(clean.cuts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"id\":\"7\",\"title\":\"x\"}",
        "application/json | {\"text\": \"cut off",
        "application/json | [1, 2]",
        "text/html | <html><body></body></html>",
        "text/plain | ' '",
        "application/rss+xml | <rss></rss>",
        "application/nitf+xml | <nitf></nitf>",
        "image/png | x"
      })
  void whatHoldsNoArticleIsSetAsideWithAReason(String type, String content) {
    assertThatThrownBy(() -> Raw.clean(Raw.of(type, content)))
        .isInstanceOf(UnreadableArticle.class)
        .message()
        .isNotBlank();
  }

  @Test
  void entitiesThatPointOutsideAreNeverFollowed() {
    String bomb =
        "<!DOCTYPE item [<!ENTITY a \"boom\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><item><title>t</title><description>"
            + FIRST
            + " &x; &a;</description></item>";

    CleanText clean = Raw.clean(Raw.of("application/rss+xml", bomb));

    assertThat(clean.body()).contains("&x;").doesNotContain("root:").doesNotContain("boom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "ISO-8859-15", "Shift_JIS", "UTF-16"})
  void theDeclaredCharsetIsUsed(String name) {
    String text =
        name.equals("windows-1251")
            ? "Два танкера столкнулись у берегов Омана в пятницу утром, сообщила береговая охрана."
            : name.equals("Shift_JIS")
                ? "オマーン沖で金曜日、タンカー二隻が衝突したと沿岸警備隊が発表した。"
                : FIRST + " Ça coûte 5 €.";
    byte[] bytes = text.getBytes(Charset.forName(name));
    RawArticle raw =
        new RawArticle(
            "r", bytes, "text/plain", name, null, "i", "p", Instant.EPOCH, false, Map.of());

    CleanText clean = Raw.clean(raw);

    assertThat(clean.title() + clean.body()).isEqualTo(text);
  }
}
