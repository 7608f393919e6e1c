package io.slugline.enrich.gazetteer;

/** What must hold around a name before it may mean its entity. */
public enum Guard {
  /** Nothing: the name is enough. */
  NONE,
  /** It is a person's name too ("Jordan", "Paris"): not beside another capitalised word. */
  PERSONAL,
  /** It is an adjective or a people ("North Korean"): relates to the country, names no place. */
  DEMONYM,
  /** It means several things as often ("Korea"): never settled, only shown among the rivals. */
  RIVAL,
  /** It says nothing alone: the article must support it by another name or the country. */
  WEAK
}
