/**
 * The screens: each takes a request, asks the view, and fills a template of {@code src/main/jte};
 * the records here are what the templates see. Templates escape everything they are given; what
 * goes through {@link io.slugline.alerting.console.page.Shown} can turn no text around either.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.console.page;
