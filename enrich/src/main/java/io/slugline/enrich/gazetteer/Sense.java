package io.slugline.enrich.gazetteer;

/**
 * One thing that a name may mean.
 *
 * @param guard what must hold around the name before it may mean that
 */
public record Sense(Entity entity, Guard guard) {}
