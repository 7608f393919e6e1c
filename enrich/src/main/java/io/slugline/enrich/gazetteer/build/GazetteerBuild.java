package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Makes every generated file of the gazetteer; {@code core.tsv} is written by hand. */
public final class GazetteerBuild {
  private static final String FORM =
      "# id, type, country, weight, other ids, names (guard and source in braces). Generated.\n";

  private final Lists lists;
  private final NewsCounts counts;
  private final Path out;

  /**
   * @param lists folder of the open lists
   * @param articles news, JSON Lines with a {@code text}: only counts of single words are taken
   * @param out folder the files go to
   */
  public GazetteerBuild(Path lists, Path articles, Path out) throws IOException {
    this.lists = new Lists(lists);
    this.counts = NewsCounts.of(articles);
    this.out = out;
  }

  /** Writes all files; gives how many entities they hold. */
  public int write() throws IOException {
    List<JsonNode> countryRows = lists.read("countries.jsonl");
    Countries countries = new Countries(countryRows);
    int entities = write("countries", "mledoze/countries, ODbL 1.0", countries.drafts());

    Places places = new Places(countries, counts, countryRows);
    places.addCities(lists.read("cities_geonames1000.jsonl.gz"));
    places.addWorldPortIndex(lists.read("ports_wpi.jsonl.gz"));
    places.addUnlocode(lists.read("ports_unlocode.jsonl.gz"));
    places.addSeaports(lists.read("ports_npm_seaports.jsonl"));
    entities +=
        write(
            "places",
            "GeoNames, CC BY 4.0; wpi: World Port Index, public domain; unlocode: UN/LOCODE;"
                + " sea-ports: npm sea-ports, MIT",
            places.drafts());

    Sanctions sanctions = new Sanctions(countries, counts);
    sanctions.add(lists.read("sanctions_ofac_sdn_20240503.jsonl.gz"));
    entities +=
        write("sanctions", "OFAC SDN list of 2024-05-03, public domain", sanctions.drafts());

    Actors actors = new Actors(countries, counts);
    actors.add(lists.read("actors_cameo.jsonl.gz"));
    entities += write("actors", "CAMEO dictionaries (Petrarch), MIT", actors.drafts());

    Companies companies = new Companies(countries, counts);
    companies.add(lists.read("companies_financedatabase.jsonl.gz"));
    entities += write("companies", "FinanceDatabase, MIT", companies.drafts());

    return entities
        + write(
            "ships",
            "IMB reports via Maritime-Pirate-Attacks, CC BY 4.0",
            Vessels.drafts(lists.read("vessels.jsonl")));
  }

  private int write(String name, String source, List<Draft> drafts) throws IOException {
    String lines =
        drafts.stream()
            .filter(draft -> !draft.isNameless())
            .sorted(Comparator.comparing(Draft::id))
            .map(Draft::line)
            .collect(Collectors.joining("\n"));
    String file = FORM + "# source: " + source + "\n" + lines + "\n";
    Files.writeString(out.resolve(name + ".tsv"), file, StandardCharsets.UTF_8);
    return drafts.size();
  }
}
