package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Companies whose shares are traded; bonds, funds and second listings are left out. */
final class Companies {
  private static final int WEIGHT = 20;
  private static final Pattern NO_COMPANY =
      Pattern.compile(
          "(?i)\\d{2}|%|\\b(?:fund|etf|bond|notes?|trust|index|etn|warrants?|depositary|receipts?"
              + "|pref|preferred|units?|rights|certificates?|portfolio|fii|fi|ucits|class [a-c])\\b");

  private final Countries countries;
  private final NewsCounts counts;
  private final Map<String, Draft> byKey = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  Companies(Countries countries, NewsCounts counts) {
    this.countries = countries;
    this.counts = counts;
  }

  List<Draft> drafts() {
    return drafts;
  }

  void add(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String name = Names.titleCase(Lists.text(row, "name"));
      if (Lists.text(row, "sector").isEmpty() || NO_COMPANY.matcher(name).find()) continue;
      if (name.length() < 4 || name.contains("(")) continue;
      add(name, Lists.text(row, "symbol"), countries.code(Lists.text(row, "country")));
    }
  }

  private void add(String name, String symbol, String country) {
    String brief = Names.withoutLegalForm(name);
    String key = Names.folded(brief.isEmpty() ? name : brief) + ":" + country;
    Draft known = byKey.get(key);
    if (known == null) {
      known = new Draft("ticker:" + symbol, MentionType.ORGANIZATION, country, WEIGHT);
      byKey.put(key, known);
      drafts.add(known);
    }
    boolean legal = !brief.isEmpty();
    known.name(name, legal && Names.words(name) > 2 ? "" : "weak");
    if (legal && !isTooPlain(brief)) known.name(brief, "weak");
  }

  /** One common word ("Target", "Gap") says nothing without the legal form. */
  private boolean isTooPlain(String brief) {
    return Names.words(brief) == 1 && (counts.isCommon(brief) || brief.length() < 4);
  }
}
