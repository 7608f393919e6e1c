/** The manifests in {@code deploy/kubernetes}, held against what they are about. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.kubernetes;
