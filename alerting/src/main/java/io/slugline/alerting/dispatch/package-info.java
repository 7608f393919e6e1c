/**
 * From {@code alerts} to the people who are told: a plain consumer flow, so that no replay of a
 * topology can ever page anyone. Each change of an alert passes the gates; what none of them
 * withholds stands in the lane of its receiver until it is delivered or refused; how it ended goes
 * to {@code deliveries}.
 *
 * <p>At least once: the place in {@code alerts} is committed when everything before it is settled,
 * and after a restart {@code deliveries} tells what was settled beyond it. Every attempt carries
 * the same delivery id.
 *
 * <p>Read first: {@link io.slugline.alerting.dispatch.Dispatcher}, the flow; {@code Gates}, what
 * withholds; {@code Lane}, what delivers.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.dispatch;
