package io.slugline.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What {@code strimzi/users.yaml} lets each user do, as Strimzi's operator tells the brokers. */
record Permissions(Map<String, List<AclBinding>> byUser) {

  static Permissions read() throws IOException {
    Map<String, List<AclBinding>> byUser = new TreeMap<>();
    for (JsonNode user : Manifests.file("strimzi/users.yaml").of("KafkaUser")) {
      List<AclBinding> bindings = new ArrayList<>();
      String name = Manifests.nameOf(user);
      for (JsonNode acl : user.at("/spec/authorization/acls")) {
        for (JsonNode operation : acl.path("operations")) {
          bindings.add(new AclBinding(resource(acl.path("resource")), entry(name, operation)));
        }
      }
      byUser.put(name, bindings);
    }
    return new Permissions(byUser);
  }

  List<AclBinding> all() {
    return byUser.values().stream().flatMap(List::stream).toList();
  }

  private static ResourcePattern resource(JsonNode resource) {
    String type = resource.path("type").asText();
    return new ResourcePattern(
        type.equals("transactionalId")
            ? ResourceType.TRANSACTIONAL_ID
            : ResourceType.fromString(type),
        resource.path("name").asText(),
        resource.path("patternType").asText().equals("prefix")
            ? PatternType.PREFIXED
            : PatternType.LITERAL);
  }

  private static AccessControlEntry entry(String user, JsonNode operation) {
    return new AccessControlEntry(
        "User:" + user, "*", AclOperation.fromString(operation.asText()), AclPermissionType.ALLOW);
  }
}
