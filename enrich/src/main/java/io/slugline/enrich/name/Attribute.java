package io.slugline.enrich.name;

/** What a word tells by itself; the names stand in the model's predicates. */
enum Attribute {
  /** As written, digits as zeros. */
  WORD("w"),
  LOWER("l"),
  SHAPE("s"),
  PREFIX2("p2"),
  PREFIX3("p3"),
  PREFIX4("p4"),
  SUFFIX2("u2"),
  SUFFIX3("u3"),
  SUFFIX4("u4"),
  /** Brown clusters: the path's first bits, and all of it. */
  BROWN4("b4"),
  BROWN6("b6"),
  BROWN10("b10"),
  BROWN("b"),
  /** Clusters of word vectors, coarse to fine. */
  VECTOR1("v1"),
  VECTOR2("v2"),
  VECTOR3("v3"),
  /** Parts of speech a dictionary gives the word. */
  TAGS("t"),
  /** How the word is mostly written in running text: small, capital, both. */
  CASE("c"),
  /** Lists of names that hold the word. */
  LISTS("g");

  private static final Attribute[] ALL = values();

  final String code;

  Attribute(String code) {
    this.code = code;
  }

  static int count() {
    return ALL.length;
  }

  static Attribute at(int ordinal) {
    return ALL[ordinal];
  }
}
