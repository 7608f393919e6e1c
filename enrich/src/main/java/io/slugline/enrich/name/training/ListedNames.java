package io.slugline.enrich.name.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of nlp4j-english's gazetteers, a tree of words as Java wrote it. */
public final class ListedNames {
  private static final String FILE = "en-named-entity-gazetteers-simplified";

  /**
   * Kind of list by the file's own number: persons, places, organisations, works, titles, peoples.
   */
  private static final Map<String, Integer> KINDS =
      Map.ofEntries(
          Map.entry("4", 0),
          Map.entry("14", 0),
          Map.entry("1", 1),
          Map.entry("6", 1),
          Map.entry("7", 1),
          Map.entry("11", 1),
          Map.entry("0", 2),
          Map.entry("13", 2),
          Map.entry("8", 3),
          Map.entry("9", 3),
          Map.entry("10", 3),
          Map.entry("12", 3),
          Map.entry("15", 3),
          Map.entry("3", 4),
          Map.entry("5", 5));

  public interface Visitor {
    void visit(List<String> words, int kind);
  }

  /** Stands for the tree in the file. */
  static final class Tree implements Serializable {
    @Serial private static final long serialVersionUID = 1;

    @SuppressWarnings("UnusedVariable") // set by deserialisation, under the file's own name
    private @Nullable Node n_root;
  }

  /** Stands for a node of it: the words that go on from here. */
  static final class Node extends HashMap<String, Node> {
    @Serial private static final long serialVersionUID = 1;
    private @Nullable Object value;
  }

  private ListedNames() {}

  public static void read(Path folder, Visitor visitor) throws IOException {
    try (Input in =
        new Input(new BufferedInputStream(Files.newInputStream(folder.resolve(FILE)), 1 << 20))) {
      Tree tree = (Tree) in.readObject();
      if (tree.n_root != null) walk(tree.n_root, new ArrayList<>(), visitor);
    } catch (ClassNotFoundException e) {
      throw new IOException("cannot read " + FILE, e);
    }
  }

  private static void walk(Node node, List<String> words, Visitor visitor) {
    if (node.value instanceof Collection<?> numbers) {
      for (Object number : numbers) {
        Integer kind = KINDS.get(String.valueOf(number));
        if (kind != null) visitor.visit(words, kind);
      }
    }
    node.forEach(
        (word, next) -> {
          words.add(word);
          walk(next, words, visitor);
          words.remove(words.size() - 1);
        });
  }

  /** Reads the file's classes as ours. */
  private static final class Input extends ObjectInputStream {
    Input(BufferedInputStream stream) throws IOException {
      super(stream);
    }

    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
      ObjectStreamClass found = super.readClassDescriptor();
      if (found.getName().endsWith(".PrefixTree")) return ObjectStreamClass.lookup(Tree.class);
      if (found.getName().endsWith(".PrefixNode")) return ObjectStreamClass.lookup(Node.class);
      return found;
    }
  }
}
