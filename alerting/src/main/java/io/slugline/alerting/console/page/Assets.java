package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Script, style and sign, read once; their version stands in their address. */
public final class Assets {
  private static final String OURS = "/io/slugline/alerting/console/";
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Map<String, Asset> assets;
  private final String version;

  // Handed on as they are, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Asset(byte[] bytes, String type) {}

  public Assets() {
    assets =
        new TreeMap<>(
            Map.of(
                "console.css", new Asset(bytes(OURS + "console.css"), "text/css; charset=utf-8"),
                "console.js", new Asset(bytes(OURS + "console.js"), SCRIPT),
                "htmx.js", new Asset(bytes(HTMX), SCRIPT),
                "sign.svg", new Asset(bytes(OURS + "sign.svg"), "image/svg+xml")));
    CRC32 sum = new CRC32();
    assets.values().forEach(asset -> sum.update(asset.bytes()));
    version = Long.toHexString(sum.getValue());
  }

  String version() {
    return version;
  }

  /** Answers with one of them. */
  public void serve(Context request) {
    Asset asset = assets.get(request.pathParam("name"));
    if (asset == null) throw new NotFoundResponse();
    request.contentType(asset.type());
    request.header("Cache-Control", "public, max-age=31536000, immutable");
    request.result(asset.bytes());
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("not on the class path: " + name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
