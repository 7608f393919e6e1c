package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One benchmark: our figure beside a reference's, measured in the same run. */
interface Bench {

  /**
   * Runs it.
   *
   * @return {@code reference}, {@code ratio} of ours to it, and the bench's own figures
   */
  ObjectNode run(BenchInput input) throws Exception;
}
