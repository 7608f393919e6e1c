package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Ships that were attacked; those under sanctions come with the sanctions lists. */
final class Vessels {
  private static final int WEIGHT = 10;

  private Vessels() {}

  static List<Draft> drafts(List<JsonNode> rows) {
    Set<String> names = new TreeSet<>();
    for (JsonNode row : rows) {
      String name = Names.titleCase(Lists.text(row, "name"));
      boolean usable = name.length() > 3 && name.length() < 40 && !name.matches(".*[()/:].*");
      if (Lists.text(row, "src").startsWith("IMB") && usable) names.add(name);
    }
    List<Draft> drafts = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (String name : names) {
      String id = "ship:" + Names.folded(name).replace(' ', '-');
      if (!ids.add(id)) continue;
      drafts.add(new Draft(id, MentionType.SHIP, "", WEIGHT).name(name, "weak"));
    }
    return drafts;
  }
}
