package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Politicians, organisations and armed groups of the CAMEO dictionaries. */
final class Actors {
  private static final int PERSON_WEIGHT = 30;
  private static final int ORGANIZATION_WEIGHT = 30;
  private static final Pattern ORGANIZATION =
      Pattern.compile(
          "\\b(?:MINISTRY|DEPARTMENT|PARTY|ARMY|FORCES?|AGENCY|COUNCIL|BANK|SERVICE|POLICE|GUARD"
              + "|FRONT|MOVEMENT|UNION|ASSOCIATION|COMMITTEE|COMMISSION|ORGANI[SZ]ATION|FEDERATION"
              + "|INSTITUTE|AUTHORITY|GROUP|LEAGUE|BRIGADE|MILITIA|NAVY|COALITION|CONGRESS"
              + "|ASSEMBLY|SENATE|COURT|UNIVERSITY|CORP|INC|COMPANY|FOUNDATION|FUND)\\b");
  private static final Pattern OFFICE =
      Pattern.compile(
          "\\b(?:PRESIDENT|MINISTER|SECRETARY|GENERAL OF|CHANCELLOR|AMBASSADOR|GOVERNOR|KING OF"
              + "|TEAM|OFFICIALS?|GOVERNMENT|SOLDIERS?|REBELS?|OPPOSITION|CABINET)\\b");

  private final Countries countries;
  private final NewsCounts counts;
  private final Map<String, Draft> byKey = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Draft> drafts = new ArrayList<>();

  Actors(Countries countries, NewsCounts counts) {
    this.countries = countries;
    this.counts = counts;
  }

  List<Draft> drafts() {
    return drafts;
  }

  void add(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String name = Lists.text(row, "name");
      String code = Lists.texts(row, "codes").stream().findFirst().orElse("");
      if (OFFICE.matcher(name).find() || name.contains("(") || name.contains("\uFFFD")) continue;
      if (!countries.code(name).isEmpty()) continue;
      if (code.contains(" ")) addPerson(row, name, code);
      else if (isOrganization(row, name)) addOrganization(row, name, code);
    }
  }

  private static boolean isOrganization(JsonNode row, String name) {
    return !Lists.text(row, "src").startsWith("Phoenix.Countries")
        || ORGANIZATION.matcher(name).find();
  }

  private void addPerson(JsonNode row, String name, String code) {
    if (Names.words(name) < 2 || ORGANIZATION.matcher(name).find()) return;
    Draft draft = draft(MentionType.PERSON, name, country(code), PERSON_WEIGHT);
    if (draft == null) return;
    draft.name(Names.titleCase(name), "weak");
    for (String alias : Lists.texts(row, "aliases")) {
      if (Names.words(alias) >= 2 && !OFFICE.matcher(alias).find() && sharesWord(alias, name)) {
        draft.name(Names.titleCase(alias), "weak");
      }
    }
  }

  private void addOrganization(JsonNode row, String name, String code) {
    String country =
        country(
            code.startsWith("NGO") || code.startsWith("MNC") || code.startsWith("IGO")
                ? code.substring(3)
                : code);
    Draft draft = draft(MentionType.ORGANIZATION, name, country, ORGANIZATION_WEIGHT);
    if (draft == null) return;
    addName(draft, name);
    for (String alias : Lists.texts(row, "aliases")) {
      boolean acronym = alias.matches("[A-Z]{2,7}");
      if (acronym || sharesWord(alias, name) && !OFFICE.matcher(alias).find())
        addName(draft, alias);
    }
  }

  private void addName(Draft draft, String written) {
    String name = Names.titleCase(written);
    boolean brief = Names.words(name) < 3;
    draft.name(name, brief ? "weak" : counts.guard(name, MentionType.ORGANIZATION));
    String cut = Names.withoutLegalForm(name);
    if (!cut.isEmpty()) draft.name(cut, "weak");
  }

  private @Nullable Draft draft(MentionType type, String name, String country, int weight) {
    String key = type + ":" + country + ":" + Names.key(name);
    if (byKey.containsKey(key)) return null;
    String id = "cameo:" + Names.folded(name).replace(' ', '-');
    if (!ids.add(id)) return null;
    Draft draft = new Draft(id, type, country, weight);
    byKey.put(key, draft);
    drafts.add(draft);
    return draft;
  }

  private static boolean sharesWord(String one, String other) {
    Set<String> words = new HashSet<>(List.of(Names.folded(one).split(" ")));
    for (String word : Names.folded(other).split(" ")) {
      if (word.length() > 2 && words.contains(word)) return true;
    }
    return false;
  }

  private String country(String code) {
    return code.length() < 3 ? "" : countries.code(code.substring(0, 3));
  }
}
