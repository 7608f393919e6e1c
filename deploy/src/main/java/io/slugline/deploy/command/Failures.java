package io.slugline.deploy.command;

import io.slugline.deploy.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into words and an exit code. */
public final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    Throwable cause = failure instanceof ExecutionException e ? causeOf(e) : failure;
    PrintWriter err = command.getErr();
    if (cause instanceof ConfigException || cause instanceof IllegalArgumentException) {
      err.println(cause.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    if (cause instanceof TimeoutException) {
      err.println("the broker does not answer: " + cause.getMessage());
    } else if (cause instanceof IOException
        || cause instanceof UncheckedIOException
        || cause instanceof KafkaException) {
      err.println(messages(cause));
    } else {
      cause.printStackTrace(err);
    }
    return ExitCode.COULD_NOT;
  }

  private static Throwable causeOf(ExecutionException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private static String messages(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
      if (all.indexOf(message) < 0) all.append(all.isEmpty() ? "" : ": ").append(message);
    }
    return all.toString();
  }
}
