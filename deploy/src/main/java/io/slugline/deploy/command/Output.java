package io.slugline.deploy.command;

/** In which form results are printed. Its names are what is typed after {@code --output}. */
public enum Output {
  text,
  json
}
