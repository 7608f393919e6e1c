/** Watches: their language, the list of them, and the monitor that runs one article against all. */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.watch;
