/**
 * Stories and copies: which articles tell of the same happening, and which are the same text.
 *
 * <p>In comes, for each article, a small {@link StoryFeatures} that {@link Featurizer} made of its
 * text; out comes what {@link StoryGrouper} decided: the story as it stands now, why the article is
 * in it, and what became of other stories on the way. Read those two first, then {@link Likeness},
 * which says how alike two articles are.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.story;
