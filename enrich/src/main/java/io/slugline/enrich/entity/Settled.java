package io.slugline.enrich.entity;

import io.slugline.contract.MentionType;

/** A spot of which it is settled what type it is and what it means, as far as it can be. */
record Settled(Spot spot, MentionType type, Link link, Finder finder) {

  Settled as(MentionType otherType, Link otherLink) {
    return new Settled(spot, otherType, otherLink, finder);
  }
}
