package io.slugline.deploy.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notes what is wrong and lets the reading go on, so that all of it is told at once. */
final class Complaints extends DeserializationProblemHandler {
  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return problems;
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> reader,
      Object bean,
      String name)
      throws IOException {
    Collection<Object> known = reader.getKnownPropertyNames();
    String instead = known == null ? "" : ": one of " + String.join(", ", words(known));
    note(parser, "no such key" + instead);
    parser.skipChildren();
    return true;
  }

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String value, String failure) {
    note(context.getParser(), "'" + value + "' is not " + Kinds.of(type));
    return null;
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String failure)
      throws IOException {
    note(parser, "is not " + Kinds.of(type.getRawClass()));
    parser.skipChildren();
    return null;
  }

  @Override
  public @Nullable Object handleInstantiationProblem(
      DeserializationContext context, Class<?> type, Object argument, Throwable cause) {
    String place = Places.of(context.getParser().getParsingContext());
    for (String each : said(cause).split("\n")) {
      int colon = each.indexOf(": ");
      boolean named = colon > 0 && each.lastIndexOf(' ', colon) < 0;
      problems.add(
          named
              ? new Problem(
                  Places.join(place, each.substring(0, colon)), 0, each.substring(colon + 2))
              : new Problem(place, 0, each));
    }
    return null;
  }

  @Override
  public JavaType handleUnknownTypeId(
      DeserializationContext context,
      JavaType base,
      String id,
      TypeIdResolver known,
      String failure) {
    note(context.getParser(), "no type '" + id + "': " + known.getDescForKnownTypeIds());
    return context.constructType(Void.class);
  }

  @Override
  public JavaType handleMissingTypeId(
      DeserializationContext context, JavaType base, TypeIdResolver known, String failure) {
    note(context.getParser(), "has no type: " + known.getDescForKnownTypeIds());
    return context.constructType(Void.class);
  }

  /** What the record's own check said, Jackson's wrapping taken off. */
  private static String said(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()) : said(cause);
  }

  private void note(JsonParser parser, String message) {
    problems.add(new Problem(Places.of(parser.getParsingContext()), 0, message));
  }

  private static TreeSet<String> words(Collection<Object> names) {
    TreeSet<String> words = new TreeSet<>();
    names.forEach(name -> words.add(String.valueOf(name)));
    return words;
  }
}
