/** Makes the model of names and its lexicon from named corpora; not used at run time. */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.name.training;
