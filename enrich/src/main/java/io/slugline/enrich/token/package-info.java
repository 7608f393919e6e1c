/** Text cut into sentences and tokens: what every later step of enrich reads. */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.token;
