@org.jspecify.annotations.NullMarked
package io.slugline.deploy.upgrade;
