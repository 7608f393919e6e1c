/**
 * Back-tests: past articles run against watches as if these had been in force all along, through
 * the same matching and lifecycle as live ones, counted in pages. Pure: no Kafka, no clock.
 *
 * <p>In go enriched articles, story changes and people's orders, out comes a {@link
 * io.slugline.alerting.backtest.BackTestResult}. Read first: {@link
 * io.slugline.alerting.backtest.BackTest}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.backtest;
