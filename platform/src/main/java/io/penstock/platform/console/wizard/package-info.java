/**
 * The catalogue of connectors, the wizard that makes a connection, and the pages of profiles. The
 * wizard keeps what was entered in the session, {@link io.penstock.platform.console.wizard.Drafts};
 * secrets are sealed there. Nothing is stored before the last step. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.console.wizard;

import org.jspecify.annotations.NullMarked;
