package io.slugline.alerting.watch.query;

import java.util.Map;
import java.util.TreeSet;

/** The fields that a query can name. */
final class Fields {
  private static final Map<String, Query.Scope> SCOPES =
      Map.of("title", Query.Scope.TITLE, "body", Query.Scope.BODY, "lead", Query.Scope.LEAD);
  private static final Map<String, Query.Kind> KINDS =
      Map.of(
          "entity", Query.Kind.ENTITY,
          "person", Query.Kind.PERSON,
          "organisation", Query.Kind.ORGANISATION,
          "organization", Query.Kind.ORGANISATION,
          "location", Query.Kind.LOCATION,
          "keyword", Query.Kind.KEYWORD,
          "source", Query.Kind.SOURCE,
          "lang", Query.Kind.LANG);

  private Fields() {}

  /** Whether what follows the colon is one value, not a query. */
  static boolean takesValue(Token field) {
    if (KINDS.containsKey(field.text())) return true;
    if (SCOPES.containsKey(field.text())) return false;
    TreeSet<String> names = new TreeSet<>(KINDS.keySet());
    names.addAll(SCOPES.keySet());
    names.remove("organization");
    throw new QuerySyntaxException(
        field.start(), "no field '" + field.text() + "'", String.join(", ", names));
  }

  static Query.Kind kind(Token field) {
    return KINDS.getOrDefault(field.text(), Query.Kind.ENTITY);
  }

  static Query.Scope scope(Token field) {
    return SCOPES.getOrDefault(field.text(), Query.Scope.EITHER);
  }
}
