package io.slugline.contract;

/** What kind of thing a mention names. */
public enum MentionType {
  PERSON,
  ORGANIZATION,
  LOCATION,
  WEAPON,
  SHIP,
  QUANTITY,
  /** A people or country named by its adjective: "North Korean". Its entity is the country. */
  NATIONALITY
}
