/**
 * The reconciliation: what the ledger says of each file, held against what lies on the topics
 * behind it. Whatever went in must be found again, once; where it is not, it is named.
 *
 * <p>Read first: {@link io.slugline.deploy.ledger.LedgerCommand}; {@link
 * io.slugline.deploy.ledger.FileBook}, files against {@code articles.raw}; {@link
 * io.slugline.deploy.ledger.ArticleBook}, {@code articles.raw} against what enrich made of it;
 * {@link io.slugline.deploy.ledger.PageBook}, alerts against {@code deliveries}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.ledger;
