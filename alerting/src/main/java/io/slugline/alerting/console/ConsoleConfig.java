package io.slugline.alerting.console;

import io.slugline.alerting.console.access.Role;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the console. With neither users nor a proxy it is open to this machine alone.
 *
 * @param off whether there is none
 * @param users path of the users file; empty for none
 * @param proxy that vouches for people; null for none
 */
public record ConsoleConfig(boolean off, String users, @Nullable Proxy proxy) {

  public ConsoleConfig {
    users = users == null ? "" : users;
  }

  /** Open to this machine alone. */
  public static ConsoleConfig standard() {
    return new ConsoleConfig(false, "", null);
  }

  /** Whether it knows who asks. */
  boolean authenticates() {
    return !users.isEmpty() || proxy != null;
  }

  /**
   * A reverse proxy that has asked people who they are.
   *
   * @param header that it writes their name into, and that it takes from no one else
   * @param from the addresses it may come from; its header is believed from nowhere else
   * @param people whom it may bring, and what they may do; nobody else gets in
   */
  public record Proxy(String header, List<String> from, Map<String, Role> people) {

    public Proxy {
      from = from == null ? List.of() : List.copyOf(from);
      people = people == null ? Map.of() : Map.copyOf(people);
      List<String> problems = new ArrayList<>();
      if (header == null || header.isBlank()) problems.add("console.proxy.header: is missing");
      if (from.isEmpty()) problems.add("console.proxy.from: no address is trusted");
      for (String address : from) {
        if (!address.matches("[0-9a-fA-F.:]+")) {
          problems.add("console.proxy.from: not an address: " + address);
        }
      }
      if (people.isEmpty()) problems.add("console.proxy.people: nobody may get in");
      if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
    }

    boolean isAt(String address) {
      return from.stream().anyMatch(one -> same(one, address));
    }

    /** Written addresses only, so nothing is looked up. */
    private static boolean same(String one, String other) {
      try {
        return InetAddress.getByName(one).equals(InetAddress.getByName(other));
      } catch (java.net.UnknownHostException e) {
        return false;
      }
    }
  }
}
