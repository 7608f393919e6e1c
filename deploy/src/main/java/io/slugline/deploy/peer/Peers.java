package io.slugline.deploy.peer;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The peers of one module, in the checkout that these classes were built in. */
public final class Peers {
  private static final String MODELS = "peer-models";

  private final String module;
  private final Path home;

  private Peers(String module, Path home) {
    this.module = module;
    this.home = home;
  }

  /**
   * Those that the module's tests speak to.
   *
   * @throws IOException when its tests have not been built here
   */
  public static Peers of(String module) throws IOException {
    Path home = home();
    Path target = home.resolve(module).resolve("target");
    if (!Files.isDirectory(target.resolve("peers"))
        || !Files.isDirectory(target.resolve("test-classes"))) {
      throw new IOException("no peers in " + target + ": build with ./mvnw -DskipTests package");
    }
    return new Peers(module, home);
  }

  /**
   * Unpacks the peers' models where that has not been done: a download of 450 MB the first time.
   */
  public Peers withModels() throws IOException, InterruptedException {
    if (Files.isDirectory(target().resolve(MODELS))) return this;
    Process fetch =
        new ProcessBuilder("./mvnw", "-q", "-B", "-pl", module, "dependency:unpack@" + MODELS)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log()))
            .start();
    if (fetch.waitFor() == 0) return this;
    throw new IOException("the peers' models could not be fetched, see " + log());
  }

  private File log() {
    return target().resolve(MODELS + ".log").toFile();
  }

  /** A class of the module's tests, which shares with us what it shares with the module. */
  public Class<?> type(String name) throws IOException, ClassNotFoundException {
    return load(name, urls(), Peers.class.getClassLoader());
  }

  /** The same in a world of its own, so that it sees what is private to the module's packages. */
  public Class<?> isolated(String name) throws IOException, ClassNotFoundException {
    List<URL> urls = urls();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return load(name, urls, ClassLoader.getPlatformClassLoader());
  }

  private static Class<?> load(String name, List<URL> urls, ClassLoader parent)
      throws ClassNotFoundException {
    // Stays open as long as the peer lives: to the end of the run.
    @SuppressWarnings("resource")
    URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), parent);
    return Class.forName(name, true, loader);
  }

  private List<URL> urls() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(target().resolve("test-classes").toUri().toURL());
    urls.add(target().resolve(MODELS).toUri().toURL());
    try (var jars = Files.list(target().resolve("peers"))) {
      for (Path jar : jars.sorted().toList()) urls.add(jar.toUri().toURL());
    }
    return urls;
  }

  private Path target() {
    return home.resolve(module).resolve("target");
  }

  private static Path home() throws IOException {
    URL classes = Peers.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Path.of(classes.toURI()).resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IOException("cannot tell where " + classes + " is", e);
    }
  }
}
