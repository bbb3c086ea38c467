/** Tests of the wizard, the catalogue and the pages of profiles. */
@NullMarked
package io.penstock.platform.console.wizard;

import org.jspecify.annotations.NullMarked;
