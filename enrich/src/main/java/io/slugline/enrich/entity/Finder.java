package io.slugline.enrich.entity;

/** Who found a mention. */
enum Finder {
  MODEL,
  GAZETTEER,
  SHORT_FORMS
}
