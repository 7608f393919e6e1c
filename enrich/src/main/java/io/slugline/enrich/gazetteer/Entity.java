package io.slugline.enrich.gazetteer;

import io.slugline.contract.MentionType;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the world that has a name.
 *
 * @param id readable ({@code north-korea}) or that of the register it comes from ({@code
 *     geonames:1871859})
 * @param name its main name
 * @param country ISO 3166 alpha-2 code of the country it is in or belongs to
 * @param weight how much the world talks of it, 0 to 100: what decides when nothing else does
 */
public record Entity(
    String id, MentionType type, String name, @Nullable String country, int weight) {}
