package io.slugline.deploy.train;

import picocli.CommandLine.Command;

/** {@code slugline train}: makes the files that ship and were learned from data. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Makes what was learned from data and ships with Slugline.",
    subcommands = {
      Names.class,
      StoryBackground.class,
      StoryLikeness.class,
      TextBlocks.class,
      TextLines.class
    })
public final class TrainCommand {}
