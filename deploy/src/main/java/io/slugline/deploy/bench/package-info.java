/**
 * Speed, measured: each bench runs our code and a reference in one process and gives their ratio,
 * because absolute figures of a shared machine say little.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.bench;
