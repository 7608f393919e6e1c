/**
 * What the process says of itself over HTTP: {@code /health}, {@code /ready}, {@code /metrics} and
 * a page for people.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.http;
