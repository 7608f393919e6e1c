@org.jspecify.annotations.NullMarked
package io.slugline.alerting.console.view;
