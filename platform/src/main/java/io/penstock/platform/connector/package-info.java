/**
 * Connections and their profiles: what a person configures, checked against the connector's
 * descriptor, secrets sealed. {@link io.penstock.platform.connector.Connections} owns the tables
 * {@code connection} and {@code profile}; {@link io.penstock.platform.connector.SystemMaps} stores
 * the vendors' transform maps. Safe from any thread.
 */
@NullMarked
package io.penstock.platform.connector;

import org.jspecify.annotations.NullMarked;
