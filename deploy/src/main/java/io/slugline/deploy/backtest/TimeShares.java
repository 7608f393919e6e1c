package io.slugline.deploy.backtest;

import java.util.function.Supplier;

/** How long each part of a back-test took: time on the wall, in nanoseconds. */
public final class TimeShares {
  private long reading;
  private long decoding;
  private long matching;
  private long paging;
  private long articles;

  /** Waiting for the broker, and unpacking what it sent. */
  public long reading() {
    return reading;
  }

  /** Making records of bytes. */
  public long decoding() {
    return decoding;
  }

  public long matching() {
    return matching;
  }

  /** Story changes, orders and the lifecycle. */
  public long paging() {
    return paging;
  }

  public long total() {
    return reading + decoding + matching + paging;
  }

  /** How many articles were read, those of the warm-up too. */
  public long articles() {
    return articles;
  }

  <T> T reads(Supplier<T> work) {
    long start = System.nanoTime();
    T done = work.get();
    reading += System.nanoTime() - start;
    return done;
  }

  <T> T decodes(Supplier<T> work) {
    long start = System.nanoTime();
    T done = work.get();
    decoding += System.nanoTime() - start;
    articles++;
    return done;
  }

  void matches(Runnable work) {
    long start = System.nanoTime();
    work.run();
    matching += System.nanoTime() - start;
  }

  <T> T pages(Supplier<T> work) {
    long start = System.nanoTime();
    T done = work.get();
    paging += System.nanoTime() - start;
    return done;
  }
}
