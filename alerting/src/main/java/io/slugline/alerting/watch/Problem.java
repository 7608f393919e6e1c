package io.slugline.alerting.watch;

import io.slugline.contract.Severity;

/**
 * Something about a watch list that its writer should know.
 *
 * @param watch id of the watch, empty when it is none's or has no id
 * @param line line of the file, from 1
 * @param column column in that line, from 1
 * @param severity {@code critical} keeps the list from being loaded
 */
public record Problem(String watch, int line, int column, Severity severity, String message) {

  public boolean isError() {
    return severity == Severity.CRITICAL;
  }

  @Override
  public String toString() {
    String where = "line " + line + ", column " + column + ": ";
    return where + (watch.isEmpty() ? "" : watch + ": ") + message;
  }
}
