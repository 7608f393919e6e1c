package io.slugline.enrich.name;

import io.slugline.contract.MentionType;
import java.util.Locale;

/**
 * The tags of the BILOU codec over three types, by number: 0 is outside, then four a type: begin,
 * inside, last, unit.
 */
final class Tags {
  static final int COUNT = 13;
  static final int OUTSIDE = 0;

  /** Before the first token of a sentence. */
  static final int NONE = COUNT;

  private static final String[] SUFFIXES = {"-start", "-cont", "-last", "-unit"};

  private static final MentionType[] TYPES = {
    MentionType.PERSON, MentionType.ORGANIZATION, MentionType.LOCATION
  };

  private Tags() {}

  static int begin(MentionType type) {
    return 1 + 4 * type.ordinal();
  }

  static int inside(MentionType type) {
    return begin(type) + 1;
  }

  static int last(MentionType type) {
    return begin(type) + 2;
  }

  static int unit(MentionType type) {
    return begin(type) + 3;
  }

  static boolean isBegin(int tag) {
    return tag > 0 && tag < COUNT && (tag - 1) % 4 == 0;
  }

  static boolean isInside(int tag) {
    return tag > 0 && tag < COUNT && (tag - 1) % 4 == 1;
  }

  static boolean isLast(int tag) {
    return tag > 0 && tag < COUNT && (tag - 1) % 4 == 2;
  }

  static boolean isUnit(int tag) {
    return tag > 0 && tag < COUNT && (tag - 1) % 4 == 3;
  }

  static MentionType type(int tag) {
    return TYPES[(tag - 1) / 4];
  }

  /** OpenNLP's word for the tag. */
  static String outcome(int tag) {
    if (tag == OUTSIDE) return "other";
    if (tag == NONE) return "";
    return type(tag).name().toLowerCase(Locale.ROOT) + SUFFIXES[(tag - 1) % 4];
  }

  /** The tag that OpenNLP calls so. */
  static int of(String outcome) {
    for (int tag = 0; tag <= NONE; tag++) {
      if (outcome(tag).equals(outcome)) return tag;
    }
    throw new IllegalArgumentException("no tag '" + outcome + "'");
  }

  /** Whether a tag may follow another: a name once begun goes on to its last token. */
  static boolean mayFollow(int before, int tag) {
    boolean open = isBegin(before) || isInside(before);
    boolean continues = isInside(tag) || isLast(tag);
    if (!open) return !continues;
    return continues && (before - 1) / 4 == (tag - 1) / 4;
  }
}
