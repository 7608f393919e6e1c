/**
 * Other people's programs to measure ours against: taken from the modules' test classes and from
 * the jars that the build lays beside them, never from the class path of what ships.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.peer;
