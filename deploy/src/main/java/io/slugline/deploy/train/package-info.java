/** What ships and was learned from data is made here, by commands, again and the same. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.train;
