/** {@code slugline watch}: watch lists checked, tried and explained on the command line. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.watch;
