/**
 * Findings and assets as files: the formats and their writers, each with memory of one record; VEX
 * also keeps the hosts that it has met.
 */
@NullMarked
package io.penstock.platform.export;

import org.jspecify.annotations.NullMarked;
