package io.slugline.enrich.name;

/** What a word tells by itself; the names stand in the model's predicates. */
enum Attribute {
  // Those that the decoder asks of every token come first, to lie together in a cache line.
  /** As written, digits as zeros. */
  WORD("w"),
  SHAPE("s"),
  /** Clusters of word vectors, coarse to fine. */
  VECTOR1("v1"),
  VECTOR2("v2"),
  LOWER("l"),
  /** Brown clusters: the path's first bits, and all of it. */
  BROWN6("b6"),
  BROWN10("b10"),
  /** How the word is mostly written in running text: small, capital, both. */
  CASE("c"),
  /** Parts of speech a dictionary gives the word. */
  TAGS("t"),
  BROWN4("b4"),
  BROWN("b"),
  VECTOR3("v3"),
  PREFIX2("p2"),
  PREFIX3("p3"),
  PREFIX4("p4"),
  SUFFIX2("u2"),
  SUFFIX3("u3"),
  SUFFIX4("u4"),
  /** Where in a listed person's name the token stands; from here on of the token, not the word. */
  PERSONS("gp"),
  PLACES("gl"),
  ORGANISATIONS("go"),
  WORKS("gx"),
  TITLES("gt"),
  PEOPLES("gn"),
  /** All of the lists together. */
  LISTS("g");

  private static final Attribute[] ALL = values();

  final String code;

  Attribute(String code) {
    this.code = code;
  }

  static int count() {
    return ALL.length;
  }

  /** Attributes of a word alone; those from here on depend on the words around it. */
  static int countOfWord() {
    return PERSONS.ordinal();
  }

  static Attribute at(int ordinal) {
    return ALL[ordinal];
  }
}
