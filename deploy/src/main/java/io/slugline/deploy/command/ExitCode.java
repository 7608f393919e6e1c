package io.slugline.deploy.command;

/** What a command's end says to the shell. */
public final class ExitCode {
  public static final int DONE = 0;

  /** The answer is no: a failed check. */
  public static final int NO = 1;

  /** Wrong usage or configuration. */
  public static final int WRONG_USAGE = 2;

  /** It could not be done: a broker that cannot be reached, a full disk. */
  public static final int COULD_NOT = 3;

  private ExitCode() {}
}
