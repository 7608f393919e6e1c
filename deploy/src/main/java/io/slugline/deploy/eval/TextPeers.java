package io.slugline.deploy.eval;

import io.slugline.deploy.peer.Peers;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What others make of a page: their text of its HTML. */
final class TextPeers {
  private static final String PACKAGE = "io.slugline.enrich.peer.";

  private TextPeers() {}

  static Map<String, UnaryOperator<String>> load() throws IOException {
    return Map.of("boilerpipe", peer("BoilerpipePeer"), "readability4j", peer("ReadabilityPeer"));
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> peer(String name) throws IOException {
    try {
      Class<?> type = Peers.of("enrich").type(PACKAGE + name);
      return (UnaryOperator<String>) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot start the peer " + name, e);
    }
  }
}
