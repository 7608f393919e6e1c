/**
 * What every command of {@code slugline} shares: which cluster and configuration it works on, how
 * it prints results, and how failures become exit codes.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.command;
