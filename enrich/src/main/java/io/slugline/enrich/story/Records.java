package io.slugline.enrich.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grouper's memory as records: {@code a/ARTICLE} holds what never changes of an article and is
 * written once, {@code p/ARTICLE} where it stands now, {@code s/STORY} what does not follow from
 * its articles. So a placement writes one article, and a merge only where its articles stand.
 */
final class Records {
  private static final byte FORM = 2;

  private final StoryMemory memory;
  private final Slabs slabs = new Slabs();

  Records(StoryMemory memory) {
    this.memory = memory;
  }

  /** Takes an article in, and gives it back with its content packed away. */
  Member article(Member member) {
    byte[] bytes = written(member);
    memory.put("a/" + member.article(), bytes);
    return member.shelvedAs(packed(bytes));
  }

  void placement(Member member, Story story) {
    memory.put("p/" + member.article(), bytes(out -> writePlacement(member, story, out)));
  }

  void story(Story story) {
    boolean plain =
        !story.isBound()
            && story.apart().isEmpty()
            && story.mergedFrom().isEmpty()
            && story.past().isEmpty();
    if (plain) memory.delete("s/" + story.id());
    else memory.put("s/" + story.id(), bytes(out -> writeStory(story, out)));
  }

  void forgetArticle(Member member) {
    memory.delete("a/" + member.article());
    memory.delete("p/" + member.article());
    if (member.shelved() instanceof Packed packed) slabs.free(packed.place());
  }

  void forgetStory(Story story) {
    memory.delete("s/" + story.id());
  }

  /** All open stories, as they were written, in the order of their first articles. */
  Collection<Story> restore() {
    Map<String, Packed> articles = new HashMap<>();
    Map<String, byte[]> placements = new HashMap<>();
    Map<String, Story> stories = new HashMap<>();
    memory.each(
        (key, value) -> {
          String id = key.substring(2);
          switch (key.charAt(0)) {
            case 'a' -> articles.put(id, packed(value));
            case 'p' -> placements.put(id, value);
            default -> stories.put(id, read(value, in -> readStory(id, in)));
          }
        });
    Map<String, List<Member>> members = new HashMap<>();
    articles.forEach(
        (id, packed) -> {
          Placement placement = read(placementOf(id, placements), Records::readPlacement);
          Member member = placed(id, packed, placement);
          members.computeIfAbsent(placement.story(), s -> new ArrayList<>()).add(member);
          Story story = stories.computeIfAbsent(placement.story(), Story::new);
          if (placement.pinned()) story.pin(member);
        });
    members.forEach((id, all) -> stories.computeIfAbsent(id, Story::new).add(all));
    return inOrder(stories);
  }

  private static byte[] placementOf(String article, Map<String, byte[]> placements) {
    byte[] placement = placements.get(article);
    if (placement == null) throw new IllegalStateException("no record p/" + article);
    return placement;
  }

  private Packed packed(byte[] bytes) {
    return new Packed(slabs, slabs.put(bytes));
  }

  /** The record of an article, outside the heap; gone when another article is written after it. */
  private record Packed(Slabs slabs, long place) implements Member.Shelved {

    @Override
    public StoryFeatures features() {
      return StoryFeatures.of(slabs.get(place));
    }

    @Override
    public String title() {
      return written().title();
    }

    @Override
    public @Nullable String dateline() {
      return written().dateline();
    }

    @Override
    public Subjects subjects() {
      return written().subjects();
    }

    Written written() {
      ByteBuffer bytes = slabs.get(place);
      byte[] rest = new byte[bytes.capacity() - StoryFeatures.of(bytes).end()];
      bytes.get(bytes.capacity() - rest.length, rest);
      return read(rest, Records::readWritten);
    }
  }

  private static Member placed(String id, Packed packed, Placement placement) {
    Written written = packed.written();
    return new Member(
        placement.order(),
        id,
        written.source(),
        written.at(),
        placement.copyGroup().isEmpty() ? id : placement.copyGroup(),
        placement.crowd(),
        placement.lengths(),
        packed);
  }

