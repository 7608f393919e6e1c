/** What breaks, for real: by it nothing may be lost or doubled, and nobody told twice. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.fault;
