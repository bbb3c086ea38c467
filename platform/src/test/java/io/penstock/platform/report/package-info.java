@NullMarked
package io.penstock.platform.report;

import org.jspecify.annotations.NullMarked;
