/** The console's users file, from the command line. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.console;