  private static List<Story> inOrder(Map<String, Story> stories) {
    return stories.values().stream()
        .filter(story -> !story.members().isEmpty())
        .sorted(Comparator.comparingLong(story -> story.members().get(0).order()))
        .toList();
  }

  private record Placement(
      String story,
      long order,
      String copyGroup,
      boolean pinned,
      Crowd crowd,
      Member.Lengths lengths) {}

  private record Written(
      @Nullable String source,
      @Nullable Instant at,
      String title,
      @Nullable String dateline,
      Subjects subjects) {}

  /** The features come first: they are read far more often than the rest. */
  private static byte[] written(Member member) {
    byte[] features = member.features().kept(member.at() != null).toBytes();
    byte[] rest = bytes(out -> writeRest(member, out));
    byte[] both = Arrays.copyOf(features, features.length + rest.length);
    System.arraycopy(rest, 0, both, features.length, rest.length);
    return both;
  }

  private static void writeRest(Member member, DataOutputStream out) throws IOException {
    Texts.write(member.source(), out);
    Texts.writeTime(member.at(), out);
    Texts.write(member.title(), out);
    Texts.write(member.place(), out);
    Texts.writeAll(member.subjects().keywords(), out);
    out.writeInt(member.subjects().entities().size());
    for (Subjects.Named entity : member.subjects().entities()) {
      out.writeUTF(entity.entity());
      out.writeUTF(entity.name());
    }
  }

  private static Written readWritten(DataInputStream in) throws IOException {
    String source = Texts.read(in);
    Instant at = Texts.readTime(in);
    String title = Texts.read(in);
    String dateline = Texts.read(in);
    List<String> keywords = new ArrayList<>();
    Texts.readAll(keywords, in);
    return new Written(
        source, at, title == null ? "" : title, dateline, new Subjects(readEntities(in), keywords));
  }

  private static List<Subjects.Named> readEntities(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Subjects.Named> entities = new ArrayList<>();
    for (int i = 0; i < size; i++) entities.add(new Subjects.Named(in.readUTF(), in.readUTF()));
    return entities;
  }

  private static void writePlacement(Member member, Story story, DataOutputStream out)
      throws IOException {
    out.writeUTF(story.id());
    out.writeLong(member.order());
    out.writeUTF(member.copyGroup().equals(member.article()) ? "" : member.copyGroup());
    out.writeBoolean(story.isPinned(member));
    out.writeFloat(member.crowd().around());
    out.writeFloat(member.crowd().beyond());
    out.writeFloat(member.lengths().text());
    out.writeFloat(member.lengths().title());
  }

  private static Placement readPlacement(DataInputStream in) throws IOException {
    String story = in.readUTF();
    long order = in.readLong();
    String copyGroup = in.readUTF();
    boolean pinned = in.readBoolean();
    Crowd crowd = new Crowd(in.readFloat(), in.readFloat());
    Member.Lengths lengths = new Member.Lengths(in.readFloat(), in.readFloat());
    return new Placement(story, order, copyGroup, pinned, crowd, lengths);
  }

  private static void writeStory(Story story, DataOutputStream out) throws IOException {
    out.writeBoolean(story.isBound());
    Texts.writeAll(story.apart(), out);
    Texts.writeAll(story.mergedFrom(), out);
    for (int sum : story.past().sums()) out.writeInt(sum);
    for (Set<String> names : story.past().names()) Texts.writeAll(names, out);
  }

  private static Story readStory(String id, DataInputStream in) throws IOException {
    Story story = new Story(id);
    if (in.readBoolean()) story.bind();
    Texts.readAll(story.apart(), in);
    Texts.readAll(story.mergedFrom(), in);
    story.past().add(readPast(in));
    return story;
  }

  private static Past readPast(DataInputStream in) throws IOException {
    int[] sums = {in.readInt(), in.readInt(), in.readInt(), in.readInt()};
    Past past = Past.of(sums);
    for (Set<String> names : past.names()) Texts.readAll(names, in);
    return past;
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte form = in.readByte();
      Form.mustBe(FORM, form);
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("broken story record", e);
    }
  }
}
