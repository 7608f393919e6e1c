package io.slugline.enrich.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON whose strings know the bytes they were made from. Objects are maps, arrays lists, strings
 * {@link Traced}, everything else is left out.
 */
final class JsonText {
  private static final int LONGEST = 32 << 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST).maxNestingDepth(200).build())
          .build();

  private final Traced source;
  private final JsonParser parser;

  private JsonText(Traced source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** The object or array that the text is. */
  static Object read(Traced source) {
    int start = !source.isEmpty() && source.charAt(0) == 0xfeff ? 1 : 0;
    Traced text = source.subSequence(start, source.length());
    try (JsonParser parser = FACTORY.createParser(text.toString())) {
      Object value = new JsonText(text, parser).value(parser.nextToken());
      if (value == null) throw new UnreadableArticle("JSON that is neither an object nor an array");
      return value;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new UnreadableArticle(
          "malformed JSON at line "
              + (at == null ? 1 : at.getLineNr())
              + ", column "
              + (at == null ? 1 : at.getColumnNr())
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Object value(@Nullable JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) return object();
    if (token == JsonToken.START_ARRAY) return array();
    if (token == JsonToken.VALUE_STRING) return string();
    return null;
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Object value = value(parser.nextToken());
      if (value != null) fields.put(name, value);
    }
    return fields;
  }

  private List<Object> array() throws IOException {
    List<Object> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Object value = value(token);
      if (value != null) values.add(value);
    }
    return values;
  }

  private Traced string() throws IOException {
    int opening = (int) parser.currentTokenLocation().getCharOffset();
    // Reads to the string's end, and throws when it has none.
    String expected = parser.getText();
    Traced text = unescaped(opening + 1);
    if (!text.toString().equals(expected)) {
      throw new IllegalStateException("JSON string at " + opening + " was read in two ways");
    }
    return text;
  }

  private Traced unescaped(int from) {
    Traced.Builder out = new Traced.Builder();
    int at = from;
    while (source.charAt(at) != '"') {
      int plain = at;
      while (source.charAt(plain) != '"' && source.charAt(plain) != '\\') plain++;
      out.add(source.subSequence(at, plain));
      at = plain;
      if (source.charAt(at) != '\\') continue;
      int length = source.charAt(at + 1) == 'u' ? 6 : 2;
      out.add(escaped(at), source.start(at), source.end(at + length - 1));
      at += length;
    }
    return out.build();
  }

  private char escaped(int at) {
    char c = source.charAt(at + 1);
    if (c == 'u') return (char) Integer.parseInt(source, at + 2, at + 6, 16);
    int known = "bfnrt".indexOf(c);
    return known < 0 ? c : "\b\f\n\r\t".charAt(known);
  }
}
