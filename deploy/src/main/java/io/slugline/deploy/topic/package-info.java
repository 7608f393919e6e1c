/** The topics as an operator and a downstream reader see them: created, described, read. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.topic;
