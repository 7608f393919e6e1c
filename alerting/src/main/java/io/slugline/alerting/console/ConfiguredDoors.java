package io.slugline.alerting.console;

import io.javalin.http.Context;
import io.slugline.alerting.console.access.Person;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.page.Gate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets in whom the configuration says. */
record ConfiguredDoors(ConsoleConfig config, String local) implements Gate.Doors {

  @Override
  public Optional<Person> known(Context request) {
    if (onlyThisMachine()) return Optional.of(new Person(local, Role.EDITOR));
    ConsoleConfig.Proxy proxy = config.proxy();
    return proxy == null ? Optional.empty() : Optional.ofNullable(brought(proxy, request));
  }

  @Override
  public boolean onlyThisMachine() {
    return !config.authenticates();
  }

  private static @Nullable Person brought(ConsoleConfig.Proxy proxy, Context request) {
    if (!proxy.isAt(request.req().getRemoteAddr())) return null;
    String name = request.header(proxy.header());
    Role role = name == null ? null : proxy.people().get(name);
    return name == null || role == null ? null : new Person(name, role);
  }
}
