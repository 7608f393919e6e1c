/** Sends the steps of traces to an OpenTelemetry collector, where the configuration names one. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.trace;
