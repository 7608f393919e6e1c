package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People, organisations and ships under sanctions; who stands on both lists is one entity. */
final class Sanctions {
  private static final int WEIGHT = 25;
  private static final Pattern NATIONALITY = Pattern.compile("(?:nationality|citizen) ([^;.(]+)");
  private static final Pattern REGISTERED = Pattern.compile("No\\.? [^;(]*\\(([A-Z][A-Za-z ]+)\\)");
  private static final Map<String, String> PROGRAMS =
      Map.ofEntries(
          Map.entry("RUSSIA", "RU"),
          Map.entry("DPRK", "KP"),
          Map.entry("IRAN", "IR"),
          Map.entry("IFSR", "IR"),
          Map.entry("SYRIA", "SY"),
          Map.entry("BELARUS", "BY"),
          Map.entry("VENEZUELA", "VE"),
          Map.entry("BURMA", "MM"),
          Map.entry("CUBA", "CU"),
          Map.entry("NICARAGUA", "NI"),
          Map.entry("IRAQ", "IQ"),
          Map.entry("LIBYA", "LY"),
          Map.entry("DRCONGO", "CD"),
          Map.entry("HK-", "HK"),
          Map.entry("EU-RUS", "RU"),
          Map.entry("EU-PRK", "KP"),
          Map.entry("EU-IRN", "IR"),
          Map.entry("EU-SYR", "SY"),
          Map.entry("EU-BLR", "BY"),
          Map.entry("EU-MMR", "MM"),
          Map.entry("EU-VEN", "VE"));

  private final Countries countries;
  private final NewsCounts counts;
  private final Map<String, Draft> byKey = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Draft> drafts = new ArrayList<>();

  Sanctions(Countries countries, NewsCounts counts) {
    this.countries = countries;
    this.counts = counts;
  }

  List<Draft> drafts() {
    return drafts;
  }

  void addOfac(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String kind = Lists.text(row, "type");
      if (kind.equals("aircraft")) continue;
      MentionType type =
          kind.equals("individual")
              ? MentionType.PERSON
              : kind.equals("vessel") ? MentionType.SHIP : MentionType.ORGANIZATION;
      String country = country(row);
      Draft draft = new Draft("ofac:" + Lists.text(row, "ent"), type, country, WEIGHT);
      add(draft, row, "ofac");
    }
  }

  void addEu(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      MentionType type =
          switch (Lists.text(row, "schema")) {
            case "Person" -> MentionType.PERSON;
            case "Vessel" -> MentionType.SHIP;
            default -> MentionType.ORGANIZATION;
          };
      if (Lists.text(row, "schema").equals("Asset")) continue;
      String country = countries.code(Lists.text(row, "country"));
      if (country.isEmpty()) country = ofProgram(Lists.text(row, "program"));
      String id = "eu:" + Names.folded(Lists.text(row, "name")).replace(' ', '-');
      if (ids.add(id)) add(new Draft(id, type, country, WEIGHT), row, "eu");
    }
  }

  private void add(Draft draft, JsonNode row, String source) {
    String imo = Lists.text(row, "imo").replaceAll("\\D", "");
    if (imo.length() == 7) draft.also("imo:" + imo);
    List<String> written = new ArrayList<>();
    written.add(Lists.text(row, "name"));
    written.addAll(Lists.texts(row, "aliases"));
    for (String name : written) addName(draft, name, source);
    if (draft.isNameless()) return;
    Draft known = known(draft, imo);
    if (known != null) {
      known.take(draft);
      return;
    }
    drafts.add(draft);
    for (String key : keys(draft, imo)) byKey.putIfAbsent(key, draft);
  }

  private @Nullable Draft known(Draft draft, String imo) {
    for (String key : keys(draft, imo)) {
      Draft found = byKey.get(key);
      if (found != null && sameCountry(found, draft)) return found;
    }
    return null;
  }

  private static boolean sameCountry(Draft one, Draft other) {
    return one.country().isEmpty()
        || other.country().isEmpty()
        || one.country().equals(other.country());
  }

  private static List<String> keys(Draft draft, String imo) {
    List<String> keys = new ArrayList<>();
    if (imo.length() == 7) keys.add("imo:" + imo);
    if (draft.type() == MentionType.SHIP) return keys;
    for (String name : draft.names()) {
      int least = draft.type() == MentionType.PERSON ? 3 : 2;
      if (Names.words(name) >= least) keys.add(draft.type() + ":" + Names.key(name));
    }
    return keys;
  }

  private void addName(Draft draft, String written, String source) {
    if (draft.type() == MentionType.PERSON) {
      String name = Names.person(written, draft.country());
      draft.name(name, "weak," + source);
      String brief = Names.withoutPatronymic(name);
      if (!brief.equals(name)) draft.name(brief, "weak," + source);
      return;
    }
    String name = Names.titleCase(written);
    if (draft.type() == MentionType.SHIP) {
      draft.name(name, "weak," + source);
      return;
    }
    draft.name(name, guard(name) + source);
    String brief = Names.withoutLegalForm(name);
    if (!brief.isEmpty()) draft.name(brief, guard(brief) + source);
  }

  private String guard(String name) {
    if (Names.words(name) < 3) return "weak,";
    String guard = counts.guard(name, MentionType.ORGANIZATION);
    return guard.isEmpty() ? "" : guard + ",";
  }

  private String country(JsonNode row) {
    Matcher nationality = NATIONALITY.matcher(Lists.text(row, "remarks"));
    if (nationality.find()) return countries.code(nationality.group(1));
    Matcher registered = REGISTERED.matcher(Lists.text(row, "remarks"));
    if (registered.find()) return countries.code(registered.group(1));
    String flag = countries.code(Lists.text(row, "flag"));
    return flag.isEmpty() ? ofProgram(Lists.text(row, "program")) : flag;
  }

  private static String ofProgram(String program) {
    for (Map.Entry<String, String> entry : PROGRAMS.entrySet()) {
      if (program.startsWith(entry.getKey())) return entry.getValue();
    }
    return "";
  }
}
