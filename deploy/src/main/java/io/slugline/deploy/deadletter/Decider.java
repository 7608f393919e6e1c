package io.slugline.deploy.deadletter;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which letters a person decides on by name, and who does and why. */
final class Decider {
  @Parameters(paramLabel = "LETTER", arity = "0..*", description = "as list names it: 0@17")
  private Set<String> ids = Set.of();

  @Option(names = "--all", description = "every open letter")
  private boolean all;

  @Option(
      names = "--by",
      defaultValue = "${sys:user.name}",
      paramLabel = "NAME",
      description = "who decides (${DEFAULT-VALUE})")
  private String by = "";

  @Option(names = "--note", paramLabel = "WHY", description = "kept with the decision")
  private @Nullable String note;

  Set<String> ids() {
    return ids;
  }

  boolean all() {
    return all;
  }

  String by() {
    return by;
  }

  @Nullable String note() {
    return note;
  }
}
