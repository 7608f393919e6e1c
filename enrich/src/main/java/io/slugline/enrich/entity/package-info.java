/**
 * Who and what an article names: mentions with their type, and the entity that each is bound to.
 *
 * <p>In: a title and a body cut into tokens. Out: mentions in the order of the text. A name that
 * may mean several things and is not settled by the article keeps its rivals and gets no entity.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.entity;
