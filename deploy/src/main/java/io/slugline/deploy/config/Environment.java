package io.slugline.deploy.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the environment's values in the place of {@code ${NAME:default}}, in values alone and after
 * the YAML was parsed: what comes from outside cannot add a key.
 */
final class Environment extends JsonParserDelegate {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z_]\\w*)(:([^}]*))?}");

  private final Map<String, String> values;
  private final List<Problem> problems = new ArrayList<>();
  private String text = "";

  Environment(JsonParser yaml, Map<String, String> values) {
    super(yaml);
    this.values = values;
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.VALUE_STRING) text = filled(super.getText());
    return token;
  }

  @Override
  public String getText() throws IOException {
    return isText() ? text : super.getText();
  }

  @Override
  public String getValueAsString() throws IOException {
    return isText() ? text : super.getValueAsString();
  }

  @Override
  public String getValueAsString(String otherwise) throws IOException {
    return isText() ? text : super.getValueAsString(otherwise);
  }

  @Override
  public boolean hasTextCharacters() {
    return !isText() && super.hasTextCharacters();
  }

  private boolean isText() {
    return delegate.hasToken(JsonToken.VALUE_STRING);
  }

  private String filled(String raw) {
    return PLACE.matcher(raw).replaceAll(place -> Matcher.quoteReplacement(value(place)));
  }

  private String value(java.util.regex.MatchResult place) {
    String set = values.get(place.group(1));
    if (set != null && !set.isEmpty()) return set;
    String otherwise = place.group(3);
    if (otherwise != null) return otherwise;
    problems.add(
        new Problem(
            Places.of(delegate.getParsingContext()),
            0,
            "the environment has no " + place.group(1) + ", and there is no default"));
    return "";
  }
}
