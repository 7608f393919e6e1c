package io.slugline.enrich;

import org.jspecify.annotations.Nullable;

/**
 * What comes of one article alone.
 *
 * @param lesson null when nobody says who published it
 */
record Tagged(TaggedArticle article, @Nullable Lesson lesson) {

  boolean teaches() {
    return lesson != null && lesson.isUseful();
  }
}
