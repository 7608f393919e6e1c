package io.slugline.ingest.format;

import java.io.IOException;

/** One article a line. What stands in the line is not looked at beyond its first character. */
record JsonLines(int maxBytes) implements Format {

  @Override
  public void read(Content content, Articles articles) throws IOException {
    Lines lines = new Lines(Unicode.utf8(content.stream()), maxBytes);
    while (lines.next()) take(lines, content, articles);
    if (lines.number() == 0) throw new BadFileException("is empty");
  }

  private void take(Lines lines, Content content, Articles articles) {
    if (lines.isTooLong()) {
      articles.rejected("line " + lines.number() + ": " + Bounded.tooLarge(maxBytes));
      return;
    }
    byte[] line = lines.bytes();
    int first = Blanks.skip(line, 0);
    if (first == line.length) {
      articles.passedOver();
    } else if (line[first] == '{') {
      articles.found(content.article(line, JsonFile.MEDIA_TYPE));
    } else {
      articles.rejected("line " + lines.number() + ": not a JSON object");
    }
  }
}
