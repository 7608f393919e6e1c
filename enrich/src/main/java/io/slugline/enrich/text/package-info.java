/**
 * Clean text: from the bytes of a raw article to its title and body, with what is known about it,
 * and with every cut told. Whatever the input, each UTF-16 unit of the clean text knows the bytes
 * it was made from; nothing is lost, it is only left out.
 *
 * <p>Read first: {@link io.slugline.enrich.text.TextCleaner}, the way in; {@code Traced}, text that
 * knows where it came from; {@code LineCleaner}, how lines of text without markup are judged;
 * {@code MainText}, how the article is found in a page.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.text;
