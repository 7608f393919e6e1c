package io.slugline.deploy.http;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a running stage, or the broker, says of itself.
 *
 * @param problem what keeps it from working, when something does
 * @param ready whether it has caught up and may be sent work
 */
public record Stage(String name, Supplier<Optional<String>> problem, BooleanSupplier ready) {

  String word() {
    if (problem.get().isPresent()) return "down";
    return ready.getAsBoolean() ? "ready" : "starting";
  }
}
