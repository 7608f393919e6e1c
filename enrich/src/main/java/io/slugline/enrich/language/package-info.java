/**
 * Which language an article is written in. Text goes in, an ISO 639-3 code comes out; {@code und}
 * where nothing can be told. No model of one language ever runs on text of another, so what is said
 * here decides what is tagged at all.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.language;
