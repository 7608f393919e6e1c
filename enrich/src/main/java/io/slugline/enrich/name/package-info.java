/**
 * Names of persons, organisations and places in English text.
 *
 * <p>In: {@link io.slugline.enrich.token.Tokens}. Out: {@link io.slugline.enrich.name.Name}. Read
 * first: {@link io.slugline.enrich.name.NameFinder}, then {@code Decoder} and {@code Templates}.
 *
 * <p>The model is OpenNLP's (a perceptron's weights in its name finder's file); what reads it at
 * run time is our own, an order of magnitude faster, and OpenNLP's reader judges it in the tests.
 * {@code training} makes the model; MODEL_CARD.md beside the model tells from what.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.name;
