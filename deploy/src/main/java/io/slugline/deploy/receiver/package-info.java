/** Receivers, tried by hand. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.receiver;
