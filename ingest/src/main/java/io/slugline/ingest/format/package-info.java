/**
 * What files hold: each kind of file is split into its articles, and every article is handed on as
 * the bytes it came in. Knows no Kafka, no inbox and no language.
 *
 * <p>Comes in: a file, or a member of an archive. Goes out, through {@link
 * io.slugline.ingest.format.Articles}: articles and rejections, always in the same order for the
 * same bytes, since a file that a crash interrupted is taken up by counting them.
 *
 * <p>Read first: {@link io.slugline.ingest.format.Containers}, files inside files; {@code Formats},
 * which ending is read how; {@code XmlArticles}, how a feed is cut without touching its bytes.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.ingest.format;
