@NullMarked
package io.penstock.platform.console.report;

import org.jspecify.annotations.NullMarked;
