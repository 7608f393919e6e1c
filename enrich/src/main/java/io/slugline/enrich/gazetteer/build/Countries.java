package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Countries with official, native and foreign names, and the adjective of each. */
final class Countries {
  private static final int WEIGHT = 90;
  private static final int SMALL_WEIGHT = 60;

  /** Names that mean something else more often. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Mann",
          "Timor",
          "Island",
          "Viti",
          "Dutch",
          "Guiana",
          "Mexicanos",
          "Portuguesa",
          "Mannin",
          "Dominique",
          "Saudi",
          "Chinese Taipei",
          "Ngwane",
          "Congo",
          "Maurice",
          "Mauricio",
          "Granada",
          "Grenade",
          "Guadalupe",
          "Salvador",
          "Gana",
          "Cina",
          "Moris",
          "Chade",
          "Figi",
          "Chili",
          "Inde",
          "Ciad",
          "Holy See (Vatican City State)");

  private static final Set<String> PERSONAL =
      Set.of("Georgia", "Jordan", "Chad", "Israel", "Jersey", "Ireland", "Holland", "Monaco");

  /** Territories whose people are called by another country's adjective. */
  private static final Set<String> NO_ADJECTIVE =
      Set.of("TF", "BQ", "IO", "MP", "SJ", "UM", "CG", "DM", "GI", "VA", "GG", "JE", "VG", "VI");

  private final Map<String, String> codes = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  Countries(List<JsonNode> rows) {
    for (JsonNode row : rows) drafts.add(draft(row));
    codes.put("north korean", "KP");
    codes.put("dprk", "KP");
    codes.put("us", "US");
    codes.put("usa", "US");
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** The country's code by any of its names, adjectives or three-letter code; else empty. */
  String code(String name) {
    return codes.getOrDefault(Names.folded(name), "");
  }

  private Draft draft(JsonNode row) {
    String code = Lists.text(row, "iso2");
    String name = Lists.text(row, "name").replace("Türkiye", "Turkey");
    boolean small = Lists.texts(row, "borders").isEmpty() && name.contains("Island");
    Draft draft =
        new Draft(
                Names.folded(name).replace(' ', '-'),
                MentionType.LOCATION,
                code,
                small ? SMALL_WEIGHT : WEIGHT)
            .also("iso:" + code)
            .name(name, PERSONAL.contains(name) ? "personal" : "");
    codes.put(Names.folded(Lists.text(row, "iso3")), code);
    add(draft, Lists.text(row, "official"));
    add(draft, Lists.text(row, "name"));
    for (String known : draft.names()) codes.putIfAbsent(Names.folded(known), code);
    for (String people : Lists.text(row, "demonym").split(",| or ")) people(draft, people.strip());
    Lists.texts(row, "alt").forEach(alias -> add(draft, alias));
    Lists.texts(row, "native").forEach(alias -> add(draft, alias));
    row.path("translations").forEach(alias -> add(draft, alias.asText()));
    for (String known : draft.names()) codes.putIfAbsent(Names.folded(known), code);
    return draft;
  }

  private static void add(Draft draft, String name) {
    boolean shortCode = name.length() <= 3 && name.chars().allMatch(unit -> unit < 128);
    if (shortCode || name.contains(",") || LEFT_OUT.contains(name)) return;
    draft.name(name, "");
  }

  private void people(Draft draft, String people) {
    if (people.isBlank() || NO_ADJECTIVE.contains(draft.country())) return;
    codes.putIfAbsent(Names.folded(people), draft.country());
    draft.name(people, "demonym");
    if (people.endsWith("n") || people.endsWith("i")) draft.name(people + "s", "demonym");
  }
}
