package io.slugline.alerting.watch;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.contract.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads watch lists: YAML files that people write. */
public final class WatchList {

  private WatchList() {}

  /**
   * The watches of a file.
   *
   * @throws WatchListException with every problem at once
   */
  public static List<Watch> read(Path file, String author, Instant effectiveFrom) {
    return read(text(file), author, effectiveFrom);
  }

  /**
   * The watches of a list's text.
   *
   * @throws WatchListException with every problem at once
   */
  public static List<Watch> read(String yaml, String author, Instant effectiveFrom) {
    WatchListReader reader = new WatchListReader(yaml, author, effectiveFrom, QueryLint.none());
    List<Watch> watches = reader.read();
    List<Problem> errors = reader.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) throw new WatchListException(errors);
    return watches;
  }

  /**
   * Everything there is to say of a list's text, what does not keep it from being loaded too.
   *
   * @param isKnown whether there is an entity with this id
   */
  public static List<Problem> lint(String yaml, Predicate<String> isKnown) {
    QueryLint lint = new QueryLint(isKnown);
    WatchListReader reader = new WatchListReader(yaml, "", Instant.EPOCH, lint);
    reader.read();
    return reader.problems();
  }

  /** Ids that the entity terms of a watch ask for. */
  public static Set<String> entities(Watch watch) {
    Set<String> ids = new TreeSet<>();
    addEntities(QueryParser.parse(watch.query()), ids);
    return ids;
  }

  private static void addEntities(Query query, Set<String> to) {
    if (query instanceof Query.Named named && named.kind() == Query.Kind.ENTITY) {
      to.add(named.value());
    }
    for (Query part : query.children()) addEntities(part, to);
  }

  /** The text of a list. */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the watch list " + file, e);
    }
  }
}
