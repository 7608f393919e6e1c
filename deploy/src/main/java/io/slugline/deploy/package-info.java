/**
 * How it runs: the command line, the embedded broker, the runner of all stages, and what measures
 * it.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy;
