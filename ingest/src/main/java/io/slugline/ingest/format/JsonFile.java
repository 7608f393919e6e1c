package io.slugline.ingest.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One JSON object is one article; a JSON array holds one an element. */
record JsonFile(int maxBytes) implements Format {
  static final String MEDIA_TYPE = "application/json";

  @Override
  public void read(Content content, Articles articles) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(Unicode.utf8(content.stream()), 1 << 16);
    int first = firstCharacter(stream);
    if (first < 0) throw new BadFileException("is empty");
    if (first == '[') {
      new Elements(stream, content, articles).read();
      return;
    }
    if (first != '{') throw new BadFileException("is not JSON: starts with '" + (char) first + "'");
    new Whole(MEDIA_TYPE, maxBytes).read(content.with(stream), articles);
  }

  /** The first character that is not blank; the blanks before it are gone, it is not. */
  private static int firstCharacter(InputStream stream) throws IOException {
    while (true) {
      stream.mark(1);
      int read = stream.read();
      if (Blanks.is(read)) continue;
      if (read >= 0) stream.reset();
      return read;
    }
  }

  /** Cuts an array by counting brackets outside strings. */
  private final class Elements {
    private final InputStream stream;
    private final Content content;
    private final Articles articles;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream(1 << 14);
    private int number;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean tooLarge;

    Elements(InputStream stream, Content content, Articles articles) {
      this.stream = stream;
      this.content = content;
      this.articles = articles;
    }

    void read() throws IOException {
      stream.read(); // the array's own bracket
      for (int c = stream.read(); c >= 0; c = stream.read()) {
        if (depth == 0 && !inString && (c == ',' || c == ']')) {
          handOn();
          if (c == ']') return;
        } else {
          keep(c);
          follow(c);
        }
      }
      throw new BadFileException("ends inside element " + (number + 1) + " of its array");
    }

    private void keep(int c) {
      if (element.size() == 0 && Blanks.is(c)) return;
      if (element.size() > maxBytes) tooLarge = true;
      else element.write(c);
    }

    private void follow(int c) {
      if (inString) {
        if (c == '"' && !escaped) inString = false;
        escaped = c == '\\' && !escaped;
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }

    private void handOn() {
      Optional<String> problem = problem();
      byte[] bytes = element.toByteArray();
      boolean nothing = bytes.length == 0 && number == 0;
      element.reset();
      tooLarge = false;
      if (nothing) return;
      number++;
      if (problem.isEmpty()) articles.found(content.article(bytes, MEDIA_TYPE));
      else articles.rejected("element " + number + ": " + problem.get());
    }

    private Optional<String> problem() {
      if (tooLarge || element.size() > maxBytes) return Optional.of(Bounded.tooLarge(maxBytes));
      byte[] bytes = element.toByteArray();
      boolean isObject = bytes.length > 0 && bytes[0] == '{';
      return isObject ? Optional.empty() : Optional.of("not a JSON object");
    }
  }
}
