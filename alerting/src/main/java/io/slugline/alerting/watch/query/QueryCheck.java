package io.slugline.alerting.watch.query;

import io.slugline.alerting.watch.query.Query.Scope;

/** What the grammar allows and the meaning does not. */
public final class QueryCheck {
  private QueryCheck() {}

  /** Whether an article without a word in common with the query could match it. */
  public static boolean matchesAnything(Query query) {
    if (query instanceof Query.All all)
      return all.parts().stream().allMatch(QueryCheck::matchesAnything);
    if (query instanceof Query.Any any)
      return any.parts().stream().anyMatch(QueryCheck::matchesAnything);
    if (query instanceof Query.Not not) return !matchesAnything(not.part());
    if (query instanceof Query.AtLeast least) {
      return least.parts().stream().filter(QueryCheck::matchesAnything).count() >= least.count();
    }
    if (query instanceof Query.Score score) {
      double sum = 0;
      for (Query.Weighted part : score.parts()) {
        if (matchesAnything(part.part())) sum += part.weight();
      }
      return sum >= score.threshold();
    }
    return false;
  }

  static void check(Query query) {
    if (matchesAnything(query) && !asksForSomething(query)) {
      throw new QuerySyntaxException(
          query.start(), "the query has nothing but NOT", "a term that must be there");
    }
  }

  /** Operands of NEAR are what has a place in the text. */
  static void checkNear(Token operator, Query left, Query right) {
    checkOperand(operator, left);
    checkOperand(operator, right);
    Scope one = scope(left);
    Scope other = scope(right);
    if (one != other && one != Scope.EITHER && other != Scope.EITHER) {
      throw new QuerySyntaxException(
          operator.start(), operator.text() + " between two fields", "both sides in one field");
    }
  }

  private static void checkOperand(Token operator, Query operand) {
    if (hasPlace(operand)) return;
    throw new QuerySyntaxException(
        operand.start(),
        "this cannot stand beside " + operator.text(),
        "a word, a phrase, an entity, or several of them with OR");
  }

  private static boolean hasPlace(Query query) {
    if (query instanceof Query.Phrase || query instanceof Query.Near) return true;
    if (query instanceof Query.Any any) return any.parts().stream().allMatch(QueryCheck::hasPlace);
    return query instanceof Query.Named named
        && named.kind() != Query.Kind.SOURCE
        && named.kind() != Query.Kind.LANG
        && named.kind() != Query.Kind.KEYWORD;
  }

  private static Scope scope(Query query) {
    if (query instanceof Query.Phrase phrase) return phrase.scope();
    if (query instanceof Query.Named named) return named.scope();
    if (query instanceof Query.Near near) {
      Scope left = scope(near.left());
      return left == Scope.EITHER ? scope(near.right()) : left;
    }
    if (!(query instanceof Query.Any any)) return Scope.EITHER;
    Scope first = scope(any.parts().get(0));
    return any.parts().stream().allMatch(part -> scope(part) == first) ? first : Scope.EITHER;
  }

  private static boolean asksForSomething(Query query) {
    if (query instanceof Query.Not) return false;
    if (query instanceof Query.All all)
      return all.parts().stream().anyMatch(QueryCheck::asksForSomething);
    if (query instanceof Query.Any any)
      return any.parts().stream().anyMatch(QueryCheck::asksForSomething);
    if (query instanceof Query.AtLeast least)
      return least.parts().stream().anyMatch(QueryCheck::asksForSomething);
    return true;
  }
}
