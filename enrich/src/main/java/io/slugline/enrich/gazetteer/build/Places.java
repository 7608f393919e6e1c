package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cities and ports; a port in a city of its name and country is that city. */
final class Places {
  private static final int STRONG = 34;
  private static final int PORT_WEIGHT = 10;
  private static final int BIG_PORT_WEIGHT = 34;
  private static final int CAPITAL_BONUS = 14;

  private final Countries countries;
  private final NewsCounts counts;
  private final Set<String> capitals = new HashSet<>();
  private final Set<String> countryNames = new HashSet<>();
  private final Map<String, Draft> byName = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  Places(Countries countries, NewsCounts counts, List<JsonNode> countryRows) {
    this.countries = countries;
    this.counts = counts;
    for (JsonNode row : countryRows) {
      for (String capital : Lists.texts(row, "capital")) {
        capitals.add(key(Lists.text(row, "iso2"), capital));
      }
    }
    for (Draft country : countries.drafts()) {
      for (String name : country.names()) countryNames.add(key(country.country(), name));
    }
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** Takes cities, the largest first, so that a port's name means the largest city of it. */
  void addCities(List<JsonNode> rows) {
    List<JsonNode> largestFirst = new ArrayList<>(rows);
    largestFirst.sort(Comparator.comparingLong(row -> -row.path("population").asLong()));
    for (JsonNode row : largestFirst) addCity(row);
  }

  private void addCity(JsonNode row) {
    String country = Lists.text(row, "country");
    String name = Lists.text(row, "name");
    if (countryNames.contains(key(country, name))) return;
    boolean capital =
        capitals.contains(key(country, name)) && !byName.containsKey(key(country, name));
    Draft draft =
        new Draft(
            "geonames:" + row.path("id").asText(),
            MentionType.LOCATION,
            country,
            weight(row.path("population").asLong()) + (capital ? CAPITAL_BONUS : 0));
    add(draft, name, "");
    String folded = spelledPlainly(name);
    if (!folded.equals(name)) add(draft, folded, "");
    byName.putIfAbsent(key(country, name), draft);
    if (!folded.equals(name)) byName.putIfAbsent(key(country, folded), draft);
    drafts.add(draft);
  }

  void addUnlocode(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String code = Lists.text(row, "locode").replace(" ", "");
      List<String> names = parted(Lists.text(row, "name"));
      names.add(Lists.text(row, "ascii").replaceAll("\\s*\\(.*", ""));
      addPort("unlocode:" + code, code.substring(0, 2), PORT_WEIGHT, names, "unlocode");
    }
  }

  void addWorldPortIndex(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String size = Lists.text(row, "harbor_size");
      String code = Lists.text(row, "unlocode").replace(" ", "");
      String country =
          code.length() == 5 ? code.substring(0, 2) : countries.code(Lists.text(row, "country"));
      List<String> names = parted(Lists.text(row, "name"));
      names.addAll(parted(Lists.text(row, "alt")));
      int weight = size.equals("Large") || size.equals("Medium") ? BIG_PORT_WEIGHT : PORT_WEIGHT;
      String id = code.length() == 5 ? "unlocode:" + code : "wpi:" + Lists.text(row, "wpi");
      addPort(id, country, weight, names, "wpi");
    }
  }

  void addSeaports(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String code = Lists.text(row, "locode");
      if (code.length() != 5) continue;
      List<String> names = parted(Lists.text(row, "name"));
      names.addAll(Lists.texts(row, "alias"));
      addPort("unlocode:" + code, code.substring(0, 2), PORT_WEIGHT, names, "sea-ports");
    }
  }

  private void addPort(String id, String country, int weight, List<String> names, String source) {
    Draft known = byName.get(id);
    for (String name : names) {
      if (known == null) known = byName.get(key(country, name));
    }
    if (known == null) {
      known = new Draft(id, MentionType.LOCATION, country, weight);
      drafts.add(known);
    }
    known.also(id);
    byName.put(id, known);
    for (String name : names) {
      if (name.length() < 3 || countryNames.contains(key(country, name))) continue;
      add(known, name, source);
      byName.putIfAbsent(key(country, name), known);
    }
  }

  private void add(Draft draft, String name, String source) {
    boolean strong = draft.weight() >= STRONG;
    String guard = strong ? counts.guard(name, MentionType.LOCATION) : "weak";
    draft.name(name, guard.isEmpty() || source.isEmpty() ? guard + source : guard + "," + source);
  }

  /** "Rajin (Najin)" and "Abo/Turku" are two names each. */
  private static List<String> parted(String name) {
    List<String> names = new ArrayList<>();
    for (String part : name.split("[()/=;,]")) {
      if (!part.isBlank()) names.add(part.strip());
    }
    return names;
  }

  /** Korean and Arabic romanisations without their apostrophes: "Namp’o" is "Nampo" in news. */
  private static String spelledPlainly(String name) {
    return name.replaceAll("(?<=\\p{L})[’'ʻ‘](?=\\p{L})", "").replaceFirst("-(?:ŭp|si|dong)$", "");
  }

  private static int weight(long population) {
    return population < 100 ? 1 : (int) Math.round(12 * (Math.log10(population) - 2));
  }

  private static String key(String country, String name) {
    return country + ":" + Names.folded(name);
  }
}
