package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * One task of {@code slugline eval}: runs the production code over labelled items and scores it.
 */
interface Eval {

  /**
   * Reads every item of the input, writes one prediction for each, and gives the scores.
   *
   * @throws IOException when the data cannot be read or the predictions cannot be written
   */
  ObjectNode score(EvalData data) throws IOException;
}
