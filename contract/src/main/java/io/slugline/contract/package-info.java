/**
 * What crosses a topic, and nothing else: the records, the catalogue of topics, the encoding, the
 * published JSON Schemas. A program in another language that reads our topics needs to know what is
 * in here, and only that.
 *
 * <p>Read first: {@link io.slugline.contract.Topics}, the catalogue; {@link
 * io.slugline.contract.EnrichedArticle}, what enrich found; {@link io.slugline.contract.Alert},
 * what people are told.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.contract;
