package io.slugline.deploy.config;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param place the key, such as {@code alerting.receivers[0].url}
 * @param line in the file, from 1; 0 when it is not known
 */
public record Problem(String place, int line, String message) {

  @Override
  public String toString() {
    String where = line > 0 ? "line " + line + ": " : "";
    return where + (place.isEmpty() ? "" : place + ": ") + message;
  }
}
