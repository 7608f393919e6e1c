/** Back-tests on what a cluster retains: {@link io.slugline.deploy.backtest.BackTester}. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.backtest;
