/** placeholder */
@org.jspecify.annotations.NullMarked
package io.slugline.ingest;
