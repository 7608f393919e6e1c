/**
 * The web page for the one on call, served by the alerting stage. What it shows comes from topics
 * alone, read into a view in memory; what people order becomes records on {@code actions} and
 * {@code watches}, and shows when the stages have answered. What it needs from other stages is
 * handed in.
 *
 * <p>Read first: {@link io.slugline.alerting.console.Console}, what is started; {@code Screens},
 * which path leads where; {@code page.Gate}, what stands before every page.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.console;
