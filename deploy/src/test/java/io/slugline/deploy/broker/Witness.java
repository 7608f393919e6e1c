package io.slugline.deploy.broker;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which also remembers who asked for what and what it said. */
public final class Witness extends StandardAuthorizer {
  /** Kafka makes authorizers by their class's name, so that there is no other way to one. */
  private static final Queue<Seen> SEEN = new ConcurrentLinkedQueue<>();

  /**
   * One question and its answer.
   *
   * @param user without {@code User:}
   */
  public record Seen(
      String user, AclOperation operation, ResourcePattern resource, boolean allowed) {

    /** Whether it is what this permission is for. */
    public boolean needs(AclBinding permission) {
      ResourcePattern on = permission.pattern();
      boolean covers =
          on.patternType() == PatternType.PREFIXED
              ? resource.name().startsWith(on.name())
              : resource.name().equals(on.name());
      return permission.entry().principal().equals("User:" + user)
          && permission.entry().operation() == operation
          && on.resourceType() == resource.resourceType()
          && covers;
    }
  }

  /** All that was asked since the last call. */
  static List<Seen> takeSeen() {
    List<Seen> seen = SEEN.stream().distinct().toList();
    SEEN.clear();
    return seen;
  }

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> results = super.authorize(context, actions);
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      boolean allowed = results.get(i) == AuthorizationResult.ALLOWED;
      // What is asked only to leave out of an answer what is not to be seen is not refused.
      if (!allowed && !action.logIfDenied()) continue;
      SEEN.add(
          new Seen(
              context.principal().getName(),
              action.operation(),
              action.resourcePattern(),
              allowed));
    }
    return results;
  }
}
