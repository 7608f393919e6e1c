package io.slugline.alerting.console.page;

import org.jspecify.annotations.Nullable;

/** Where a form sends its reader back to: a path of ours, never another site. */
public final class Returning {
  private Returning() {}

  /** The path when it is one of ours, the first screen otherwise. */
  public static String path(@Nullable String path) {
    if (path == null) return "/";
    boolean isOurs =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().noneMatch(each -> each == '\\' || each < ' ' || each > '~');
    return isOurs ? path : "/";
  }
}
