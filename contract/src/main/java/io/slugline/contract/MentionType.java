package io.slugline.contract;

/** What kind of thing a mention names. */
public enum MentionType {
  PERSON,
  ORGANIZATION,
  LOCATION,
  WEAPON,
  SHIP,
  QUANTITY
}
