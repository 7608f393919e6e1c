/** Quality, measured: the production code over labelled data. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.eval;
