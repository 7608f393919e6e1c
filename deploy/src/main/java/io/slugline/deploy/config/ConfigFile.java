package io.slugline.deploy.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads a configuration file strictly. */
public final class ConfigFile {

  private ConfigFile() {}

  /**
   * Reads and checks a file.
   *
   * @param environment values for {@code ${NAME:default}}
   * @throws ConfigException with every problem of the file
   * @throws IOException when the file cannot be read at all
   */
  public static SluglineConfig read(Path file, Map<String, String> environment)
      throws IOException, ConfigException {
    String text = text(file);
    if (isEmpty(text)) return SluglineConfig.standard();
    Complaints complaints = new Complaints();
    List<Problem> problems = complaints.problems();
    SluglineConfig config = null;
    ObjectMapper mapper = mapper(complaints);
    try (Environment yaml = new Environment(mapper.createParser(text), environment)) {
      config = mapper.readValue(yaml, SluglineConfig.class);
      problems.addAll(yaml.problems());
    } catch (JsonProcessingException e) {
      problems.add(problemOf(e));
    }
    if (config == null || !problems.isEmpty()) {
      throw new ConfigException(file.toString(), Lines.of(text).locate(problems));
    }
    return config;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no configuration file " + file, e);
    }
  }

  private static boolean isEmpty(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static ObjectMapper mapper(Complaints complaints) {
    return YAMLMapper.builder(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .addModule(new SimpleModule().addDeserializer(Duration.class, new Durations()))
        .addHandler(complaints)
        .build();
  }

  private static Problem problemOf(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    String place = e instanceof JsonMappingException m ? Places.of(m.getPath()) : "";
    return new Problem(
        place, line, e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
  }
}
