/**
 * One YAML file, decoded into records that check themselves. Unknown keys are errors; every problem
 * is told at once, with its place; every value may come from the environment as {@code
 * ${NAME:default}}.
 *
 * <p>Read first: {@link io.slugline.deploy.config.SluglineConfig}, what can be set; {@link
 * io.slugline.deploy.config.ConfigFile}, how it is read. {@code deploy/slugline.yaml} is the
 * manual.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.config;
