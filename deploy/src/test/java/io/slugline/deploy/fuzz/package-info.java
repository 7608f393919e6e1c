/** Bytes from outside, damaged at random, meet every parser that reads such bytes. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.fuzz;
