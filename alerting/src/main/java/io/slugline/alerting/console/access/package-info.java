/**
 * Who may see and do what in the console: the users file, a proxy that vouches for people, sessions
 * and their tokens, and the limit on guessing passwords. Knows no HTTP library.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.console.access;
