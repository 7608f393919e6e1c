package io.slugline.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the JSON Schema of a record from the record. */
final class Schemas {
  /** Headers of a raw article that are always there. */
  private static final List<String> ALWAYS =
      List.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_subject",
          "ce_time",
          "ce_dataschema",
          "content-type",
          "ce_inbox",
          "ce_path",
          "ce_backfill");

  private final SchemaGenerator generator = generator();

  static String nameOf(Class<?> type) {
    return type.getSimpleName() + ".v1.json";
  }

  ObjectNode of(Class<?> type) {
    ObjectNode made = type == RawArticle.class ? headers() : generator.generateSchema(type);
    ObjectNode schema = Json.mapper().createObjectNode();
    schema.set("$schema", made.remove("$schema"));
    schema.put("$id", "urn:slugline:" + nameOf(type)).put("title", type.getSimpleName());
    return schema.setAll(made);
  }

  /** A raw article's value is its bytes; what can be described is its headers. */
  private static ObjectNode headers() {
    ObjectNode schema = Json.mapper().createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put(
        "description",
        "The headers; the value is the article's bytes as they arrived. came.NAME: a header that"
            + " came along.");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ALWAYS.forEach(name -> properties.putObject(name).put("type", "string"));
    properties.putObject("ce_recordedtime").put("type", "string");
    properties.putObject("ce_charsetdeclared").put("type", "string");
    properties.putObject("ce_charsetdetected").put("type", "string");
    properties.putObject(Trace.HEADER).put("type", "string");
    schema.putObject("patternProperties").putObject("^came\\.").put("type", "string");
    ALWAYS.forEach(schema.putArray("required")::add);
    return schema;
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.ADDITIONAL_FIXED_TYPES, Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    config.forFields().withRequiredCheck(field -> !isNullable(field.getRawMember()));
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) ->
                type.getErasedType() == RawMap.class ? new CustomDefinition(rawMap()) : null);
    return new SchemaGenerator(config.build());
  }

  /** Three whole numbers a run. */
  private static ObjectNode rawMap() {
    ObjectNode schema = Json.mapper().createObjectNode().put("type", "array");
    schema.putObject("items").put("type", "integer");
    return schema;
  }

  private static boolean isNullable(Field component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
