/**
 * Stages as they run: all of them in one JVM, or one of them against a cluster.
 *
 * <p>Read first: {@link io.slugline.deploy.run.LocalRunner}, which reads as the picture; {@link
 * io.slugline.deploy.run.RunCommand}, what {@code slugline run} does around it; {@link
 * io.slugline.deploy.run.Idle}, when there is nothing left to do.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.run;
