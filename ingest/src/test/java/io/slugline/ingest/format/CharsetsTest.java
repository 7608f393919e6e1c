package io.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CharsetsTest {
  private static final String RUSSIAN =
      "Правительство сообщило о новых санкциях против компаний, которые поставляют оружие.";

  @Test
  void aByteOrderMarkOutweighsWhatWasSaid() {
    FoundArticle article =
        article("\uFEFFtext".getBytes(StandardCharsets.UTF_8), "text/html", "ISO-8859-1");

    assertThat(Charsets.declared(article)).contains("UTF-8");
    assertThat(Charsets.detected(article)).contains("UTF-8");
  }

  @Test
  void whatCameWithThePageOutweighsThePage() {
    byte[] page = "<meta charset=\"utf-8\"><p>x".getBytes(StandardCharsets.UTF_8);

    assertThat(Charsets.declared(article(page, "text/html", "windows-1251")))
        .contains("windows-1251");
    assertThat(Charsets.declared(article(page, "text/html", null))).contains("utf-8");
  }

  @Test
  void thePlacesWhereTextsDeclareTheirCharsetAreKnown() {
    byte[] http =
        Collected.utf8("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>");
    byte[] xml = Collected.utf8("<?xml version='1.0' encoding='Shift_JIS'?><nitf/>");

    assertThat(Charsets.declared(article(http, "text/html", null))).contains("koi8-r");
    assertThat(Charsets.declared(article(xml, "application/nitf+xml", null))).contains("Shift_JIS");
    assertThat(Charsets.declared(article(http, "text/plain", null))).isEmpty();
  }

  @Test
  void aWrongDeclarationIsKeptBesideWhatTheBytesLookLike() {
    byte[] page = ("<meta charset=utf-8><p>" + RUSSIAN).getBytes(Charset.forName("windows-1251"));
    FoundArticle article = article(page, "text/html", null);

    assertThat(Charsets.declared(article)).contains("utf-8");
    assertThat(Charsets.detected(article)).contains("windows-1251");
  }

  @Test
  void utf16WithoutAMarkIsNotTakenForUtf8() {
    FoundArticle article =
        article("plain ASCII text".getBytes(StandardCharsets.UTF_16LE), "text/plain", null);

    assertThat(Charsets.detected(article)).contains("UTF-16LE");
  }

  private static FoundArticle article(byte[] bytes, String mediaType, @Nullable String charset) {
    return new FoundArticle(bytes, mediaType, charset, "a", Map.of());
  }
}
