/**
 * Dead letters as an operator sees them: grouped by cause, looked at, sent back to where they came
 * from, or given up. What is decided of a letter stands on {@code actions}, by whom and when; a
 * letter itself is never changed.
 *
 * <p>Read first: {@link io.slugline.deploy.deadletter.DeadLetters}, what can be done; {@link
 * io.slugline.deploy.deadletter.DeadLetter}, what is known of one.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.deadletter;
