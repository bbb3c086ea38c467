@NullMarked
package io.penstock.platform.bulk;

import org.jspecify.annotations.NullMarked;
