package io.slugline.enrich.entity;

import io.slugline.contract.MentionType;
import io.slugline.contract.Span;

/** A name that the model found, before the gazetteer is asked. */
record Named(Span span, MentionType type, double confidence) {}
