package io.slugline.alerting.console.view;

/** Where on a topic a record lies that is too large to be held. */
public record Place(int partition, long offset) {}
