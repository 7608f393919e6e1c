package io.slugline.alerting.console.access;

/** Who asks. The name stands in every record that they cause. */
public record Person(String name, Role role) {}
