/** Rules, dashboards and runbook hold together, and ask only for what is exported. */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.monitoring;
