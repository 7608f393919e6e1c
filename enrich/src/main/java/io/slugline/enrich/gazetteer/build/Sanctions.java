package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People, organisations and ships under sanctions. */
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
          Map.entry("HK-", "HK"));

  private final Countries countries;
  private final NewsCounts counts;
  private final Map<String, Draft> byKey = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  Sanctions(Countries countries, NewsCounts counts) {
    this.countries = countries;
    this.counts = counts;
  }

  List<Draft> drafts() {
    return drafts;
  }

  void add(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String kind = Lists.text(row, "type");
      if (kind.equals("aircraft")) continue;
      MentionType type =
          kind.equals("individual")
              ? MentionType.PERSON
              : kind.equals("vessel") ? MentionType.SHIP : MentionType.ORGANIZATION;
      String country = country(row);
      Draft draft = new Draft("ofac:" + Lists.text(row, "ent"), type, country, WEIGHT);
      add(draft, row);
    }
  }

  private void add(Draft draft, JsonNode row) {
    String imo = Lists.text(row, "imo").replaceAll("\\D", "");
    if (imo.length() == 7) draft.also("imo:" + imo);
    List<String> written = new ArrayList<>();
    written.add(Lists.text(row, "name"));
    written.addAll(Lists.texts(row, "aliases"));
    for (String name : written) addName(draft, name);
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

  private void addName(Draft draft, String written) {
    if (draft.type() == MentionType.PERSON) {
      String name = Names.person(written, draft.country());
      draft.name(name, "weak");
      String brief = Names.withoutPatronymic(name);
      if (!brief.equals(name)) draft.name(brief, "weak");
      return;
    }
    String name = Names.titleCase(written);
    if (draft.type() == MentionType.SHIP) {
      draft.name(name, "weak");
      return;
    }
    draft.name(name, guard(name));
    String brief = Names.withoutLegalForm(name);
    if (!brief.isEmpty()) draft.name(brief, guard(brief));
  }

  private String guard(String name) {
    return Names.words(name) < 3 ? "weak" : counts.guard(name, MentionType.ORGANIZATION);
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
