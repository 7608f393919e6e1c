/**
 * Text as the monitor reads it: {@link io.slugline.alerting.watch.text.Scanner} cuts it into
 * tokens, {@link io.slugline.alerting.watch.text.Fold} takes case and accents away, a {@link
 * io.slugline.alerting.watch.text.Stemmer} brings inflections together. Queries and articles go
 * through the same three, so that one can be found in the other.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.watch.text;
