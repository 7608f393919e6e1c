package io.slugline.deploy.topic;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who is in a consumer group. */
public final class Members {
  private Members() {}

  /** Nobody, when there never was such a group. */
  public static Collection<MemberDescription> of(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    try {
      var described = admin.describeConsumerGroups(List.of(group)).describedGroups();
      return Objects.requireNonNull(described.get(group)).get().members();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) return List.of();
      throw e;
    }
  }
}
